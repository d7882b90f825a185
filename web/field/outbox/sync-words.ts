import type { FieldProblem } from "../field-client.ts";
import type { Waiting } from "../keep/field-store.ts";

/** How far what was said is from headquarters, as the page says it in words. */
export type SyncState =
  | { readonly kind: "up-to-date" }
  | { readonly kind: "sending"; readonly count: number }
  | { readonly kind: "offline"; readonly count: number }
  | { readonly kind: "refused"; readonly message: string; readonly count: number };

/** What is refused is said first: it alone asks for something of the volunteer. */
export function syncState(now: {
  readonly isOnline: boolean;
  readonly waiting: number;
  readonly refusal: string | null;
}): SyncState {
  if (now.refusal !== null) return { kind: "refused", message: now.refusal, count: now.waiting };
  if (!now.isOnline) return { kind: "offline", count: now.waiting };
  return now.waiting > 0 ? { kind: "sending", count: now.waiting } : { kind: "up-to-date" };
}

/** Why something is not taken, in the server's words: for good, or for now. */
export function refusalOf(outbox: readonly Waiting[], problem: FieldProblem | null): string | null {
  const refused = outbox.find(({ refusal }) => refusal !== null)?.refusal;
  if (refused) return refused.message;
  return problem !== null && problem.status < 500 && problem.message !== "" ? problem.message : null;
}

/** Why the server cannot take anything for a while, in its words, once it has failed twice: a short one is nobody's concern. */
export function delayOf(problem: FieldProblem | null, failures: number): string | null {
  const isTheirs = problem !== null && problem.status >= 500 && problem.code !== "unreadable";
  return isTheirs && failures >= 2 && problem.message !== "" ? problem.message : null;
}
