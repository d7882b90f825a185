import { setTimeout as pause } from "node:timers/promises";
import type { Language, PlanProgress } from "../contract/plan.ts";
import type { PlanJobs } from "./plan-jobs.ts";
import type { PlanStore, StoredPlan } from "./plan-store.ts";
import { unknownPlan } from "./plan-words.ts";

/** One event of a plan's stream. Ids of progress grow; the last event of every stream is `FINAL_ID`. */
export interface PlanEvent {
  readonly event: "progress" | "done" | "failed" | "cancelled";
  readonly id: string;
  readonly data: string;
}

export const FINAL_ID = "final";

/** Between two looks at a plan that another process computes. */
const LOOK_EVERY_MS = 1000;

/**
 * What happens to a plan, from now or from after `lastEventId`, until it has ended or the reader has left. Progress
 * that nobody read in time is skipped: only the latest counts.
 * Throws Refusal "nothing-found" when there is no such plan.
 */
export async function* planEvents(
  planId: string,
  options: { readonly lastEventId: string | null; readonly language: Language; readonly signal: AbortSignal },
  { jobs, plans }: { readonly jobs: Pick<PlanJobs, "find">; readonly plans: Pick<PlanStore, "find"> },
): AsyncGenerator<PlanEvent> {
  const { language, signal } = options;
  let seen = Number(options.lastEventId ?? 0) || 0;
  while (!signal.aborted) {
    const job = jobs.find(planId);
    if (job?.progress && job.sequence > seen) {
      seen = job.sequence;
      yield { event: "progress", id: String(seen), data: JSON.stringify(job.progress satisfies PlanProgress) };
    } else if (job) {
      await job.bell.heard(signal);
    } else {
      const plan = await plans.find(planId);
      if (!plan) throw unknownPlan();
      if (plan.status !== "running") return yield lastEvent(plan, language);
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
  }
}

function lastEvent({ id, status, failure }: StoredPlan, language: Language): PlanEvent {
  switch (status) {
    case "failed": {
      const problem = { code: failure?.code ?? "our-fault", message: failure?.sentence[language] ?? "" };
      return { event: "failed", id: FINAL_ID, data: JSON.stringify({ error: problem }) };
    }
    case "cancelled":
      return { event: "cancelled", id: FINAL_ID, data: JSON.stringify({ planId: id }) };
    default:
      return { event: "done", id: FINAL_ID, data: JSON.stringify({ planId: id }) };
  }
}
