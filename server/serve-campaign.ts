import { fileURLToPath } from "node:url";
import { type AppDeps, createApp } from "./app.ts";
import type { NamedCampaign } from "./campaign/campaign-list.ts";
import { FIRST_CAMPAIGN, linkTokens } from "./campaign/campaign-slug.ts";
import { createChoiceStore } from "./campaign/choice-store.ts";
import type { OpenCampaign } from "./campaign/open-campaign.ts";
import { createContactStore } from "./contacts/contact-store.ts";
import { createZoneEditStore } from "./drawn-zones/zone-edit-store.ts";
import { createZoningStore } from "./drawn-zones/zoning-store.ts";
import { createFieldStores } from "./field/field-stores.ts";
import { clientAddress } from "./http/client-address.ts";
import { newToken } from "./http/new-token.ts";
import { createOutingRouteStore } from "./outings/outing-route-store.ts";
import { createOutingStore } from "./outings/outing-store.ts";
import { createPeopleStores } from "./people/create-people-stores.ts";
import { createOutingReach } from "./people/outing-reach.ts";
import type { PeopleStores } from "./people/people-deps.ts";
import { sealStoredSecrets } from "./people/seal-stored-secrets.ts";
import { createPlanEditStore } from "./plans/plan-edit-store.ts";
import { createPlanJobs } from "./plans/plan-jobs.ts";
import { createPlanStore } from "./plans/plan-store.ts";
import { INTERRUPTED } from "./plans/plan-words.ts";
import { sharedAmongProcesses } from "./plans/shared-among-processes.ts";
import { programVersion } from "./program-version.ts";
import { createOutingReaders } from "./progress/outing-readers.ts";
import { createProgressStore } from "./progress/progress-store.ts";
import { purgeDaily } from "./retention/purge-daily.ts";
import { createRetentionStore } from "./retention/retention-store.ts";
import { createSurveyStore } from "./surveys/survey-store.ts";
import type { Workers } from "./work/create-workers.ts";

/** What all campaigns of an installation share: territories, threads, imports, and who may look after them. */
export interface Machine
  extends Pick<
    AppDeps,
    | "library"
    | "kept"
    | "programId"
    | "publicUrl"
    | "hostNames"
    | "imports"
    | "importJobs"
    | "importBounds"
    | "isAtMachine"
    | "isOwnMachine"
    | "passwords"
    | "secrets"
    | "now"
  > {
  readonly home: string;
  /** False: open whatever accounts there are. */
  readonly needsAccounts: boolean;
  readonly workers: Workers;
  readonly log: AppDeps["log"] & { info(fields: object, sentence: string): void };
  /** Aborted when the server stops. */
  readonly closing: AbortSignal;
}

/** One campaign behind HTTP: everything that people write is its own. Close it after the listener. */
export async function serveCampaign(
  campaign: NamedCampaign,
  { database, bells, mark, close }: OpenCampaign,
  { home, needsAccounts, ...machine }: Machine,
) {
  const { log, now, workers, programId } = machine;
  const isFirst = campaign.slug === FIRST_CAMPAIGN;
  const plans = createPlanStore(database);
  if (mark) {
    // Nobody else serves this campaign, so a plan that still runs is one that a killed server left behind.
    const count = await plans.failRunning(INTERRUPTED);
    if (count > 0) log.info({ count }, "plans of an interrupted server were marked as failed");
  }
  const { locked } = await sealStoredSecrets(database, machine.secrets);
  if (locked > 0) {
    log.error({ count: locked }, "second factors were sealed with a key that this machine has not; see SECURITY.md");
  }
  const newLinkToken = linkTokens(campaign.slug, newToken);
  const ownJobs = createPlanJobs({ workers, plans, newToken: newLinkToken, log });
  const { slug } = campaign;
  const shared = await sharedAmongProcesses({ home, slug, database, bells, jobs: ownJobs, plans, programId, log });
  const jobs = shared?.jobs ?? ownJobs;
  const stores = createPeopleStores(database);
  const people = needsAccounts ? stores : withoutAccounts(stores);
  const progress = createProgressStore(database);
  const retention = createRetentionStore(database);
  const purging = purgeDaily(machine.closing, { retention, people, now, log });
  const app = createApp({
    ...machine,
    plans,
    edits: createPlanEditStore(database),
    jobs,
    newToken,
    newLinkToken,
    choices: createChoiceStore(database),
    zonings: createZoningStore(database),
    zoneEdits: createZoneEditStore(database),
    outings: createOutingStore(database),
    outingRoutes: createOutingRouteStore(database),
    surveys: createSurveyStore(database),
    field: createFieldStores(database),
    clientAddress,
    bells,
    progress,
    readers: createOutingReaders({ progress, bells, now }),
    contacts: createContactStore(database),
    retention,
    whoActs: (context) => context.get("actor").name,
    webFolder: fileURLToPath(new URL("../dist/web", import.meta.url)),
    version: programVersion(),
    // What all campaigns share is looked after from the first.
    isAtMachine: isFirst ? machine.isAtMachine : () => false,
    people,
    outingReach: createOutingReach(database),
    campaign,
  });
  return {
    fetch: app.fetch,
    people,
    async close() {
      await purging;
      await jobs.close();
      await shared?.close();
      await close();
    },
  };
}

/** As if nobody had ever made one. */
function withoutAccounts(people: PeopleStores): PeopleStores {
  return { ...people, accounts: { ...people.accounts, exists: async () => false } };
}
