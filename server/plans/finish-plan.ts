import type { PlanJobs } from "./plan-jobs.ts";
import type { PlanStore } from "./plan-store.ts";
import { unknownPlan } from "./plan-words.ts";

/**
 * Asks a running plan for the best routes found so far. Nothing happens to a plan that has ended already. Throws Refusal
 * "nothing-found" on an unknown plan.
 */
export async function finishPlan(
  planId: string,
  { plans, jobs }: { readonly plans: Pick<PlanStore, "find">; readonly jobs: Pick<PlanJobs, "finish"> },
): Promise<void> {
  if (!(await plans.find(planId))) throw unknownPlan();
  jobs.finish(planId);
}
