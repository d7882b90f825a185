import type { PlanEditedEvent } from "../../server/contract/plan-edit.ts";
import type { PlanState } from "../../server/contract/territories.ts";

/** What is known of the edits of a plan without having it. */
export type HeardEdits = PlanEditedEvent;

export const NOTHING_HEARD: HeardEdits = { revision: 0, recentEdits: [] };

/** 0 for a plan that nobody has edited. */
export function revisionOf(state: PlanState | null): number {
  return state?.plan?.edited?.revision ?? 0;
}

export function editsIn(state: PlanState | null): HeardEdits {
  return { revision: revisionOf(state), recentEdits: state?.recentEdits ?? [] };
}

/** Whether an edit is in a plan as it was read. One that was made while it was read may be told of and not be in it. */
export function isIn(state: PlanState | null, editId: string): boolean {
  const { revision: read, recentEdits } = editsIn(state);
  return recentEdits.some(({ id, revision }) => id === editId && revision <= read);
}

/** Whether any edit after a revision is not among one's own. Those of programs may have no id, and are nobody's own. */
export function hasOthers({ revision, recentEdits }: HeardEdits, after: number, own: ReadonlySet<string>): boolean {
  const ownSince = recentEdits.filter((edit) => edit.revision > after && edit.revision <= revision && own.has(edit.id));
  return ownSince.length < revision - after;
}
