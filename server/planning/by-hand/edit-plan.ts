import { unservedBetween } from "../../contract/compose-plan.ts";
import type { PlanRoute } from "../../contract/plan.ts";
import { type Arrangement, applyEdit, sameArrangement } from "../../contract/plan-arrangement.ts";
import type { EditedHead, EditSteps, HandEdit, UnservedChanges } from "../../contract/plan-edit.ts";
import { describeEdited, unservedChanges } from "./describe-edited.ts";
import { drawArrangement } from "./draw-arrangement.ts";
import type { EditGround } from "./edit-ground.ts";
import { settleEdit } from "./settle-edit.ts";

/** An edit, or an arrangement to go (back) to. */
export type EditStep = HandEdit | { readonly kind: "arrange"; readonly arrangement: Arrangement };

export interface EditedPlan {
  readonly arrangement: Arrangement;
  readonly isChanged: boolean;
  /** Against the plan as it was made. */
  readonly head: EditedHead;
  /** Against the plan as it was before the edit. */
  readonly unserved: UnservedChanges;
  /** The routes after the edit. */
  readonly routes: readonly PlanRoute[];
  /** Routes that are not as they were before the edit. */
  readonly changedRoutes: readonly PlanRoute[];
}

/**
 * One edit of a plan: the new arrangement, and the figures, paths and directions of the routes it touches. Throws the
 * Refusals of settleEdit and drawArrangement; nothing has changed then. `steps` are said when nothing has changed, and
 * when something has.
 */
export async function editPlan(
  arrangement: Arrangement,
  edit: EditStep,
  steps: { readonly before: EditSteps; readonly after: EditSteps },
  ground: EditGround,
): Promise<EditedPlan> {
  const before = await drawArrangement(arrangement, ground);
  const after =
    edit.kind === "arrange"
      ? edit.arrangement
      : applyEdit(arrangement, await settleEdit(edit, arrangement, before, ground));
  const drawn = await drawArrangement(after, ground, before);
  const isChanged = !sameArrangement(arrangement, after);
  const head = describeEdited(after, drawn, isChanged ? steps.after : steps.before, ground);
  return {
    arrangement: after,
    isChanged,
    head,
    unserved: unservedBetween(unservedChanges(arrangement, ground), head.unserved, ground.leftOut),
    routes: [...drawn.values()],
    changedRoutes: [...drawn.values()].filter((route) => before.get(route.id) !== route),
  };
}
