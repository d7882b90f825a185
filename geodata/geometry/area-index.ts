import Flatbush from "flatbush";
import { type Area, boxOfArea, isInArea } from "./polygon.ts";
import type { BoundingBox, Position } from "./position.ts";

/** Areas that can be asked which of them hold a place, without trying each one. */
export interface AreaIndex {
  /** Index of the first area that holds the position, null when none does. */
  areaAt(position: Position): number | null;
  /** Indices, in order, of the areas whose boxes meet the box. */
  areasNear(box: BoundingBox): number[];
}

export function indexAreas(areas: readonly Area[]): AreaIndex {
  if (areas.length === 0) return { areaAt: () => null, areasNear: () => [] };
  const tree = new Flatbush(areas.length);
  for (const area of areas) tree.add(...boxOfArea(area));
  tree.finish();
  const areasNear = (box: BoundingBox) => tree.search(...box).sort((a, b) => a - b);
  return {
    areasNear,
    areaAt(position) {
      for (const index of areasNear([...position, ...position])) {
        const area = areas[index];
        if (area !== undefined && isInArea(position, area)) return index;
      }
      return null;
    },
  };
}
