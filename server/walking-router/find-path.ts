import { pointAlong } from "../../geodata/geometry/path.ts";
import { pieceShape, type StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { chooseWalk, type WalkChoice } from "./choose-walk.ts";
import { isCrossedAtEndsOnly, turnCrossingSeconds } from "./crossing-costs.ts";
import { type ModeNetwork, metresBetween } from "./mode-network.ts";
import type { NodeSearch } from "./node-search.ts";
import { turningEnd } from "./one-road.ts";
import { type PieceLinks, priceLinks } from "./piece-links.ts";
import { pricedPlace } from "./place-costs.ts";
import { isRiddenOn, type TravelMode } from "./travel-modes.ts";
import { layOutPath, stretchMetres, type WalkCrossing, type WalkingPath, type WalkStretch } from "./walking-path.ts";

/** A walk that was found and can be drawn. */
export interface FoundPath {
  readonly durationSeconds: number;
  draw(): WalkingPath;
}

/**
 * The walk of one mode behind one entry of the table of durations: same costs, same choice. Null when there is no way.
 * One or two directed searches, from both ends of the first piece to both ends of the second.
 */
export function findPath(
  network: ModeNetwork,
  mode: TravelMode,
  search: NodeSearch,
  from: StreetPlace,
  to: StreetPlace,
): FoundPath | null {
  const { found, arcs } = searchLinks(network, search, from.piece, to.piece);
  const links: PieceLinks = { kept: found.slice(), crossed: new Float64Array(4) };
  const { metresPerSecond } = mode;
  priceLinks(network, from.piece, to.piece, metresPerSecond, links, 0);
  const cheapest = chooseWalk(network, pricedPlace(network, from), pricedPlace(network, to), links, metresPerSecond);
  if (cheapest.effort === Infinity) return null;
  const choice = withTurning(network, from, to, cheapest, found);
  const durationSeconds = choice.effort * (1 / mode.metresPerSecond) + (mode.unlockSeconds + mode.lockSeconds);
  return {
    durationSeconds,
    draw: () => {
      const stretches = stretchesOf(network, mode, from, to, choice, arcs);
      const crossings = crossingsOf(network, from, to, choice, stretches);
      return layOutPath(network.graph, stretches, crossings, durationSeconds, mode.kind === "ride");
    },
  };
}

function searchLinks(
  network: ModeNetwork,
  search: NodeSearch,
  source: number,
  target: number,
): { found: Float64Array; arcs: readonly (readonly number[])[] } {
  const { pieceFrom, pieceTo } = network.graph;
  const sourceEnds = [pieceFrom[source] ?? 0, pieceTo[source] ?? 0] as const;
  const targetEnds = [pieceFrom[target] ?? 0, pieceTo[target] ?? 0] as const;
  const links = new Float64Array(4);
  const arcs: (readonly number[])[] = [];
  const searchFrom = (end: 0 | 1): void => {
    search.run(sourceEnds[end]);
    for (const [index, targetEnd] of targetEnds.entries()) {
      links[2 * end + index] = search.distanceTo(targetEnd);
      arcs[2 * end + index] = search.arcsTo(targetEnd);
    }
  };
  search.aimAt(targetEnds);
  const [fromMetres, toMetres] = sourceEnds.map((end) => metresBetween(network, end, targetEnds[0]));
  const first = (fromMetres ?? 0) > (toMetres ?? 0) ? 0 : 1;
  const other = first === 0 ? 1 : 0;
  searchFrom(first);
  // From the far end, walks often pass the near one: what is left of them is the shortest from there.
  const along = 2 * source + first;
  if (arcs.slice(2 * first, 2 * first + 2).every((walk) => walk[0] === along)) {
    const effort = (first === 0 ? network.pieceForward[source] : network.pieceBackward[source]) ?? Infinity;
    for (const index of [0, 1]) {
      links[2 * other + index] = (links[2 * first + index] ?? Infinity) - effort;
      arcs[2 * other + index] = arcs[2 * first + index]?.slice(1) ?? [];
    }
  } else searchFrom(other);
  return { found: links, arcs };
}

/** A walk that crosses by turning round at the end of its road says so; see mendOneRoad. */
function withTurning(
  network: ModeNetwork,
  from: StreetPlace,
  to: StreetPlace,
  choice: WalkChoice,
  found: Float64Array,
): WalkChoice {
  if (choice.kind === "direct" || choice.crossingSeconds > 0) return choice;
  const end = turningEnd(network, { source: from.piece, target: to.piece, found }, choice.kind);
  if (end === null) return choice;
  const { pieceClass } = network.graph;
  const crossingSeconds = turnCrossingSeconds(pieceClass[from.piece] ?? 0, pieceClass[to.piece] ?? 0);
  return { ...choice, crossingSeconds, crossesWhere: end };
}

function stretchesOf(
  network: ModeNetwork,
  mode: TravelMode,
  from: StreetPlace,
  to: StreetPlace,
  choice: WalkChoice,
  arcs: readonly (readonly number[])[],
): WalkStretch[] {
  const along = (piece: number, fromMetres: number, toMetres: number): WalkStretch =>
    stretchOf(network, mode, piece, fromMetres, toMetres);
  const length = (piece: number): number => network.graph.pieceLengthMetres[piece] ?? 0;
  const stretches: WalkStretch[] = [];
  if (choice.kind === "direct") stretches.push(along(from.piece, from.offsetMetres, to.offsetMetres));
  else {
    stretches.push(along(from.piece, from.offsetMetres, choice.kind < 2 ? 0 : length(from.piece)));
    for (const arc of arcs[choice.kind] ?? []) {
      const piece = arc >> 1;
      stretches.push(arc & 1 ? along(piece, length(piece), 0) : along(piece, 0, length(piece)));
    }
    stretches.push(along(to.piece, choice.kind % 2 === 0 ? 0 : length(to.piece), to.offsetMetres));
  }
  const walked = stretches.filter((stretch) => stretchMetres(stretch) > 0);
  return withHandling(walked.length > 0 ? walked : stretches.slice(-1), mode);
}

function stretchOf(
  { graph, pieceForward, pieceBackward }: ModeNetwork,
  mode: TravelMode,
  piece: number,
  fromMetres: number,
  toMetres: number,
): WalkStretch {
  const forward = toMetres >= fromMetres;
  const effort = (forward ? pieceForward[piece] : pieceBackward[piece]) ?? 0;
  const length = graph.pieceLengthMetres[piece] ?? 0;
  const share = length > 0 ? Math.abs(toMetres - fromMetres) / length : 0;
  // Without the question, standing still on barred steps would take Infinity × 0 seconds.
  const durationSeconds = share > 0 ? (effort * share) / mode.metresPerSecond : 0;
  const isRidden = isRiddenOn(mode, graph.pieceClass[piece] ?? 0);
  return { piece, forward, fromMetres, toMetres, durationSeconds, isRidden };
}

/** Unlocking and locking take place on the first and the last stretch. */
function withHandling(stretches: readonly WalkStretch[], mode: TravelMode): WalkStretch[] {
  return stretches.map((stretch, index) => {
    const unlock = index === 0 ? mode.unlockSeconds : 0;
    const lock = index === stretches.length - 1 ? mode.lockSeconds : 0;
    return { ...stretch, durationSeconds: stretch.durationSeconds + unlock + lock };
  });
}

function crossingsOf(
  network: ModeNetwork,
  from: StreetPlace,
  to: StreetPlace,
  choice: WalkChoice,
  stretches: readonly WalkStretch[],
): WalkCrossing[] {
  const { graph } = network;
  const seconds = choice.crossingSeconds;
  if (seconds === 0) return [];
  const isFirst = choice.crossesWhere === "first-end";
  const isLeft = choice.kind === "direct" ? false : isFirst ? choice.kind < 2 : choice.kind % 2 === 0;
  const place = choice.kind === "direct" || !isFirst ? to : from;
  const offset = choice.kind === "direct" ? to.offsetMetres : isLeft ? 0 : (graph.pieceLengthMetres[place.piece] ?? 0);
  const walked = stretches.reduce((sum, stretch) => sum + stretchMetres(stretch), 0);
  const beyond = Math.abs(place.offsetMetres - offset);
  const atMetres = choice.kind === "direct" ? walked : isFirst ? beyond : Math.max(0, walked - beyond);
  const crossing = {
    position: pointAlong(pieceShape(graph, place.piece), offset),
    atMetres,
    seconds,
    piece: place.piece,
  };
  const node = (isLeft ? graph.pieceFrom : graph.pieceTo)[place.piece] ?? 0;
  if (!isCrossedAtEndsOnly(graph.pieceClass[place.piece] ?? 0) || !network.seams.isSeam(node)) return [crossing];
  return [{ ...crossing, ...crossableNode(network, stretches, isFirst) }];
}

/** The first node of a walk, or the last, where its road may be crossed: at the end of the street there is a seam. */
function crossableNode(
  { graph, seams }: ModeNetwork,
  stretches: readonly WalkStretch[],
  isFirst: boolean,
): Pick<WalkCrossing, "position" | "atMetres" | "piece"> | undefined {
  let walked = 0;
  const nodes = stretches.slice(0, -1).map((stretch, index) => {
    walked += stretchMetres(stretch);
    const node = (stretch.forward ? graph.pieceTo : graph.pieceFrom)[stretch.piece] ?? 0;
    return { node, atMetres: walked, piece: (isFirst ? stretch : stretches[index + 1])?.piece ?? stretch.piece };
  });
  if (!isFirst) nodes.reverse();
  const place = nodes.find(({ node }) => !seams.isSeam(node));
  return (
    place && {
      position: [graph.nodeLongitude[place.node] ?? 0, graph.nodeLatitude[place.node] ?? 0],
      atMetres: place.atMetres,
      piece: place.piece,
    }
  );
}
