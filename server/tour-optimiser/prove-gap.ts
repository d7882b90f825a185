import { boundValue, type OtherStops } from "./bound-value.ts";
import { boundWalk } from "./bound-walk.ts";
import type { RoutingProblem, RoutingSolution } from "./routing-problem.ts";

/**
 * At most this much better could any routes be, as a share of what these reach: of their walking where every stop is
 * served, of their value where some are left out. Proved, never estimated; null when nothing useful is.
 */
export function proveGap(
  problem: RoutingProblem,
  { unserved, walkSeconds, servedValue }: Pick<RoutingSolution, "unserved" | "walkSeconds" | "servedValue">,
  others?: OtherStops,
): ProvedGap | null {
  const isWhole = unserved.length === 0 && (others?.values.length ?? 0) === 0;
  const reached = isWhole ? walkSeconds : servedValue;
  if (!(reached > 0)) return null;
  const bound = isWhole ? boundWalk(problem) : boundValue(problem, others);
  if (bound === null) return null;
  const gap = Math.max(0, (isWhole ? reached - bound : bound - reached) / reached);
  return gap <= WIDEST_GAP ? { gap, of: isWhole ? "walk" : "value" } : null;
}

export interface ProvedGap {
  /** As a share of what was reached, 0 or more. */
  readonly gap: number;
  readonly of: "walk" | "value";
}

/** A wider proof tells nobody anything. */
const WIDEST_GAP = 0.5;
