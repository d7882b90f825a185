import type { FieldState } from "../contract/field-events.ts";
import type { FieldLink } from "./link-store.ts";

/** What was reported before a link closed is taken in for so long after it. */
export const GRACE_MILLISECONDS = 3 * 24 * 3_600_000;

export function linkState(link: Pick<FieldLink, "expiresAt" | "endedAt" | "isTakenBack">, now: Date): FieldState {
  const closedFor = now.getTime() - closingTime(link);
  if (closedFor > GRACE_MILLISECONDS) return "closed";
  if (link.isTakenBack) return "taken-back";
  return closedFor >= 0 ? "grace" : "open";
}

/** In milliseconds: when the link expires, or its outing was ended before. */
export function closingTime({ expiresAt, endedAt }: Pick<FieldLink, "expiresAt" | "endedAt">): number {
  const expiry = Date.parse(expiresAt);
  return endedAt === null ? expiry : Math.min(expiry, Date.parse(endedAt));
}
