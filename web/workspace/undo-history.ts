/** States before and after the present one, oldest first. Kept short: undoing a choice, not keeping a record. */
export interface UndoHistory<State> {
  readonly past: readonly State[];
  readonly future: readonly State[];
}

const MOST_STEPS = 100;

export function emptyHistory<State>(): UndoHistory<State> {
  return { past: [], future: [] };
}

/** `before` was the present until now. */
export function recordStep<State>(history: UndoHistory<State>, before: State): UndoHistory<State> {
  return { past: [...history.past, before].slice(-MOST_STEPS), future: [] };
}

/** Null when there is nothing to undo. */
export function undoStep<State>(
  history: UndoHistory<State>,
  present: State,
): { readonly history: UndoHistory<State>; readonly present: State } | null {
  const before = history.past.at(-1);
  if (before === undefined) return null;
  return { history: { past: history.past.slice(0, -1), future: [present, ...history.future] }, present: before };
}

/** Null when there is nothing to redo. */
export function redoStep<State>(
  history: UndoHistory<State>,
  present: State,
): { readonly history: UndoHistory<State>; readonly present: State } | null {
  const [after, ...future] = history.future;
  if (after === undefined) return null;
  return { history: { past: [...history.past, present], future }, present: after };
}
