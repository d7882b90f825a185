import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sweepAbandonedPartials } from "../geodata/territory/partial-file.ts";
import {
  arpentHome,
  findTerritory,
  listTerritories,
  territoriesFolder,
} from "../geodata/territory/territory-folder.ts";
import { createApp } from "./app.ts";
import { createChoiceStore } from "./campaign/choice-store.ts";
import { openCampaign } from "./campaign/open-campaign.ts";
import { createZoneEditStore } from "./drawn-zones/zone-edit-store.ts";
import { createZoningStore } from "./drawn-zones/zoning-store.ts";
import { createFieldStores } from "./field/field-stores.ts";
import { whoMayImport } from "./http/at-machine.ts";
import { clientAddress } from "./http/client-address.ts";
import { newToken } from "./http/new-token.ts";
import { LOOPBACK_NAMES } from "./http/security.ts";
import { createImportJobs } from "./imports/import-jobs.ts";
import { importBounds } from "./imports/import-limits.ts";
import { createImportStore } from "./imports/import-store.ts";
import { listen } from "./listen.ts";
import { createLog } from "./log.ts";
import type { RouterServer } from "./osrm-router/parse-router-url.ts";
import { createOutingRouteStore } from "./outings/outing-route-store.ts";
import { createOutingStore } from "./outings/outing-store.ts";
import { createPlanEditStore } from "./plans/plan-edit-store.ts";
import { createPlanJobs } from "./plans/plan-jobs.ts";
import { createPlanStore } from "./plans/plan-store.ts";
import { INTERRUPTED } from "./plans/plan-words.ts";
import { createKeptAnswers } from "./territories/kept-answers.ts";
import { createTerritoryLibrary } from "./territories/territory-library.ts";
import { createWorkers } from "./work/create-workers.ts";

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Where phones reach this server, e.g. https://arpent.example.org; null when it has no such name. */
  readonly publicUrl: string | null;
  /** Who measures and draws the walks of plans; null, the default, for our own engine. */
  readonly router?: RouterServer | null;
  readonly isQuiet?: boolean;
}

export interface RunningServer {
  /** e.g. http://127.0.0.1:4810 */
  readonly url: string;
  /** Ends event streams, lets answers under way finish, marks running plans as failed, closes every file. */
  close(): Promise<void>;
}

const KEPT_BYTES = 64_000_000;

/**
 * Starts the server on this machine's territories and campaign ($ARPENT_HOME). Throws PortInUse when another program
 * listens there.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const bounds = importBounds(process.env);
  const home = arpentHome();
  mkdirSync(home, { recursive: true });
  const log = createLog(options.isQuiet ?? false);
  const { database, bells, mark, close: closeCampaign } = await openCampaign(home, process.env.DATABASE_URL);
  const plans = createPlanStore(database);
  const now = () => new Date();
  const imports = createImportStore(join(home, "imports"));
  mkdirSync(imports.folder, { recursive: true });
  const workers = createWorkers({ router: options.router ?? null });
  const importJobs = createImportJobs({ workers, imports, now, log });
  if (mark) {
    // Nobody else serves this campaign, so a plan that still runs is one that a killed server left behind.
    const count = await plans.failRunning(INTERRUPTED);
    if (count > 0) log.info({ count }, "plans of an interrupted server were marked as failed");
    const builds = importJobs.recover();
    if (builds > 0) log.info({ count: builds }, "builds of an interrupted server were marked as interrupted");
    sweepAbandonedPartials(territoriesFolder(), Date.now());
  }

  const library = createTerritoryLibrary({ names: listTerritories, find: findTerritory });
  const jobs = createPlanJobs({ workers, plans, newToken, log });
  const closing = new AbortController();
  const app = createApp({
    library,
    workers,
    plans,
    edits: createPlanEditStore(database),
    jobs,
    log,
    newToken,
    choices: createChoiceStore(database),
    zonings: createZoningStore(database),
    outings: createOutingStore(database),
    outingRoutes: createOutingRouteStore(database),
    zoneEdits: createZoneEditStore(database),
    field: createFieldStores(database),
    clientAddress,
    bells,
    kept: createKeptAnswers(KEPT_BYTES),
    programId: newToken(),
    publicUrl: options.publicUrl,
    hostNames: namesOf(options),
    closing: closing.signal,
    webFolder: fileURLToPath(new URL("../dist/web", import.meta.url)),
    version: programVersion(),
    now,
    imports,
    importJobs,
    importBounds: bounds,
    isAtMachine: whoMayImport(process.env.ARPENT_IMPORT, options.publicUrl),
  });

  async function closeStores(): Promise<void> {
    await Promise.all([jobs.close(), importJobs.close()]);
    await workers.close();
    await closeCampaign();
    library.close();
  }

  try {
    const listener = await listen(app.fetch, options);
    return {
      url: listener.url,
      async close() {
        closing.abort();
        await listener.close();
        await closeStores();
      },
    };
  } catch (error) {
    await closeStores();
    throw error;
  }
}

/** A server that only this machine can reach answers to the machine's own names and to the one it was given. */
function namesOf({ host, publicUrl }: ServeOptions): readonly string[] | null {
  if (!LOOPBACK_NAMES.includes(host) && host !== "::1") return null;
  return publicUrl === null ? LOOPBACK_NAMES : [...LOOPBACK_NAMES, new URL(publicUrl).hostname];
}

function programVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
