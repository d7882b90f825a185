import type { Plan } from "../contract/plan.ts";
import type { Workers } from "../work/create-workers.ts";
import type { PackedJson } from "../work/packed-json.ts";
import type { PlanEditStore } from "./plan-edit-store.ts";
import type { PlanStore } from "./plan-store.ts";
import { planNotDone, unknownPlan } from "./plan-words.ts";

export interface PresentPlanDeps {
  readonly plans: Pick<PlanStore, "find" | "plan">;
  readonly edits: Pick<PlanEditStore, "parts">;
  readonly workers: Pick<Workers, "composePlan">;
}

/** A plan that has its routes, with every edit by hand. Throws Refusal "nothing-found" and "plan-not-done". */
export async function presentPlan(
  planId: string,
  { plans, edits, workers }: PresentPlanDeps,
): Promise<{ readonly territoryName: string; readonly plan: PackedJson<Plan> }> {
  const made = await donePlan(planId, plans);
  const parts = await edits.parts(planId);
  return parts === null ? made : { ...made, plan: await workers.composePlan({ base: made.plan, parts }) };
}

/** The same as it was made, whatever was edited since. */
export async function donePlan(
  planId: string,
  plans: PresentPlanDeps["plans"],
): Promise<{ readonly territoryName: string; readonly plan: PackedJson<Plan> }> {
  const stored = await plans.find(planId);
  if (!stored) throw unknownPlan();
  const plan = stored.status === "done" ? await plans.plan(planId) : null;
  if (!plan) throw planNotDone();
  return { territoryName: stored.territoryName, plan };
}
