import { campaignChoice } from "../campaign/campaign-choice.ts";
import type { EditPlanDeps } from "./edit-plan.ts";
import { unknownPlan } from "./plan-words.ts";
import { donePlan } from "./present-plan.ts";

/**
 * Makes ready what edits of a plan need, for who is about to edit it: the plan is read, its stations scored and a route
 * drawn, where edits will be. Nothing is kept. Throws the Refusals that an edit of the plan would.
 */
export async function rehearseEdit(planId: string, deps: EditPlanDeps): Promise<void> {
  const { territoryName, plan: base } = await donePlan(planId, deps.plans);
  const edits = await deps.edits.edits(planId);
  if (!edits) throw unknownPlan();
  const choice = edits.choice ?? (await campaignChoice(territoryName, deps));
  const steps = { revision: edits.revision, canUndo: false, canRedo: false };
  await deps.workers.editPlan({
    path: deps.library.path(territoryName),
    choice,
    planId,
    base,
    arrangement: await deps.edits.arrangement(planId, edits.position),
    step: { kind: "rehearse" },
    isRepair: false,
    before: steps,
    after: steps,
  });
}
