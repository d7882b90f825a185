import type { Position } from "../../geodata/geometry/position.ts";
import { createStreetChooser } from "../../geodata/street-graph/attach-to-streets.ts";
import { createSegmentIndex } from "../../geodata/street-graph/segment-index.ts";
import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { fillDurations } from "./durations.ts";
import { findPath } from "./find-path.ts";
import { createNodeSearch } from "./node-search.ts";
import type { WalkingPath } from "./walking-path.ts";

export interface WalkingPace {
  /** On the flat. Default 4.5, a volunteer who looks for numbers. */
  readonly speedKilometresPerHour?: number;
}

export interface WalkingRouter {
  /**
   * Walking seconds between all places, `table[from × n + to]`, Infinity where there is no way, 0 from a place to
   * itself. Walking up takes longer than down: the table is not symmetric. `output`, n² long, is filled when given (it
   * may lie on a SharedArrayBuffer). Throws RangeError on a place that is not on this graph.
   */
  durations(places: readonly StreetPlace[], options?: WalkingPace & { readonly output?: Float32Array }): Float32Array;
  /** The walk behind an entry of that table, null where there is no way. */
  path(from: StreetPlace, to: StreetPlace, options?: WalkingPace): WalkingPath | null;
  /**
   * The place on a street to start from at a position, with its distance: the nearest, unless that is a tunnel, a
   * flight of steps or an island of the network and another street is near. Null when the graph has no street.
   */
  nearest(position: Position): { readonly place: StreetPlace; readonly metres: number } | null;
}

/** A router over one street graph. It owns working memory: one router serves one thread. */
export function createWalkingRouter(graph: StreetGraph): WalkingRouter {
  const search = createNodeSearch(graph);
  let nearestPlace: WalkingRouter["nearest"] | null = null;
  return {
    durations: (places, options = {}) => {
      const size = places.length * places.length;
      const output = options.output ?? new Float32Array(size);
      if (output.length !== size) throw new RangeError(`the table needs ${size} cells, output has ${output.length}`);
      fillDurations(graph, search, places, metresPerSecond(options), output);
      return output;
    },
    path: (from, to, options = {}) => findPath(graph, search, from, to, metresPerSecond(options)),
    nearest: (position) => {
      nearestPlace ??= createNearestPlace(graph);
      return nearestPlace(position);
    },
  };
}

function createNearestPlace(graph: StreetGraph): WalkingRouter["nearest"] {
  const index = createSegmentIndex(graph);
  const chooser = createStreetChooser(graph);
  return (position) => {
    const nearest = index.nearest(position);
    if (nearest === null) return null;
    const hit = chooser.choose(index, position, -1, nearest.distanceMetres + BETTER_WITHIN_METRES) ?? nearest;
    return {
      place: { piece: hit.piece, offsetMetres: hit.offsetMetres, side: 0 },
      metres: hit.distanceMetres,
    };
  };
}

/** How much farther than the nearest street a better one is looked for. */
const BETTER_WITHIN_METRES = 150;

function metresPerSecond({ speedKilometresPerHour = 4.5 }: WalkingPace): number {
  if (!(speedKilometresPerHour > 0)) throw new RangeError(`speed ${speedKilometresPerHour} km/h, expected over 0`);
  return speedKilometresPerHour / 3.6;
}
