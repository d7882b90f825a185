import { distanceMetres, type Position } from "../../geodata/geometry/position.ts";
import { createSegmentIndex } from "../../geodata/street-graph/segment-index.ts";
import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";

export type ElevationProfile = readonly (readonly [metres: number, elevation: number])[];

/** Another map's streets lie this near to ours; what is farther away is a street that ours does not have. */
const SAME_STREET_METRES = 30;

/**
 * Elevations along a line that another engine drew: at each of its positions, that of the nearest street of the graph,
 * which rises evenly between its ends. Positions away from all streets are left out. Null when the graph has no
 * elevation, or no street near the line.
 */
export function createElevationSampler(graph: StreetGraph): (line: readonly Position[]) => ElevationProfile | null {
  if (!graph.nodeElevation.some((elevation) => !Number.isNaN(elevation))) return () => null;
  const index = createSegmentIndex(graph);

  const elevationAt = (position: Position): number => {
    const hit = index.nearest(position);
    if (hit === null || hit.distanceMetres > SAME_STREET_METRES) return Number.NaN;
    const from = graph.nodeElevation[graph.pieceFrom[hit.piece] ?? 0] ?? Number.NaN;
    const to = graph.nodeElevation[graph.pieceTo[hit.piece] ?? 0] ?? Number.NaN;
    const length = graph.pieceLengthMetres[hit.piece] ?? 0;
    return length > 0 ? from + ((to - from) * hit.offsetMetres) / length : from;
  };

  return (line) => {
    const known: [number, number][] = [];
    let walked = 0;
    line.forEach((position, at) => {
      walked += distanceMetres(line[at - 1] ?? position, position);
      const elevation = elevationAt(position);
      if (!Number.isNaN(elevation)) known.push([walked, elevation]);
    });
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return null;
    // A profile reaches over the whole line: the ends that are unknown are as high as what is known next to them.
    if (first[0] > 0) known.unshift([0, first[1]]);
    if (last[0] < walked) known.push([walked, last[1]]);
    return known;
  };
}

export function climbOf(profile: ElevationProfile | null): { readonly ascent: number; readonly descent: number } {
  let ascent = 0;
  let descent = 0;
  profile?.forEach(([, elevation], at) => {
    const rise = elevation - (profile[at - 1]?.[1] ?? elevation);
    if (rise > 0) ascent += rise;
    else descent -= rise;
  });
  return { ascent, descent };
}
