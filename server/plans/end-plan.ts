import type { Bells } from "../campaign/bells.ts";
import type { OutingStore } from "../outings/outing-store.ts";
import { planInOuting } from "../outings/outing-words.ts";
import { planEditsBell } from "./plan-edit-events.ts";
import type { PlanJobs } from "./plan-jobs.ts";
import type { PlanStore } from "./plan-store.ts";
import { unknownPlan } from "./plan-words.ts";

/**
 * Cancels a plan that runs, deletes one that has ended with the pages of its routes. Throws Refusal "nothing-found", and
 * "plan-in-outing" on a plan that an outing is made of.
 */
export async function endPlan(
  planId: string,
  {
    jobs,
    plans,
    outings,
    bells,
  }: {
    readonly jobs: Pick<PlanJobs, "cancel">;
    readonly plans: Pick<PlanStore, "find" | "remove">;
    readonly outings: Pick<OutingStore, "namesOfPlan">;
    readonly bells: Pick<Bells, "ring">;
  },
): Promise<void> {
  const stored = await plans.find(planId);
  if (!stored) throw unknownPlan();
  if (stored.status === "running") return jobs.cancel(planId);
  const names = await outings.namesOfPlan(planId);
  if (names.length > 0) throw planInOuting(names);
  await plans.remove(planId);
  bells.ring(planEditsBell(planId));
}
