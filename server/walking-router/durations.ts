import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { directEffort } from "./choose-walk.ts";
import { MID_BLOCK_SECONDS, turnCrossingSeconds } from "./crossing-costs.ts";
import { createEndTable } from "./end-table.ts";
import type { NodeSearch } from "./node-search.ts";
import { groupByPiece, type PieceGroup } from "./piece-groups.ts";
import { barWalksBack } from "./piece-links.ts";
import { placeCosts } from "./place-costs.ts";

/**
 * Fills `output` with the walking seconds between all places, row by row (`output[from × n + to]`); Infinity where
 * there is no way.
 *
 * Many places share few street ends: one bounded search per *end* of a piece that has places, never per place. Each
 * pair is then the least of four sums (leave by an end + between ends + enter by an end), of which the leaving half is
 * shared by all places on one side of the other piece; places that share a piece may also walk along it.
 * O(ends × search + n²). A row of distances goes as soon as the last piece at its node is done, so that 5,000 places
 * need little more memory than their table.
 */
export function fillDurations(
  graph: StreetGraph,
  search: NodeSearch,
  places: readonly StreetPlace[],
  metresPerSecond: number,
  output: Float32Array,
): void {
  const { order, groups } = groupByPiece(graph, places);
  const count = places.length;
  const enterFrom = new Float64Array(count);
  const enterTo = new Float64Array(count);
  const leaveFrom = new Float64Array(count);
  const leaveTo = new Float64Array(count);
  places.forEach((place, index) => {
    const costs = placeCosts(graph, place);
    leaveFrom[index] = costs.leaveFrom;
    leaveTo[index] = costs.leaveTo;
  });
  order.forEach((index, at) => {
    const place = places[index];
    if (place === undefined) return;
    const costs = placeCosts(graph, place);
    enterFrom[at] = costs.arriveFrom;
    enterTo[at] = costs.arriveTo;
  });
  const ends = createEndTable(search, groups);
  const links = new Float64Array(4 * groups.length);
  const crossings = new Float64Array(groups.length);
  const secondsPerMetre = 1 / metresPerSecond;

  for (const [sourceIndex, source] of groups.entries()) {
    linkGroups(graph, groups, source, ends, links);
    for (let target = 0; target < groups.length; target++) {
      const seconds = turnCrossingSeconds(source.streetClass, groups[target]?.streetClass ?? 0);
      crossings[target] = seconds * metresPerSecond;
    }
    for (const { side, start, end } of source.runs) {
      for (let at = start; at < end; at++) {
        const place = order[at] ?? 0;
        fillRow(place * count, leaveFrom[place] ?? 0, leaveTo[place] ?? 0, side, sourceIndex);
      }
    }
    const ownLinks = links.subarray(4 * sourceIndex, 4 * sourceIndex + 4);
    fillOnePiece(graph, places, membersOf(source, order), ownLinks, metresPerSecond, output);
    ends.release(source.fromNode);
    ends.release(source.toNode);
  }

  function fillRow(rowStart: number, leavingFrom: number, leavingTo: number, side: number, sourceIndex: number): void {
    for (let target = 0; target < groups.length; target++) {
      const group = groups[target];
      if (target === sourceIndex || group === undefined) continue;
      const fromToFrom = leavingFrom + (links[4 * target] ?? 0);
      const fromToTo = leavingFrom + (links[4 * target + 1] ?? 0);
      const toToFrom = leavingTo + (links[4 * target + 2] ?? 0);
      const toToTo = leavingTo + (links[4 * target + 3] ?? 0);
      const crossing = crossings[target] ?? 0;
      for (const run of group.runs) {
        const straight = side * run.side === 1 ? crossing : 0;
        const turned = side * run.side === -1 ? crossing : 0;
        const byFrom = Math.min(fromToFrom + straight, toToFrom + turned);
        const byTo = Math.min(fromToTo + turned, toToTo + straight);
        for (let at = run.start; at < run.end; at++) {
          const one = byFrom + (enterFrom[at] ?? 0);
          const other = byTo + (enterTo[at] ?? 0);
          output[rowStart + (order[at] ?? 0)] = Math.min(one, other) * secondsPerMetre;
        }
      }
    }
  }
}

function linkGroups(
  graph: StreetGraph,
  groups: readonly PieceGroup[],
  source: PieceGroup,
  ends: ReturnType<typeof createEndTable>,
  links: Float64Array,
): void {
  const fromRow = ends.row(source.fromNode);
  const toRow = ends.row(source.toNode);
  groups.forEach((target, index) => {
    const [a, b] = [ends.indexOf(target.fromNode), ends.indexOf(target.toNode)];
    const distances = {
      fromToFrom: fromRow[a] ?? Infinity,
      fromToTo: fromRow[b] ?? Infinity,
      toToFrom: toRow[a] ?? Infinity,
      toToTo: toRow[b] ?? Infinity,
    };
    barWalksBack(graph, source.piece, target.piece, distances, links, 4 * index);
  });
}

function membersOf(group: PieceGroup, order: Int32Array): Int32Array {
  return order.subarray(group.runs[0]?.start ?? 0, group.runs.at(-1)?.end ?? 0);
}

/** Fills the cells of places that share a piece: the walk along it, or round by its ends. As chooseWalk does for one. */
function fillOnePiece(
  graph: StreetGraph,
  places: readonly StreetPlace[],
  members: Int32Array,
  links: Float64Array,
  metresPerSecond: number,
  output: Float32Array,
): void {
  const piece = places[members[0] ?? 0]?.piece ?? 0;
  const streetClass = graph.pieceClass[piece] ?? 0;
  const acrossMidBlock = (MID_BLOCK_SECONDS[streetClass] ?? 0) * metresPerSecond;
  const acrossAtEnd = turnCrossingSeconds(streetClass, streetClass) * metresPerSecond;
  const [fromToFrom = Infinity, fromToTo = Infinity, toToFrom = Infinity, toToTo = Infinity] = links;
  const secondsPerMetre = 1 / metresPerSecond;
  for (const from of members) {
    const place = places[from];
    if (place === undefined) continue;
    const leaving = placeCosts(graph, place);
    for (const to of members) {
      const other = places[to];
      if (other === undefined) continue;
      const arriving = placeCosts(graph, other);
      const isAcross = place.side * other.side === -1;
      const crossing = isAcross ? acrossAtEnd : 0;
      const effort = Math.min(
        directEffort(graph, place, other) + (isAcross ? acrossMidBlock : 0),
        leaving.leaveFrom + fromToFrom + crossing + arriving.arriveFrom,
        leaving.leaveFrom + fromToTo + crossing + arriving.arriveTo,
        leaving.leaveTo + toToFrom + crossing + arriving.arriveFrom,
        leaving.leaveTo + toToTo + crossing + arriving.arriveTo,
      );
      output[from * places.length + to] = effort * secondsPerMetre;
    }
  }
}
