import { campaignChoice } from "../campaign/campaign-choice.ts";
import type { PlanChange } from "../contract/plan-change.ts";
import { unknownPlan } from "./plan-words.ts";
import { type PresentPlanDeps, presentPlan } from "./present-plan.ts";
import type { StartPlanDeps } from "./start-plan.ts";

/**
 * Begins a plan that changes another and gives its id at once; the other stays as it is. Throws Refusal on a plan that is
 * unknown or not done, "too-many-plans" when too many wait already. What does not fit the plan shows as the failure of
 * the new one.
 */
export async function startChange(
  planId: string,
  change: PlanChange,
  deps: StartPlanDeps & PresentPlanDeps,
  madeBy: string | null = null,
): Promise<string> {
  const { territoryName, plan } = await presentPlan(planId, deps);
  const request = await deps.plans.request(planId);
  if (!request) throw unknownPlan();
  const path = deps.library.path(territoryName);
  const choice = await campaignChoice(territoryName, deps);
  deps.jobs.checkRoom();
  const changedId = deps.newToken();
  const perRoute = request.pairs ? 2 : 1;
  const volunteers = request.volunteers + perRoute * (change.addedRoutes - new Set(change.removedRoutes).size);
  const asked = { ...request, volunteers: Math.max(1, volunteers), minutes: change.minutes ?? request.minutes };
  await deps.plans.add({ id: changedId, territoryName, request: asked, madeBy, createdAt: deps.now() });
  deps.jobs.start(changedId, { path, order: { plan, change }, choice });
  return changedId;
}
