import type { Position } from "../../geodata/geometry/position.ts";
import { createStreetChooser } from "../../geodata/street-graph/attach-to-streets.ts";
import { createSegmentIndex } from "../../geodata/street-graph/segment-index.ts";
import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { chooseClimbs } from "./climbs.ts";
import { lowerDurations } from "./durations.ts";
import { createEndDistancesMaker, type EndDistancesMaker } from "./end-distances.ts";
import { type FoundPath, findPath } from "./find-path.ts";
import { createModeNetwork, type ModeNetwork } from "./mode-network.ts";
import { createNodeSearch, type NodeSearch } from "./node-search.ts";
import { type GroupedPlaces, groupByPiece } from "./piece-groups.ts";
import { type TravelMode, travelModes, type WalkerOptions } from "./travel-modes.ts";
import type { WalkingPath } from "./walking-path.ts";

export interface TableOptions extends WalkerOptions {
  /** Filled when given; as long as the table. It may lie on a SharedArrayBuffer. */
  readonly output?: Float32Array;
}

export interface WalkingRouter {
  /**
   * Walking seconds between all places, `table[from × n + to]`, Infinity where there is no way, 0 from a place to
   * itself. Walking up takes longer than down: the table is not symmetric. Throws RangeError on a place that is not on
   * this graph.
   */
  durations(places: readonly StreetPlace[], options?: TableOptions): Float32Array;
  /** The same from some places to others, `table[source × targets + target]`. */
  durationsBetween(
    sources: readonly StreetPlace[],
    targets: readonly StreetPlace[],
    options?: TableOptions,
  ): Float32Array;
  /**
   * Metres climbed on the walks of `durations`, in the same order of cells: the ascent of `path`. 0 where there is no
   * way, and where elevation is not known.
   */
  climbs(places: readonly StreetPlace[], options?: TableOptions): Float32Array;
  /** The walk behind an entry of that table, null where there is no way. */
  path(from: StreetPlace, to: StreetPlace, options?: WalkerOptions): WalkingPath | null;
  /**
   * The place on a street to start from at a position, with its distance: the nearest, unless that is a tunnel, a
   * flight of steps or an island of the network and another street is near. Null when the graph has no street.
   */
  nearest(position: Position): { readonly place: StreetPlace; readonly metres: number } | null;
  /** Nodes that searches have settled since the router was made; tables by shortcuts settle none. For benches. */
  settledNodes(): number;
}

/** A router over one street graph. It owns working memory: one router serves one thread. */
export function createWalkingRouter(graph: StreetGraph): WalkingRouter {
  const modes = new Map<TravelMode["kind"], ModeMemory>();
  const memoryOf = (mode: TravelMode): ModeMemory => {
    const known = modes.get(mode.kind);
    if (known !== undefined) return known;
    const network = createModeNetwork(graph, mode);
    let search: NodeSearch | null = null;
    const searchOf = (): NodeSearch => {
      search ??= createNodeSearch(network);
      return search;
    };
    const memory = { network, search: searchOf, distances: createEndDistancesMaker(network, searchOf) };
    modes.set(mode.kind, memory);
    return memory;
  };
  const durations = (sources: GroupedPlaces, targets: GroupedPlaces, options: TableOptions): Float32Array => {
    const output = tableOf(sources.places.length * targets.places.length, options).fill(Infinity);
    for (const mode of travelModes(options)) lowerDurations({ ...memoryOf(mode), mode, sources, targets }, output);
    return output;
  };
  let nearestPlace: WalkingRouter["nearest"] | null = null;

  return {
    durations: (places, options = {}) => {
      const grouped = groupByPiece(graph, places);
      return durations(grouped, grouped, options);
    },
    durationsBetween: (sources, targets, options = {}) =>
      durations(groupByPiece(graph, sources), groupByPiece(graph, targets), options),
    climbs: (places, options = {}) => {
      const grouped = groupByPiece(graph, places);
      const output = tableOf(places.length ** 2, options).fill(0);
      const seconds = new Float32Array(output.length).fill(Infinity);
      for (const mode of travelModes(options)) {
        chooseClimbs({ ...memoryOf(mode), mode, sources: grouped, targets: grouped }, seconds, output);
      }
      return output;
    },
    path: (from, to, options = {}) => {
      let best: FoundPath | null = null;
      for (const mode of travelModes(options)) {
        const { network, search } = memoryOf(mode);
        const found = findPath(network, mode, search(), from, to);
        // Compared as the tables do, which hold seconds as 32 bits.
        const isBetter =
          Math.fround(found?.durationSeconds ?? Infinity) < Math.fround(best?.durationSeconds ?? Infinity);
        if (isBetter) best = found;
      }
      return best?.draw() ?? null;
    },
    nearest: (position) => {
      nearestPlace ??= createNearestPlace(graph);
      return nearestPlace(position);
    },
    settledNodes: () => [...modes.values()].reduce((sum, { search }) => sum + search().settledCount, 0),
  };
}

/** What is kept per mode of travel; the speed is no part of it. */
interface ModeMemory {
  readonly network: ModeNetwork;
  /** Made when it is first needed. */
  search(): NodeSearch;
  readonly distances: EndDistancesMaker;
}

function tableOf(size: number, { output }: TableOptions): Float32Array {
  if (output === undefined) return new Float32Array(size);
  if (output.length !== size) throw new RangeError(`the table needs ${size} cells, output has ${output.length}`);
  return output;
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
