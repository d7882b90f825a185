import { setTimeout as pause } from "node:timers/promises";
import type { PurgeReport } from "../contract/retention.ts";
import type { Actor } from "../people/actor.ts";
import { record } from "../people/audit.ts";
import type { AuditStore } from "../people/audit-store.ts";
import type { RetentionStore } from "./retention-store.ts";

const DAY_MS = 24 * 3600 * 1000;

export interface PurgeDailyDeps {
  readonly retention: Pick<RetentionStore, "due" | "purge">;
  readonly people: { readonly audit: Pick<AuditStore, "add"> };
  readonly now: () => Date;
  readonly log: { info(fields: object, sentence: string): void; error(fields: object, sentence: string): void };
}

/** Takes away what has stayed as long as it may: now, and once a day until the signal is aborted. Several processes may do so at once. */
export async function purgeDaily(signal: AbortSignal, deps: PurgeDailyDeps): Promise<void> {
  while (!signal.aborted) {
    try {
      await purgeNow({ accountId: null, name: "timer" }, deps);
    } catch (error) {
      deps.log.error({ error: String(error) }, "what was due could not be taken away; tried again in a day");
    }
    await pause(DAY_MS, undefined, { signal }).catch(() => {});
  }
}

/** Nothing is written down when nothing was due. */
export async function purgeNow(
  actor: Pick<Actor, "accountId" | "name">,
  { retention, people, now, log }: PurgeDailyDeps,
): Promise<PurgeReport> {
  const due = await retention.due(now());
  if (due.contacts + due.firstNames + due.events === 0) return due;
  const report = await retention.purge(now());
  if (report.contacts + report.firstNames + report.events === 0) return report;
  await record(actor, "data-purged", { kind: "campaign", id: null, details: { ...report } }, { people, now });
  log.info({ ...report }, "what had stayed as long as it may was taken away");
  return report;
}
