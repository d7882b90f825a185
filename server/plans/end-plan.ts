import type { PlanJobs } from "./plan-jobs.ts";
import type { PlanStore } from "./plan-store.ts";
import { unknownPlan } from "./plan-words.ts";

/** Cancels a plan that runs, deletes one that has ended with the pages of its routes. Throws Refusal "nothing-found". */
export async function endPlan(
  planId: string,
  { jobs, plans }: { readonly jobs: Pick<PlanJobs, "cancel">; readonly plans: Pick<PlanStore, "find" | "remove"> },
): Promise<void> {
  const stored = await plans.find(planId);
  if (!stored) throw unknownPlan();
  if (stored.status === "running") await jobs.cancel(planId);
  else await plans.remove(planId);
}
