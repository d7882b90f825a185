import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { chooseWalk } from "./choose-walk.ts";
import { turnCrossingSeconds } from "./crossing-costs.ts";
import { createEndTable, type PieceGroup } from "./end-table.ts";
import type { NodeSearch } from "./node-search.ts";
import { barWalksBack } from "./piece-links.ts";
import { placeCosts } from "./place-costs.ts";

/**
 * Fills `output` with the walking seconds between all places, row by row (`output[from × n + to]`); Infinity where
 * there is no way.
 *
 * Many places share few street ends: one bounded search per *end* of a piece that has places, never per place. Each
 * pair is then the least of four sums (leave by an end + between ends + enter by an end), plus the walk along the
 * piece for places that share one. O(ends × search + n²). A row of distances is dropped as soon as the last piece
 * at its node is done, so that 5,000 places need little more than their table.
 */
export function fillDurations(
  graph: StreetGraph,
  search: NodeSearch,
  places: readonly StreetPlace[],
  metresPerSecond: number,
  output: Float32Array,
): void {
  const count = places.length;
  const groups = groupByPiece(graph, places);
  const ends = createEndTable(search, groups);
  const costs = places.map((place) => placeCosts(graph, place));
  const arriveFrom = Float64Array.from(costs, (cost) => cost.arriveFrom);
  const arriveTo = Float64Array.from(costs, (cost) => cost.arriveTo);
  const sides = Int8Array.from(places, (place) => place.side);
  const links = new Float64Array(4 * groups.length);
  const secondsPerMetre = 1 / metresPerSecond;

  groups.forEach((source, sourceIndex) => {
    const fromRow = ends.row(source.fromNode);
    const toRow = ends.row(source.toNode);
    groups.forEach((target, targetIndex) => {
      const [a, b] = [ends.indexOf(target.fromNode), ends.indexOf(target.toNode)];
      const distances = {
        fromToFrom: fromRow[a] ?? Infinity,
        fromToTo: fromRow[b] ?? Infinity,
        toToFrom: toRow[a] ?? Infinity,
        toToTo: toRow[b] ?? Infinity,
      };
      barWalksBack(graph, source.piece, target.piece, distances, links, 4 * targetIndex);
    });
    for (const place of source.places) {
      const { leaveFrom, leaveTo } = costs[place] ?? NOWHERE;
      const side = sides[place] ?? 0;
      const rowStart = place * count;
      groups.forEach((target, targetIndex) => {
        if (targetIndex === sourceIndex) return;
        const crossing = turnCrossingSeconds(source.streetClass, target.streetClass) * metresPerSecond;
        const fromToFrom = leaveFrom + (links[4 * targetIndex] ?? 0);
        const fromToTo = leaveFrom + (links[4 * targetIndex + 1] ?? 0);
        const toToFrom = leaveTo + (links[4 * targetIndex + 2] ?? 0);
        const toToTo = leaveTo + (links[4 * targetIndex + 3] ?? 0);
        for (const other of target.places) {
          const bothSides = side * (sides[other] ?? 0);
          const straight = bothSides === 1 ? crossing : 0;
          const turned = bothSides === -1 ? crossing : 0;
          const [enterFrom, enterTo] = [arriveFrom[other] ?? 0, arriveTo[other] ?? 0];
          let least = fromToFrom + enterFrom + straight;
          const second = fromToTo + enterTo + turned;
          const third = toToFrom + enterFrom + turned;
          const fourth = toToTo + enterTo + straight;
          if (second < least) least = second;
          if (third < least) least = third;
          if (fourth < least) least = fourth;
          output[rowStart + other] = least * secondsPerMetre;
        }
      });
    }
    fillOnePiece(
      graph,
      places,
      source.places,
      links.subarray(4 * sourceIndex, 4 * sourceIndex + 4),
      metresPerSecond,
      output,
    );
    ends.release(source.fromNode);
    ends.release(source.toNode);
  });
}

function fillOnePiece(
  graph: StreetGraph,
  places: readonly StreetPlace[],
  members: Int32Array,
  links: Float64Array,
  metresPerSecond: number,
  output: Float32Array,
): void {
  for (const from of members) {
    for (const to of members) {
      const [fromPlace, toPlace] = [places[from], places[to]];
      if (fromPlace === undefined || toPlace === undefined) continue;
      const walk = from === to ? null : chooseWalk(graph, fromPlace, toPlace, links, metresPerSecond);
      output[from * places.length + to] = from === to ? 0 : (walk?.effort ?? Infinity) * (1 / metresPerSecond);
    }
  }
}

/** Places by piece, in the order of the pieces' first nodes, so that neighbours share searches. */
function groupByPiece(graph: StreetGraph, places: readonly StreetPlace[]): PieceGroup[] {
  const members = new Map<number, number[]>();
  places.forEach((place, index) => {
    const group = members.get(place.piece);
    if (group === undefined) members.set(place.piece, [index]);
    else group.push(index);
  });
  const groups = [...members].map(([piece, indices]) => ({
    piece,
    fromNode: graph.pieceFrom[piece] ?? 0,
    toNode: graph.pieceTo[piece] ?? 0,
    streetClass: graph.pieceClass[piece] ?? 0,
    places: Int32Array.from(indices),
  }));
  return groups.sort((a, b) => a.fromNode - b.fromNode || a.toNode - b.toNode || a.piece - b.piece);
}

const NOWHERE = { leaveFrom: Infinity, leaveTo: Infinity };
