import { LIMITS } from "./plan-form.ts";
import { readWithin } from "./team-form.ts";

/** What zones are held against: each its share of all their work, or what a team does in one outing. */
export type BalanceTarget =
  | { readonly kind: "share" }
  | { readonly kind: "team"; readonly volunteers: number; readonly minutes: number };

export const EQUAL_SHARES: BalanceTarget = { kind: "share" };

export function sameTarget(a: BalanceTarget, b: BalanceTarget): boolean {
  return encodeTarget(a) === encodeTarget(b);
}

/** A team as "4_120", volunteers and minutes; nothing for equal shares. */
export function encodeTarget(target: BalanceTarget): string {
  return target.kind === "share" ? "" : `${target.volunteers}_${target.minutes}`;
}

/** A team that nobody could enter in the form is none. */
export function decodeTarget(text: string | null): BalanceTarget {
  const [people, time, ...rest] = (text ?? "").split("_");
  const [volunteers, minutes] = [readWithin(people ?? "", LIMITS.volunteers), readWithin(time ?? "", LIMITS.minutes)];
  return volunteers === null || minutes === null || rest.length > 0
    ? EQUAL_SHARES
    : { kind: "team", volunteers, minutes };
}
