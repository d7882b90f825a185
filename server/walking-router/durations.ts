import type { ModeNetwork } from "./mode-network.ts";
import type { GroupedPlaces } from "./piece-groups.ts";
import { placeCosts } from "./place-costs.ts";
import { type LinksOfPiece, type TableOfWalks, visitTable } from "./visit-table.ts";

/**
 * Lowers the cells of a table, `output[source × targets + target]`, to the seconds of its mode, where that is quicker
 * than what they hold.
 *
 * Each walk is the least of four sums: leave by an end + between ends + enter by an end. The latter two are shared by
 * all sources on one side of a piece, which leaves two sums per cell. O(pieces × distances + pieces² + cells).
 */
export function lowerDurations(table: TableOfWalks, output: Float32Array): void {
  const { network, mode, sources, targets } = table;
  const columns = columnsOf(network, targets);
  const { order } = targets;
  const width = order.length;
  const secondsPerMetre = 1 / mode.metresPerSecond;
  const handlingSeconds = mode.unlockSeconds + mode.lockSeconds;
  visitTable(table, false, {
    run: (run, piece) => {
      reachColumns(columns, run.side, piece);
      for (let at = run.start; at < run.end; at++) {
        const index = sources.order[at] ?? 0;
        const place = sources.places[index];
        if (place === undefined) continue;
        const { leaveFrom, leaveTo } = placeCosts(network, place);
        lowerRow(output, index * width, columns, { leaveFrom, leaveTo, secondsPerMetre, handlingSeconds });
      }
    },
    cell: (sourceIndex, targetIndex, walk) => {
      const cell = sourceIndex * width + targetIndex;
      const seconds = walk.effort * secondsPerMetre + handlingSeconds;
      if (seconds < (output[cell] ?? 0)) output[cell] = seconds;
    },
  });
}

/** From the ends of a piece, for walks that leave on one side of it, to all targets but those on the piece itself. */
function reachColumns(
  { order, runGroup, runSide, runEnd, enterFrom, enterTo, reachedFrom, reachedTo }: Columns,
  side: number,
  { kept, crossed, ownGroup }: LinksOfPiece,
): void {
  let at = 0;
  for (let run = 0; run < runGroup.length; run++) {
    const group = runGroup[run] ?? 0;
    const end = runEnd[run] ?? 0;
    for (; group === ownGroup && at < end; at++) {
      const target = order[at] ?? 0;
      reachedFrom[target] = Infinity;
      reachedTo[target] = Infinity;
    }
    const sides = side * (runSide[run] ?? 0);
    const straight = sides === 1 ? crossed : kept;
    const turned = sides === -1 ? crossed : kept;
    const link = 4 * group;
    const fromToFrom = straight[link] ?? Infinity;
    const fromToTo = turned[link + 1] ?? Infinity;
    const toToFrom = turned[link + 2] ?? Infinity;
    const toToTo = straight[link + 3] ?? Infinity;
    for (; at < end; at++) {
      const byFrom = enterFrom[at] ?? Infinity;
      const byTo = enterTo[at] ?? Infinity;
      const target = order[at] ?? 0;
      reachedFrom[target] = Math.min(fromToFrom + byFrom, fromToTo + byTo);
      reachedTo[target] = Math.min(toToFrom + byFrom, toToTo + byTo);
    }
  }
}

/** Where most of the time goes, n² cells: it reads and writes in the order of memory. */
function lowerRow(
  output: Float32Array,
  rowStart: number,
  { reachedFrom, reachedTo }: Columns,
  pace: {
    readonly leaveFrom: number;
    readonly leaveTo: number;
    readonly secondsPerMetre: number;
    readonly handlingSeconds: number;
  },
): void {
  const { leaveFrom, leaveTo, secondsPerMetre, handlingSeconds } = pace;
  const width = reachedFrom.length;
  for (let target = 0; target < width; target++) {
    const effort = Math.min(leaveFrom + (reachedFrom[target] ?? Infinity), leaveTo + (reachedTo[target] ?? Infinity));
    const seconds = effort * secondsPerMetre + handlingSeconds;
    const cell = rowStart + target;
    if (seconds < (output[cell] ?? 0)) output[cell] = seconds;
  }
}

/** The targets side by side. */
interface Columns {
  /** What is by place in this order: indices of targets by piece and side. */
  readonly order: Int32Array;
  readonly runGroup: Int32Array;
  readonly runSide: Int32Array;
  readonly runEnd: Int32Array;
  /** Effort from the ends of its piece to each target, in that order. */
  readonly enterFrom: Float64Array;
  readonly enterTo: Float64Array;
  /** Effort from each end of the source piece to each target, by index, for one side of the source. */
  readonly reachedFrom: Float64Array;
  readonly reachedTo: Float64Array;
}

function columnsOf(network: ModeNetwork, { places, order, runs }: GroupedPlaces): Columns {
  const enterFrom = new Float64Array(order.length);
  const enterTo = new Float64Array(order.length);
  order.forEach((index, at) => {
    const place = places[index];
    if (place === undefined) return;
    const costs = placeCosts(network, place);
    enterFrom[at] = costs.arriveFrom;
    enterTo[at] = costs.arriveTo;
  });
  return {
    order,
    runGroup: runs.group,
    runSide: runs.side,
    runEnd: runs.end,
    enterFrom,
    enterTo,
    reachedFrom: new Float64Array(order.length),
    reachedTo: new Float64Array(order.length),
  };
}
