import type { BalanceTarget } from "../workspace/balance-target.ts";

/** Seconds of work that a zone should have. Null where no zone has any work. */
export function targetSeconds(target: BalanceTarget, workSeconds: readonly number[]): number | null {
  if (target.kind === "team") return target.volunteers * target.minutes * 60;
  const filled = workSeconds.filter((seconds) => seconds > 0);
  if (filled.length === 0) return null;
  return filled.reduce((sum, seconds) => sum + seconds, 0) / filled.length;
}

/** How far a zone may be from the target and still be said to be right. */
const TOLERANCE = 0.1;

export type BalanceWord = "right" | "light" | "heavy";

export function balanceWord(workSeconds: number, target: number): BalanceWord {
  const share = workSeconds / target;
  if (Math.abs(share - 1) <= TOLERANCE) return "right";
  return share < 1 ? "light" : "heavy";
}
