import { type ChoiceDeps, campaignChoice } from "../campaign/campaign-choice.ts";
import type { PlanRequest } from "../contract/plan.ts";
import { leaveOutDone } from "../progress/leave-out-done.ts";
import type { ProgressStore } from "../progress/progress-store.ts";
import type { PlanJobs } from "./plan-jobs.ts";
import type { PlanStore } from "./plan-store.ts";

export interface StartPlanDeps extends ChoiceDeps {
  readonly jobs: PlanJobs;
  readonly plans: PlanStore;
  readonly progress: Pick<ProgressStore, "covered">;
  readonly newToken: () => string;
  readonly now: () => Date;
}

/**
 * Begins a plan and gives its id at once. Throws Refusal "nothing-found" for an unknown territory, "too-many-plans"
 * when too many wait already. What is wrong with the request itself shows as the plan's failure.
 */
export async function startPlan(
  territoryName: string,
  asked: PlanRequest,
  deps: StartPlanDeps,
  madeBy: string | null = null,
): Promise<string> {
  const path = deps.library.path(territoryName);
  const choice = await campaignChoice(territoryName, deps);
  const request = await leaveOutDone(territoryName, asked, deps);
  deps.jobs.checkRoom();
  const planId = deps.newToken();
  await deps.plans.add({ id: planId, territoryName, request, madeBy, createdAt: deps.now() });
  deps.jobs.start(planId, { path, order: request, choice });
  return planId;
}
