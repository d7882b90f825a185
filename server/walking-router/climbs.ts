import type { ModeNetwork } from "./mode-network.ts";
import type { GroupedPlaces, SideRuns } from "./piece-groups.ts";
import { type PlaceCosts, placeCosts } from "./place-costs.ts";
import { type PlaceRises, placeRises, walkRise } from "./place-rises.ts";
import { type LinksOfPiece, type TableOfWalks, visitTable } from "./visit-table.ts";

/**
 * Metres climbed on the very walks that lowerDurations chooses: where the mode of this table is quicker than what
 * `seconds` holds, its seconds and its climb replace what the two tables hold. Cells as in lowerDurations, and sums in
 * the same order, so that equal walks are told apart as in chooseWalk.
 */
export function chooseClimbs(table: TableOfWalks, seconds: Float32Array, climbs: Float32Array): void {
  const { network, mode, sources, targets } = table;
  const { graph } = network;
  const width = targets.order.length;
  const columns = columnsOf(network, targets);
  const pace = {
    secondsPerMetre: 1 / mode.metresPerSecond,
    handlingSeconds: mode.unlockSeconds + mode.lockSeconds,
  };
  visitTable(table, true, {
    run: (run, piece) => {
      reachColumns(columns, run.side, piece);
      for (let at = run.start; at < run.end; at++) {
        const index = sources.order[at] ?? 0;
        const place = sources.places[index];
        if (place === undefined) continue;
        const leaving = { costs: placeCosts(network, place), rises: placeRises(graph, place) };
        chooseRow(seconds, climbs, index * width, columns, leaving, pace);
      }
    },
    cell: (sourceIndex, targetIndex, walk, rises) => {
      const [from, to] = [sources.places[sourceIndex], targets.places[targetIndex]];
      if (from === undefined || to === undefined) return;
      const cell = sourceIndex * width + targetIndex;
      const cellSeconds = Math.fround(walk.effort * pace.secondsPerMetre + pace.handlingSeconds);
      if (cellSeconds >= (seconds[cell] ?? 0)) return;
      seconds[cell] = cellSeconds;
      climbs[cell] = knownMetres(walkRise(graph, walk.kind, from, to, rises));
    },
  });
}

/** From the ends of a piece, for walks that leave on one side of it, to all targets but those on the piece itself. */
function reachColumns(columns: Columns, side: number, { kept, crossed, rises, ownGroup }: LinksOfPiece): void {
  const { order, runs, entering, reached } = columns;
  let at = 0;
  for (let run = 0; run < runs.group.length; run++) {
    const group = runs.group[run] ?? 0;
    const end = runs.end[run] ?? 0;
    for (; group === ownGroup && at < end; at++) reached.fill(Infinity, 4 * (order[at] ?? 0), 4 * (order[at] ?? 0) + 4);
    const sides = side * (runs.side[run] ?? 0);
    const straight = sides === 1 ? crossed : kept;
    const turned = sides === -1 ? crossed : kept;
    const link = 4 * group;
    for (; at < end; at++) {
      const target = 4 * (order[at] ?? 0);
      for (let leaving = 0; leaving < 2; leaving++) {
        const first = link + 2 * leaving;
        const byFrom = ((leaving === 0 ? straight : turned)[first] ?? Infinity) + (entering[target] ?? Infinity);
        const byTo = ((leaving === 0 ? turned : straight)[first + 1] ?? Infinity) + (entering[target + 1] ?? Infinity);
        const arriving = byTo < byFrom ? 1 : 0;
        reached[target + leaving] = arriving === 1 ? byTo : byFrom;
        reached[target + 2 + leaving] =
          (rises[first + arriving] ?? Infinity) + (entering[target + 2 + arriving] ?? Infinity);
      }
    }
  }
}

/** Compared as the tables hold seconds, in 32 bits, so that one mode is preferred to another as `path` does. */
function chooseRow(
  seconds: Float32Array,
  climbs: Float32Array,
  rowStart: number,
  { reached }: Columns,
  { costs, rises }: { readonly costs: PlaceCosts; readonly rises: PlaceRises },
  { secondsPerMetre, handlingSeconds }: { readonly secondsPerMetre: number; readonly handlingSeconds: number },
): void {
  const { leaveFrom, leaveTo } = costs;
  const width = reached.length >> 2;
  for (let target = 0; target < width; target++) {
    const byFrom = leaveFrom + (reached[4 * target] ?? Infinity);
    const byTo = leaveTo + (reached[4 * target + 1] ?? Infinity);
    const cell = rowStart + target;
    const isByTo = byTo < byFrom;
    const cellSeconds = Math.fround((isByTo ? byTo : byFrom) * secondsPerMetre + handlingSeconds);
    if (cellSeconds >= (seconds[cell] ?? 0)) continue;
    seconds[cell] = cellSeconds;
    const metres = isByTo
      ? rises.leaveTo + (reached[4 * target + 3] ?? Infinity)
      : rises.leaveFrom + (reached[4 * target + 2] ?? Infinity);
    climbs[cell] = knownMetres(metres);
  }
}

function knownMetres(metres: number): number {
  return metres === Infinity ? 0 : metres;
}

interface Columns {
  /** What is by place in this order: indices of targets by piece and side. */
  readonly order: Int32Array;
  readonly runs: SideRuns;
  /** Four by target index: effort from each end of its piece, then climb from each. */
  readonly entering: Float64Array;
  /** Four by target index, for one side of a source piece: effort from each end of the source piece, then climb. */
  readonly reached: Float64Array;
}

function columnsOf(network: ModeNetwork, { places, order, runs }: GroupedPlaces): Columns {
  const entering = new Float64Array(4 * places.length);
  places.forEach((place, index) => {
    const { arriveFrom, arriveTo } = placeCosts(network, place);
    const rises = placeRises(network.graph, place);
    entering.set([arriveFrom, arriveTo, rises.arriveFrom, rises.arriveTo], 4 * index);
  });
  return { order, runs, entering, reached: new Float64Array(4 * places.length) };
}
