import { setTimeout as pause } from "node:timers/promises";
import type { Bells } from "../campaign/bells.ts";
import type { PlanJobs } from "./plan-jobs.ts";
import type { PlanOwnerStore } from "./plan-owner-store.ts";
import type { PlanStore } from "./plan-store.ts";
import { INTERRUPTED } from "./plan-words.ts";

export interface SharedPlanJobsDeps {
  readonly jobs: PlanJobs;
  readonly plans: Pick<PlanStore, "find">;
  readonly owners: PlanOwnerStore;
  readonly bells: Bells;
  readonly programId: string;
  /** Whether another process of the campaign has ended. */
  readonly isGone: (programId: string) => Promise<boolean>;
  readonly log: { error(fields: object, sentence: string): void; info(fields: object, sentence: string): void };
  /** For tests: between two looks after the others. */
  readonly lookMs?: number;
}

/** A process that lost PostgreSQL for a moment has lost its mark as well: it is gone when it is so at two looks. */
const LOOK_MS = 10_000;

/**
 * The plans of a process among several on one campaign: whichever of them is asked to cancel or finish a plan, the one that makes it does;
 * and plans that a killed process left behind are marked as interrupted by the others.
 */
export function sharePlanJobs(deps: SharedPlanJobsDeps): PlanJobs {
  const { jobs, bells, owners, plans, programId, log } = deps;
  const closing = new AbortController();
  const watching = watchOthers(deps, closing.signal);

  /** Until the plan has ended, what others ask of it is done here. */
  async function obey(planId: string): Promise<void> {
    const ended = new AbortController();
    const signal = AbortSignal.any([ended.signal, closing.signal]);
    void bells.heard(finishBell(planId), signal).then(() => {
      if (!signal.aborted) jobs.finish(planId);
    });
    for (;;) {
      const job = jobs.find(planId);
      if (!job || closing.signal.aborted) break;
      const round = new AbortController();
      const either = AbortSignal.any([round.signal, closing.signal]);
      const isAsked = await Promise.race([
        bells.heard(cancelBell(planId), either).then(() => true),
        job.bell.heard(either).then(() => false),
      ]);
      round.abort();
      if (isAsked && (await plans.find(planId))?.status === "cancelled") await jobs.cancel(planId);
    }
    ended.abort();
  }

  return {
    checkRoom: jobs.checkRoom,
    find: jobs.find,
    start(planId, order) {
      jobs.start(planId, order);
      owners
        .claim(planId, programId)
        .then(() => obey(planId))
        .catch((error: unknown) => log.error({ planId }, `a plan is not shared with other processes: ${error}`));
    },
    async cancel(planId) {
      await jobs.cancel(planId);
      bells.ring(cancelBell(planId));
    },
    finish(planId) {
      if (jobs.finish(planId)) return true;
      bells.ring(finishBell(planId));
      return false;
    },
    async close() {
      closing.abort();
      await watching;
      await jobs.close();
    },
  };
}

async function watchOthers(
  { owners, isGone, programId, log, lookMs = LOOK_MS }: SharedPlanJobsDeps,
  signal: AbortSignal,
): Promise<void> {
  let suspects = new Set<string>();
  while (!signal.aborted) {
    try {
      const gone = new Set<string>();
      for (const owner of await owners.owners()) if (owner !== programId && (await isGone(owner))) gone.add(owner);
      for (const owner of gone) {
        if (!suspects.has(owner)) continue;
        const ids = await owners.failPlansOf(owner, INTERRUPTED);
        log.info({ count: ids.length }, "plans of an interrupted server were marked as failed");
      }
      suspects = gone;
    } catch (error) {
      // PostgreSQL is gone for a while: who lives is looked up again when it is back.
      suspects = new Set();
      log.info({ error: String(error) }, "other servers could not be looked up");
    }
    await pause(lookMs, undefined, { signal }).catch(() => {});
  }
}

function cancelBell(planId: string): string {
  return `plan-cancelled:${planId}`;
}

function finishBell(planId: string): string {
  return `plan-finish:${planId}`;
}
