import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { END_SECONDS, MID_BLOCK_SECONDS, turnCrossingSeconds } from "./crossing-costs.ts";
import { type PlaceCosts, placeCosts } from "./place-costs.ts";

/**
 * How to get from one place to another. "direct": along the piece they share. Otherwise the walk leaves by one end
 * of the first piece and enters by one end of the second; link = 2 × (leaves by `pieceTo`) + (enters by `pieceTo`).
 */
export interface WalkChoice {
  readonly kind: "direct" | 0 | 1 | 2 | 3;
  /** Flat-walk metres, crossing included. */
  readonly effort: number;
  readonly crossingSeconds: number;
  readonly crossesWhere: "mid-block" | "first-end" | "last-end";
}

/**
 * The cheapest walk between two places, given the effort between the ends of their pieces (`links`, see
 * barWalksBack). Null when there is none. This is the model that `durations` applies to a whole table:
 *
 * - A walk that keeps to the right of the streets it follows arrives on their right: turning corners, it crosses only
 *   side streets. So the walk crosses a street of its own exactly when one door is on the right of the walk and the
 *   other on the left, and pays the crossing once, where it is quicker: the street it leaves or the one it enters.
 * - Doors facing each other on one piece cost the crossing of that piece, on the spot or, on big roads, by one of the
 *   ends, which are junctions or mapped crossings.
 * - A place of side 0 is on the street: nothing to cross.
 */
export function chooseWalk(
  graph: StreetGraph,
  from: StreetPlace,
  to: StreetPlace,
  links: ArrayLike<number>,
  metresPerSecond: number,
): WalkChoice | null {
  const leaving = placeCosts(graph, from);
  const arriving = placeCosts(graph, to);
  const sides = from.side * to.side;
  const fromClass = graph.pieceClass[from.piece] ?? 0;
  const toClass = graph.pieceClass[to.piece] ?? 0;
  const isOnePiece = from.piece === to.piece;
  const turnSeconds = turnCrossingSeconds(fromClass, toClass);
  const crossesWhere = (END_SECONDS[fromClass] ?? 0) <= (END_SECONDS[toClass] ?? 0) ? "first-end" : "last-end";

  let best: WalkChoice | null = null;
  const consider = (
    kind: WalkChoice["kind"],
    effort: number,
    seconds: number,
    where: WalkChoice["crossesWhere"],
  ): void => {
    if (effort < (best?.effort ?? Infinity)) best = { kind, effort, crossingSeconds: seconds, crossesWhere: where };
  };
  if (isOnePiece) {
    const seconds = sides === -1 ? (MID_BLOCK_SECONDS[fromClass] ?? 0) : 0;
    consider("direct", directEffort(graph, from, to) + seconds * metresPerSecond, seconds, "mid-block");
  }
  for (const link of LINKS) {
    const crosses = isOnePiece || link === 1 || link === 2 ? sides === -1 : sides === 1;
    const seconds = crosses ? turnSeconds : 0;
    // Added in the order of fillDurations, so that both give the same number to the last digit.
    const reachingPiece = leaveBy(leaving, link) + (links[link] ?? Infinity) + seconds * metresPerSecond;
    consider(link, reachingPiece + arriveBy(arriving, link), seconds, crossesWhere);
  }
  return best;
}

/** Flat-walk metres along a piece from one place on it to another. */
export function directEffort(graph: StreetGraph, from: StreetPlace, to: StreetPlace): number {
  const length = graph.pieceLengthMetres[from.piece] ?? 0;
  const metres = to.offsetMetres - from.offsetMetres;
  const effort = metres >= 0 ? graph.pieceEffortForward[from.piece] : graph.pieceEffortBackward[from.piece];
  return length > 0 ? ((effort ?? 0) * Math.abs(metres)) / length : 0;
}

function leaveBy(costs: PlaceCosts, link: number): number {
  return link < 2 ? costs.leaveFrom : costs.leaveTo;
}

function arriveBy(costs: PlaceCosts, link: number): number {
  return link % 2 === 0 ? costs.arriveFrom : costs.arriveTo;
}

const LINKS = [0, 1, 2, 3] as const;
