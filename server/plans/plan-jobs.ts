import { Cancelled } from "../../geodata/readers/source-rows.ts";
import type { PlanProgress } from "../contract/plan.ts";
import { Refusal } from "../contract/refusal.ts";
import { describeError, type FaultLog } from "../http/problem-response.ts";
import { createSignalBell, type SignalBell } from "../http/signal-bell.ts";
import type { PlanOrder, Workers } from "../work/create-workers.ts";
import type { PlanStore } from "./plan-store.ts";
import { INTERRUPTED } from "./plan-words.ts";

/** The plans that this process is computing. They live here while they run and in the store once they have ended. */
export interface PlanJobs {
  /** Begins a plan that the store already knows. */
  start(planId: string, order: PlanOrder): void;
  /** Throws Refusal "too-many-plans" when one more would wait too long. */
  checkRoom(): void;
  find(planId: string): PlanJob | null;
  /** Ends a plan of this process at once for its readers; its thread follows. */
  cancel(planId: string): Promise<void>;
  /** Ends the search of a plan of this process with the best routes found so far; false when it is not running here. */
  finish(planId: string): boolean;
  /** Stops everything; plans that were running are marked as failed. */
  close(): Promise<void>;
}

export interface PlanJob {
  /** Null until the first word of the worker. */
  readonly progress: PlanProgress | null;
  /** Grows by one with each progress. */
  readonly sequence: number;
  /** Rings with each progress and at the end. */
  readonly bell: SignalBell;
}

interface RunningJob extends PlanJob {
  progress: PlanProgress | null;
  sequence: number;
  hasBegun: boolean;
  readonly controller: AbortController;
  readonly finishing: AbortController;
}

/** Plans that may wait for a thread. Ten plans of ten seconds are as long as anybody waits. */
const MOST_WAITING = 10;

export interface PlanJobsDeps {
  readonly workers: Pick<Workers, "plan" | "planThreads">;
  readonly plans: PlanStore;
  readonly newToken: () => string;
  readonly log: FaultLog;
}

export function createPlanJobs({ workers, plans, newToken, log }: PlanJobsDeps): PlanJobs {
  /** Every job whose thread has not ended, in the order of their start. */
  const running = new Map<string, RunningJob>();
  /** Jobs that were cancelled: their readers have been told already. */
  const cancelled = new Set<string>();
  const endings = new Set<Promise<void>>();
  let isClosing = false;

  function report(job: RunningJob, progress: PlanProgress): void {
    job.progress = progress;
    job.sequence += 1;
    job.bell.ring();
  }

  function tellWaiting(): void {
    [...running.values()].forEach((job, position) => {
      const ahead = position - workers.planThreads + 1;
      if (!job.hasBegun && ahead > 0) report(job, { stage: "doors", share: 0, ahead });
    });
  }

  async function run(planId: string, job: RunningJob, order: PlanOrder): Promise<void> {
    try {
      const finished = await workers.plan(order, {
        signal: job.controller.signal,
        finish: job.finishing.signal,
        onProgress(progress) {
          job.hasBegun = true;
          report(job, progress);
        },
      });
      await plans.finish(planId, finished, newToken);
    } catch (error) {
      if (isClosing) await plans.fail(planId, INTERRUPTED);
      else if (error instanceof Cancelled) await plans.cancel(planId);
      else {
        const { code, sentence } = describeError(error, log);
        await plans.fail(planId, { code, sentence });
      }
    } finally {
      running.delete(planId);
      cancelled.delete(planId);
      job.bell.ring();
      tellWaiting();
    }
  }

  return {
    checkRoom() {
      if (running.size >= workers.planThreads + MOST_WAITING) throw tooManyPlans(running.size);
    },
    start(planId, order) {
      const job: RunningJob = {
        progress: null,
        sequence: 0,
        hasBegun: false,
        bell: createSignalBell(),
        controller: new AbortController(),
        finishing: new AbortController(),
      };
      running.set(planId, job);
      const ending = run(planId, job, order)
        .catch((error) => log.error({ planId }, `the end of a plan could not be stored: ${error}`))
        .finally(() => endings.delete(ending));
      endings.add(ending);
      tellWaiting();
    },
    find: (planId) => (cancelled.has(planId) ? null : (running.get(planId) ?? null)),
    async cancel(planId) {
      await plans.cancel(planId);
      const job = running.get(planId);
      if (!job) return;
      cancelled.add(planId);
      job.controller.abort();
      job.bell.ring();
    },
    finish(planId) {
      const job = running.get(planId);
      if (!job || cancelled.has(planId)) return false;
      job.finishing.abort();
      return true;
    },
    async close() {
      isClosing = true;
      for (const { controller } of running.values()) controller.abort();
      await Promise.all(endings);
    },
  };
}

function tooManyPlans(count: number): Refusal {
  return new Refusal(
    "too-many-plans",
    {
      fr: `${count} plans sont déjà en cours ou en attente. Attendez que l’un d’eux se termine, ou annulez-en un.`,
      en: `${count} plans are running or waiting already. Wait until one ends, or cancel one.`,
    },
    429,
  );
}
