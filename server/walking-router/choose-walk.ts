import type { StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { END_SECONDS, MID_BLOCK_SECONDS, turnCrossingSeconds } from "./crossing-costs.ts";
import type { ModeNetwork } from "./mode-network.ts";
import type { PieceLinks } from "./piece-links.ts";
import { isSamePlace, type PricedPlace } from "./place-costs.ts";

/**
 * How to get from one place to another. "direct": along the piece they share. Otherwise the walk leaves by one end
 * of the first piece and enters by one end of the second; link = 2 × (leaves by `pieceTo`) + (enters by `pieceTo`).
 */
export interface WalkChoice {
  readonly kind: "direct" | WalkLink;
  /** Metres on the flat street of the mode, crossing included. Infinity when there is no way. */
  readonly effort: number;
  readonly crossingSeconds: number;
  readonly crossesWhere: "mid-block" | "first-end" | "last-end";
}
export type WalkLink = 0 | 1 | 2 | 3;

/**
 * The cheapest walk between two places, given the effort between the ends of their pieces (`links`, see
 * priceLinks). This is the model that the tables apply to many:
 *
 * - A walk that keeps to the right of the streets it follows arrives on their right: turning corners, it crosses only
 *   side streets. So the walk crosses a street of its own exactly when one door is on the right of the walk and the
 *   other on the left, and pays the crossing once, where it is quicker: the street it leaves or the one it enters.
 * - Doors facing each other on one piece cost the crossing of that piece, on the spot or, on big roads, by one of the
 *   ends, which are junctions or mapped crossings.
 * - A place of side 0 is on the street: nothing to cross.
 */
export function chooseWalk(
  network: ModeNetwork,
  { place: from, costs: leaving }: PricedPlace,
  { place: to, costs: arriving }: PricedPlace,
  { kept, crossed }: PieceLinks,
  metresPerSecond: number,
): WalkChoice {
  if (isSamePlace(from, to)) return { kind: "direct", effort: 0, crossingSeconds: 0, crossesWhere: "mid-block" };
  const sides = from.side * to.side;
  const fromClass = network.graph.pieceClass[from.piece] ?? 0;
  const toClass = network.graph.pieceClass[to.piece] ?? 0;
  const isOnePiece = from.piece === to.piece;
  const turnSeconds = turnCrossingSeconds(fromClass, toClass);
  const where = (END_SECONDS[fromClass] ?? 0) <= (END_SECONDS[toClass] ?? 0) ? "first-end" : "last-end";

  const directSeconds = sides === -1 ? (MID_BLOCK_SECONDS[fromClass] ?? 0) : 0;
  let kind: WalkChoice["kind"] = "direct";
  let effort = isOnePiece ? directEffort(network, from, to) + directSeconds * metresPerSecond : Infinity;
  let crossingSeconds = directSeconds;
  for (const first of [0, 2] as const) {
    // Compared and added in the order of the tables, so that both give the same walk to the last digit.
    let link: WalkLink = first;
    let seconds = 0;
    let reached = Infinity;
    for (const other of first === 0 ? LEAVING_BY_FROM : LEAVING_BY_TO) {
      const crosses = isOnePiece || other === 1 || other === 2 ? sides === -1 : sides === 1;
      const arrive = other % 2 === 0 ? arriving.arriveFrom : arriving.arriveTo;
      const effortToPlace = ((crosses ? crossed : kept)[other] ?? Infinity) + arrive;
      if (effortToPlace >= reached) continue;
      link = other;
      seconds = crosses ? turnSeconds : 0;
      reached = effortToPlace;
    }
    const linkEffort = (first === 0 ? leaving.leaveFrom : leaving.leaveTo) + reached;
    if (linkEffort >= effort) continue;
    kind = link;
    effort = linkEffort;
    crossingSeconds = seconds;
  }
  return { kind, effort, crossingSeconds, crossesWhere: kind === "direct" ? "mid-block" : where };
}

/** Effort metres along a piece from one place on it to another. */
function directEffort(network: ModeNetwork, from: StreetPlace, to: StreetPlace): number {
  const length = network.graph.pieceLengthMetres[from.piece] ?? 0;
  const metres = to.offsetMetres - from.offsetMetres;
  const effort = (metres >= 0 ? network.pieceForward[from.piece] : network.pieceBackward[from.piece]) ?? 0;
  if (effort === Infinity) return Infinity;
  return length > 0 ? (effort * Math.abs(metres)) / length : 0;
}

const LEAVING_BY_FROM = [0, 1] as const;
const LEAVING_BY_TO = [2, 3] as const;
