import type { StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import type { SideRuns } from "./piece-groups.ts";
import { type PlaceCosts, placeCosts } from "./place-costs.ts";
import { type PlaceRises, placeRises, walkRise } from "./place-rises.ts";
import { type PieceLinks, type TableOfWalks, visitTable } from "./visit-table.ts";

/**
 * Metres climbed on the very walks that lowerDurations chooses: where the mode of this table is quicker than what
 * `seconds` holds, its seconds and its climb replace what the two tables hold. Cells as in lowerDurations.
 *
 * The choice between the four ways round is made cell by cell, in the order of chooseWalk, so that equal walks are
 * told apart as there; it takes about three times as long as durations alone.
 */
export function chooseClimbs(table: TableOfWalks, seconds: Float32Array, climbs: Float32Array): void {
  const { network, mode, sources, targets } = table;
  const { graph } = network;
  const width = targets.order.length;
  const tables: Tables = {
    seconds,
    climbs,
    order: targets.order,
    runs: targets.runs,
    entering: columnsOf(targets.places, (place) => {
      const costs = placeCosts(network, place);
      const rises = placeRises(graph, place);
      return [costs.arriveFrom, costs.arriveTo, rises.arriveFrom, rises.arriveTo];
    }),
    secondsPerMetre: 1 / mode.metresPerSecond,
    handlingSeconds: mode.unlockSeconds + mode.lockSeconds,
  };
  visitTable(table, true, {
    run: (run, piece) => {
      for (let at = run.start; at < run.end; at++) {
        const index = sources.order[at] ?? 0;
        const place = sources.places[index];
        if (place === undefined) continue;
        const leaving = { costs: placeCosts(network, place), rises: placeRises(graph, place), side: run.side };
        chooseRow(tables, index * width, leaving, piece);
      }
    },
    cell: (sourceIndex, targetIndex, walk, rises) => {
      const [from, to] = [sources.places[sourceIndex], targets.places[targetIndex]];
      if (from === undefined || to === undefined) return;
      const metres = walkRise(graph, walk.kind, from, to, rises);
      choose(tables, sourceIndex * width + targetIndex, walk.effort, metres);
    },
  });
}

interface Tables {
  readonly seconds: Float32Array;
  readonly climbs: Float32Array;
  readonly order: Int32Array;
  readonly runs: SideRuns;
  /** By target: effort, then climb, from each end of its piece. */
  readonly entering: Float64Array;
  readonly secondsPerMetre: number;
  readonly handlingSeconds: number;
}

function chooseRow(
  tables: Tables,
  rowStart: number,
  { costs, rises, side }: { readonly costs: PlaceCosts; readonly rises: PlaceRises; readonly side: number },
  piece: PieceLinks,
): void {
  const { order, runs, entering } = tables;
  const { links, crossings, ownGroup } = piece;
  let at = 0;
  for (let run = 0; run < runs.group.length; run++) {
    const group = runs.group[run] ?? 0;
    const end = runs.end[run] ?? 0;
    if (group === ownGroup) {
      at = end;
      continue;
    }
    const sides = side * (runs.side[run] ?? 0);
    const straight = sides === 1 ? (crossings[group] ?? 0) : 0;
    const turned = sides === -1 ? (crossings[group] ?? 0) : 0;
    const link = 4 * group;
    const fromToFrom = (links[link] ?? Infinity) + straight;
    const fromToTo = (links[link + 1] ?? Infinity) + turned;
    const toToFrom = (links[link + 2] ?? Infinity) + turned;
    const toToTo = (links[link + 3] ?? Infinity) + straight;
    for (; at < end; at++) {
      const target = order[at] ?? 0;
      const enterFrom = entering[4 * target] ?? Infinity;
      const enterTo = entering[4 * target + 1] ?? Infinity;
      const second = costs.leaveFrom + (fromToTo + enterTo);
      const third = costs.leaveTo + (toToFrom + enterFrom);
      const fourth = costs.leaveTo + (toToTo + enterTo);
      let kind = 0;
      let effort = costs.leaveFrom + (fromToFrom + enterFrom);
      if (second < effort) {
        kind = 1;
        effort = second;
      }
      if (third < effort) {
        kind = 2;
        effort = third;
      }
      if (fourth < effort) {
        kind = 3;
        effort = fourth;
      }
      const leaveRise = kind < 2 ? rises.leaveFrom : rises.leaveTo;
      const enterRise = entering[4 * target + 2 + (kind & 1)] ?? Infinity;
      choose(tables, rowStart + target, effort, leaveRise + (piece.rises[link + kind] ?? Infinity) + enterRise);
    }
  }
}

/** Compared as the tables hold seconds, in 32 bits, so that one mode is preferred to another as `path` does. */
function choose(tables: Tables, cell: number, effort: number, metres: number): void {
  const { seconds, climbs, secondsPerMetre, handlingSeconds } = tables;
  const cellSeconds = Math.fround(effort * secondsPerMetre + handlingSeconds);
  if (cellSeconds >= (seconds[cell] ?? 0)) return;
  seconds[cell] = cellSeconds;
  climbs[cell] = metres === Infinity ? 0 : metres;
}

/** Four numbers per place, one place after the other. */
function columnsOf(
  places: readonly StreetPlace[],
  numbersOf: (place: StreetPlace) => readonly [number, number, number, number],
): Float64Array {
  const columns = new Float64Array(4 * places.length);
  places.forEach((place, index) => {
    columns.set(numbersOf(place), 4 * index);
  });
  return columns;
}
