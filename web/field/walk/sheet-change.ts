import type { FieldSheet } from "../../../server/contract/outings.ts";

/** What headquarters changed in a route while it was being walked. */
export interface SheetChange {
  readonly gone: number;
  readonly added: number;
  /** Addresses that stayed, in another order. */
  readonly isReordered: boolean;
}

/** Null when nothing that the volunteer walks is different. */
export function sheetChange(before: FieldSheet, after: FieldSheet): SheetChange | null {
  const old = before.route.stops.map(({ id }) => id);
  const fresh = after.route.stops.map(({ id }) => id);
  const kept = old.filter((id) => fresh.includes(id));
  const change = {
    gone: old.length - kept.length,
    added: fresh.length - kept.length,
    isReordered: kept.some((id, place) => id !== fresh.filter((one) => old.includes(one))[place]),
  };
  return change.gone > 0 || change.added > 0 || change.isReordered ? change : null;
}
