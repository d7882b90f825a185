import Flatbush from "flatbush";
import { type Area, ringsOf } from "./polygon.ts";
import { type BoundingBox, boxAround, type Position } from "./position.ts";

/** Areas that can be asked which of them hold a place, without trying each one. */
export interface AreaIndex {
  /** Index of the first area that holds the position (even-odd rule, as `isInArea`), null when none does. */
  areaAt(position: Position): number | null;
  /** Indices, in order, of the areas whose boxes meet the box. */
  areasNear(box: BoundingBox): number[];
}

/** Boxes in an R-tree; the edges of each area in one flat array, four numbers per edge, so that a look-up is cheap. */
export function indexAreas(areas: readonly Area[]): AreaIndex {
  if (areas.length === 0) return { areaAt: () => null, areasNear: () => [] };
  const tree = new Flatbush(areas.length);
  const edges = areas.map((area) => {
    const rings = ringsOf(area);
    tree.add(...boxAround(rings.flat()));
    return edgesOf(rings);
  });
  tree.finish();
  return {
    areasNear: (box) => tree.search(...box).sort((a, b) => a - b),
    areaAt([longitude, latitude]) {
      let first: number | null = null;
      for (const index of tree.search(longitude, latitude, longitude, latitude)) {
        if ((first === null || index < first) && isInside(longitude, latitude, edges[index])) first = index;
      }
      return first;
    },
  };
}

function edgesOf(rings: readonly (readonly Position[])[]): Float64Array {
  const edges = new Float64Array(4 * rings.reduce((sum, ring) => sum + ring.length, 0));
  let at = 0;
  for (const ring of rings) {
    let from = ring.at(-1) ?? [0, 0];
    for (const to of ring) {
      edges[at++] = from[0];
      edges[at++] = from[1];
      edges[at++] = to[0];
      edges[at++] = to[1];
      from = to;
    }
  }
  return edges;
}

function isInside(longitude: number, latitude: number, edges: Float64Array | undefined): boolean {
  let isOdd = false;
  for (let at = 0; edges !== undefined && at < edges.length; at += 4) {
    const y1 = edges[at + 1] ?? 0;
    const y2 = edges[at + 3] ?? 0;
    if (y1 > latitude === y2 > latitude) continue;
    const x1 = edges[at] ?? 0;
    if (longitude < x1 + ((latitude - y1) / (y2 - y1)) * ((edges[at + 2] ?? 0) - x1)) isOdd = !isOdd;
  }
  return isOdd;
}
