import type { FieldSheet } from "../../../server/contract/outings.ts";
import type { Said } from "../keep/field-store.ts";

/** One line of what this volunteer has said. */
export interface SaidLine {
  readonly said: Said;
  /** Null for what concerns no address. */
  readonly address: string | null;
  readonly isUndone: boolean;
}

/** What was said, newest first. An undo has no line of its own: it strikes out another. */
export function saidLines(sheet: FieldSheet, said: readonly Said[]): readonly SaidLine[] {
  const addresses = new Map(sheet.route.stops.map(({ id, address }) => [id, address]));
  const undone = new Set(said.flatMap(({ event }) => (event.kind === "undo" ? [event.undoes] : [])));
  return said
    .filter(({ event }) => event.kind !== "undo")
    .map((one) => ({
      said: one,
      address: "stopId" in one.event ? (addresses.get(one.event.stopId) ?? one.event.stopId) : null,
      isUndone: undone.has(one.id),
    }))
    .toReversed();
}

/** Whether the volunteer has said that the route is over, and not taken it back. */
export function isSaidEnded(said: readonly Said[]): boolean {
  return hasStanding(said, "route-ended");
}

export function isSaidBegun(said: readonly Said[]): boolean {
  return hasStanding(said, "route-begun");
}

function hasStanding(said: readonly Said[], kind: Said["event"]["kind"]): boolean {
  const undone = new Set(said.flatMap(({ event }) => (event.kind === "undo" ? [event.undoes] : [])));
  return said.some(({ id, event }) => event.kind === kind && !undone.has(id));
}
