import { turnCrossingSeconds } from "./crossing-costs.ts";
import type { ModeNetwork } from "./mode-network.ts";
import { mendOneRoad, TIE_METRES } from "./one-road.ts";

/**
 * Effort of walks between the ends of two pieces, four per pair of pieces: from to from, from to to, to to from, to to
 * to. Infinity where there is no way, or none that a walker would take.
 */
export interface PieceLinks {
  /** Of walks that keep to their side of the streets they follow. */
  readonly kept: Float64Array;
  /** Of walks that cross on the way, crossing included. */
  readonly crossed: Float64Array;
}

/**
 * Makes links of `kept`, which holds, from `at` on, the effort between the four ends as searches find it. Walks that turn
 * round at the end of a street are barred, but where that is the only way to cross: see mendOneRoad.
 */
export function priceLinks(
  network: ModeNetwork,
  source: number,
  target: number,
  metresPerSecond: number,
  { kept, crossed }: PieceLinks,
  at: number,
): void {
  const { pieceClass } = network.graph;
  const crossing = turnCrossingSeconds(pieceClass[source] ?? 0, pieceClass[target] ?? 0) * metresPerSecond;
  const road = network.seams.roadOf(source);
  const found = road >= 0 && road === network.seams.roadOf(target) ? kept.slice(at, at + 4) : null;
  barWalksBack(network, source, target, kept, at);
  for (let link = at; link < at + 4; link++) crossed[link] = (kept[link] ?? Infinity) + crossing;
  if (found) mendOneRoad(network, { source, target, found, crossing }, { kept, crossed }, at);
}

/**
 * Bars walks between two pieces that begin by walking back over the first piece or end by coming back over the
 * second: leaving by the other end is shorter then, and only a walker cheating at crossings would turn round at the
 * end of the street. A barred link is Infinity; the shortest of the four is never barred.
 *
 * A search does not tell which way it went, but a shortest walk from `pieceFrom` goes back over the piece exactly when
 * it is as long as the piece plus the shortest walk from `pieceTo`.
 */
function barWalksBack(network: ModeNetwork, source: number, target: number, links: Float64Array, at: number): void {
  const fromToFrom = links[at] ?? Infinity;
  const fromToTo = links[at + 1] ?? Infinity;
  const toToFrom = links[at + 2] ?? Infinity;
  const toToTo = links[at + 3] ?? Infinity;
  const sourceForward = (network.pieceForward[source] ?? 0) - TIE_METRES;
  const sourceBackward = (network.pieceBackward[source] ?? 0) - TIE_METRES;
  const targetForward = (network.pieceForward[target] ?? 0) - TIE_METRES;
  const targetBackward = (network.pieceBackward[target] ?? 0) - TIE_METRES;
  if (fromToFrom >= sourceForward + toToFrom || fromToFrom >= fromToTo + targetBackward) links[at] = Infinity;
  if (fromToTo >= sourceForward + toToTo || fromToTo >= fromToFrom + targetForward) links[at + 1] = Infinity;
  if (toToFrom >= sourceBackward + fromToFrom || toToFrom >= toToTo + targetBackward) links[at + 2] = Infinity;
  if (toToTo >= sourceBackward + fromToTo || toToTo >= toToFrom + targetForward) links[at + 3] = Infinity;
}
