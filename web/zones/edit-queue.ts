import type { ZoneEdit, ZoneStep, ZoningState } from "../../server/contract/drawn-zones.ts";
import { applySteps } from "./apply-steps.ts";
import { contentOf, type ZoningContent } from "./zoning-content.ts";

/**
 * A zoning as one window has it: what the server has confirmed, and one's own edits that it has not confirmed yet.
 * What is shown is the first with the second on top, so that an edit of somebody else goes under one's own and never
 * over it. Every window applies the same confirmed steps in the order of their revisions: all come to the same content.
 */
export interface EditQueue {
  readonly confirmed: ZoningContent;
  readonly revision: number;
  /** One's own edits without a confirmed revision, oldest first. */
  readonly pending: readonly ZoneEdit[];
  /** Confirmed edits that came before an earlier one. */
  readonly early: readonly ConfirmedEdit[];
}

export interface ConfirmedEdit {
  readonly revision: number;
  readonly editId: string;
  /** What was applied of it. */
  readonly steps: readonly ZoneStep[];
}

/** The state as the server has it, under the edits that are still on their way. An older state than known is left. */
export function loadQueue(before: EditQueue | null, state: ZoningState, pending: readonly ZoneEdit[]): EditQueue {
  if (before !== null && before.revision > state.revision) return { ...before, pending };
  const early = (before?.early ?? []).filter(({ revision }) => revision > state.revision);
  // An edit that was answered, and waited for those before it, is in the state by now.
  const known = new Set((before?.early ?? []).map(({ editId }) => editId));
  const left = pending.filter(({ id }) => !known.has(id) || early.some(({ editId }) => editId === id));
  return takeEarly({ confirmed: contentOf(state), revision: state.revision, pending: left, early });
}

export function queueEdit(queue: EditQueue, edit: ZoneEdit): EditQueue {
  return { ...queue, pending: [...queue.pending, edit] };
}

/** An edit that the server has applied, whoever made it. Told twice, or of a revision already known, it changes nothing. */
export function confirmEdit(queue: EditQueue, edit: ConfirmedEdit): EditQueue {
  if (edit.revision <= queue.revision) return dropEdit(queue, edit.editId);
  if (queue.early.some(({ revision }) => revision === edit.revision)) return queue;
  return takeEarly({ ...queue, early: [...queue.early, edit] });
}

/** Forgets an edit of one's own, of which nothing was applied. */
export function dropEdit(queue: EditQueue, editId: string): EditQueue {
  if (queue.pending.every(({ id }) => id !== editId)) return queue;
  return { ...queue, pending: queue.pending.filter(({ id }) => id !== editId) };
}

/** Whether an edit is missing between what is known and what came early: then the state has to be asked again. */
export function hasGap(queue: EditQueue): boolean {
  return queue.early.length > 0;
}

/** What the organizer sees: the confirmed content with one's own edits on top, as far as they still are possible. */
export function shownContent(queue: EditQueue): ZoningContent {
  const steps = queue.pending.flatMap((edit) => edit.steps);
  return steps.length === 0 ? queue.confirmed : applySteps(queue.confirmed, steps).content;
}

function takeEarly(queue: EditQueue): EditQueue {
  let { confirmed, revision } = queue;
  let { early, pending } = queue;
  for (;;) {
    const next = early.find((edit) => edit.revision === revision + 1);
    if (next === undefined) break;
    revision = next.revision;
    confirmed = applySteps(confirmed, next.steps).content;
    early = early.filter((edit) => edit !== next);
    pending = pending.filter(({ id }) => id !== next.editId);
  }
  return { confirmed, revision, pending, early };
}
