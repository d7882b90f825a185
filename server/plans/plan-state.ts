import type { Language } from "../contract/plan.ts";
import type { PlanState } from "../contract/territories.ts";
import type { PlanJobs } from "./plan-jobs.ts";
import type { PlanStore } from "./plan-store.ts";
import { unknownPlan } from "./plan-words.ts";

/**
 * All of a plan's state but the plan itself, which is sent as it was packed, and what its edits were. Throws Refusal
 * "nothing-found".
 */
export async function planState(
  planId: string,
  language: Language,
  { jobs, plans }: { readonly jobs: Pick<PlanJobs, "find">; readonly plans: PlanStore },
): Promise<Omit<PlanState, "plan" | "recentEdits">> {
  const stored = await plans.find(planId);
  if (!stored) throw unknownPlan();
  const { id, territoryName, createdAt, status, failure } = stored;
  return {
    id,
    territoryName,
    createdAt,
    status,
    progress: status === "running" ? (jobs.find(planId)?.progress ?? null) : null,
    failure: failure ? { code: failure.code, message: failure.sentence[language] } : null,
    routeTokens: status === "done" ? await plans.routeTokens(planId) : {},
  };
}
