import { invertZoneSteps } from "../../server/contract/apply-zone-edit.ts";
import type { ZoneStep } from "../../server/contract/drawn-zones.ts";
import { applySteps } from "./apply-steps.ts";
import type { ZoningContent } from "./zoning-content.ts";

/** Something that was done, as far as it was possible: what undo takes back and redo does again. */
export interface DoneEdit {
  readonly id: string;
  readonly steps: readonly ZoneStep[];
}

/** One's own edits, oldest first; those of others are not one's own to undo. */
export interface ZoneHistory {
  readonly past: readonly DoneEdit[];
  readonly future: readonly DoneEdit[];
}

export const NO_HISTORY: ZoneHistory = { past: [], future: [] };

export function recordEdit(history: ZoneHistory, edit: DoneEdit): ZoneHistory {
  return { past: [...history.past, edit], future: [] };
}

/** What was applied in the end takes the place of what was hoped; an edit of which nothing was applied is forgotten. */
export function settleEdit(history: ZoneHistory, editId: string, steps: readonly ZoneStep[]): ZoneHistory {
  const settle = (list: readonly DoneEdit[]) =>
    list.flatMap((edit) => (edit.id !== editId ? [edit] : steps.length === 0 ? [] : [{ ...edit, steps }]));
  return { past: settle(history.past), future: history.future };
}

/**
 * The steps to take now to undo the last edit, or to do the next one again, as far as others have left it possible.
 * No steps: others have changed all of it; the edit is passed over. Null when there is nothing to take.
 */
export function takeHistory(
  history: ZoneHistory,
  direction: "undo" | "redo",
  content: ZoningContent,
): { readonly history: ZoneHistory; readonly steps: readonly ZoneStep[]; readonly isWhole: boolean } | null {
  const { past, future } = history;
  const taken = direction === "undo" ? past.at(-1) : future[0];
  if (taken === undefined) return null;
  const wanted = direction === "undo" ? invertZoneSteps(taken.steps) : taken.steps;
  const { steps } = applySteps(content, wanted);
  const isWhole = steps.length === wanted.length && sameCount(steps, wanted);
  const again = isWhole ? taken : shortened(taken, steps, direction);
  const kept = again.steps.length === 0 ? [] : [again];
  return direction === "undo"
    ? { history: { past: past.slice(0, -1), future: [...kept, ...future] }, steps, isWhole }
    : { history: { past: [...past, ...kept], future: future.slice(1) }, steps, isWhole };
}

/** What was not undone is not done again, and the other way round. */
function shortened(edit: DoneEdit, steps: readonly ZoneStep[], direction: "undo" | "redo"): DoneEdit {
  return { id: edit.id, steps: direction === "undo" ? invertZoneSteps(steps) : steps };
}

function sameCount(a: readonly ZoneStep[], b: readonly ZoneStep[]): boolean {
  return a.every((step, place) => addressCount(step) === addressCount(b[place]));
}

function addressCount(step: ZoneStep | undefined): number {
  return step?.kind === "addresses-moved" ? step.addressIds.length : 0;
}
