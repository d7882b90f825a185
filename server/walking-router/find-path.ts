import { pointAlong } from "../../geodata/geometry/path.ts";
import { pieceShape, type StreetGraph, type StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { chooseWalk, type WalkChoice } from "./choose-walk.ts";
import type { NodeSearch } from "./node-search.ts";
import { barWalksBack } from "./piece-links.ts";
import { layOutPath, stretchMetres, type WalkCrossing, type WalkingPath, type WalkStretch } from "./walking-path.ts";

/**
 * The walk behind one entry of the table of durations: same costs, same choice. Null when there is no way. Two bounded
 * searches, from both ends of the first piece to both ends of the second.
 */
export function findPath(
  graph: StreetGraph,
  search: NodeSearch,
  from: StreetPlace,
  to: StreetPlace,
  metresPerSecond: number,
): WalkingPath | null {
  if (isSamePlace(from, to))
    return layOutPath(
      graph,
      [stretchOf(graph, from.piece, from.offsetMetres, to.offsetMetres, metresPerSecond)],
      [],
      0,
    );
  const { links, arcs } = searchLinks(graph, search, from.piece, to.piece);
  const choice = chooseWalk(graph, from, to, links, metresPerSecond);
  if (choice === null) return null;
  const stretches = stretchesOf(graph, from, to, choice, arcs, metresPerSecond);
  const durationSeconds = choice.effort * (1 / metresPerSecond);
  return layOutPath(graph, stretches, crossingsOf(graph, from, to, choice, stretches), durationSeconds);
}

function isSamePlace(from: StreetPlace, to: StreetPlace): boolean {
  return from.piece === to.piece && from.offsetMetres === to.offsetMetres && from.side === to.side;
}

function searchLinks(
  graph: StreetGraph,
  search: NodeSearch,
  source: number,
  target: number,
): { links: Float64Array; arcs: number[][] } {
  const sourceEnds = [graph.pieceFrom[source] ?? 0, graph.pieceTo[source] ?? 0];
  const targetEnds = [graph.pieceFrom[target] ?? 0, graph.pieceTo[target] ?? 0];
  search.aimAt(targetEnds);
  const distances: number[] = [];
  const arcs: number[][] = [];
  for (const sourceEnd of sourceEnds) {
    search.run(sourceEnd);
    for (const targetEnd of targetEnds) {
      distances.push(search.distanceTo(targetEnd));
      arcs.push(search.arcsTo(targetEnd));
    }
  }
  const [fromToFrom = Infinity, fromToTo = Infinity, toToFrom = Infinity, toToTo = Infinity] = distances;
  const links = new Float64Array(4);
  barWalksBack(graph, source, target, { fromToFrom, fromToTo, toToFrom, toToTo }, links, 0);
  return { links, arcs };
}

function stretchesOf(
  graph: StreetGraph,
  from: StreetPlace,
  to: StreetPlace,
  choice: WalkChoice,
  arcs: readonly (readonly number[])[],
  metresPerSecond: number,
): WalkStretch[] {
  const along = (piece: number, fromMetres: number, toMetres: number): WalkStretch =>
    stretchOf(graph, piece, fromMetres, toMetres, metresPerSecond);
  if (choice.kind === "direct") return [along(from.piece, from.offsetMetres, to.offsetMetres)];
  const length = (piece: number): number => graph.pieceLengthMetres[piece] ?? 0;
  const stretches = [along(from.piece, from.offsetMetres, choice.kind < 2 ? 0 : length(from.piece))];
  for (const arc of arcs[choice.kind] ?? []) {
    const piece = arc >> 1;
    stretches.push(arc & 1 ? along(piece, length(piece), 0) : along(piece, 0, length(piece)));
  }
  stretches.push(along(to.piece, choice.kind % 2 === 0 ? 0 : length(to.piece), to.offsetMetres));
  const walked = stretches.filter((stretch) => stretchMetres(stretch) > 0);
  return walked.length > 0 ? walked : stretches.slice(-1);
}

function stretchOf(
  graph: StreetGraph,
  piece: number,
  fromMetres: number,
  toMetres: number,
  metresPerSecond: number,
): WalkStretch {
  const forward = toMetres >= fromMetres;
  const effort = (forward ? graph.pieceEffortForward[piece] : graph.pieceEffortBackward[piece]) ?? 0;
  const length = graph.pieceLengthMetres[piece] ?? 0;
  const share = length > 0 ? Math.abs(toMetres - fromMetres) / length : 0;
  return { piece, forward, fromMetres, toMetres, durationSeconds: (effort * share) / metresPerSecond };
}

function crossingsOf(
  graph: StreetGraph,
  from: StreetPlace,
  to: StreetPlace,
  choice: WalkChoice,
  stretches: readonly WalkStretch[],
): WalkCrossing[] {
  const seconds = choice.crossingSeconds;
  if (seconds === 0) return [];
  const isFirst = choice.crossesWhere === "first-end";
  const isLeft = choice.kind === "direct" ? false : isFirst ? choice.kind < 2 : choice.kind % 2 === 0;
  const place = choice.kind === "direct" || !isFirst ? to : from;
  const offset = choice.kind === "direct" ? to.offsetMetres : isLeft ? 0 : (graph.pieceLengthMetres[place.piece] ?? 0);
  const walked = stretches.reduce((sum, stretch) => sum + stretchMetres(stretch), 0);
  const beyond = Math.abs(place.offsetMetres - offset);
  const atMetres = choice.kind === "direct" ? walked : isFirst ? beyond : Math.max(0, walked - beyond);
  return [{ position: pointAlong(pieceShape(graph, place.piece), offset), atMetres, seconds, piece: place.piece }];
}
