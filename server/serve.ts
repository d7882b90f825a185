import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { sweepAbandonedPartials } from "../geodata/territory/partial-file.ts";
import {
  arpentHome,
  findTerritory,
  listTerritories,
  territoriesFolder,
} from "../geodata/territory/territory-folder.ts";
import { listCampaigns } from "./campaign/campaign-list.ts";
import { FIRST_CAMPAIGN } from "./campaign/campaign-slug.ts";
import { dispatchCampaigns } from "./campaign/dispatch-campaigns.ts";
import { openCampaign } from "./campaign/open-campaign.ts";
import { whoMayImport } from "./http/at-machine.ts";
import { newToken } from "./http/new-token.ts";
import { refuseRequest } from "./http/refuse-request.ts";
import { LOOPBACK_NAMES } from "./http/security.ts";
import { createImportJobs } from "./imports/import-jobs.ts";
import { importBounds } from "./imports/import-limits.ts";
import { createImportStore } from "./imports/import-store.ts";
import { listen } from "./listen.ts";
import { createLog } from "./log.ts";
import type { RouterServer } from "./osrm-router/parse-router-url.ts";
import { machineLink } from "./people/invitations.ts";
import { ownMachine } from "./people/own-machine.ts";
import { createPasswords } from "./people/passwords.ts";
import { openSecretBox } from "./people/secret-keys.ts";
import { type Machine, serveCampaign } from "./serve-campaign.ts";
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
  /** False: the machine is open whatever accounts there are. For programs on it that serve themselves, such as benches. */
  readonly needsAccounts?: boolean;
}

export interface RunningServer {
  /** e.g. http://127.0.0.1:4810 */
  readonly url: string;
  /** Where the director's account is made; null when the campaign has accounts. */
  readonly directorLink: string | null;
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
  const secrets = openSecretBox(home, process.env.ARPENT_SECRET_KEY);
  const log = createLog(options.isQuiet ?? false);
  const first = await openCampaign(home, process.env.DATABASE_URL);
  const now = () => new Date();
  const imports = createImportStore(join(home, "imports"));
  mkdirSync(imports.folder, { recursive: true });
  const workers = createWorkers({ router: options.router ?? null });
  const importJobs = createImportJobs({ workers, imports, now, log });
  if (first.mark) {
    const builds = importJobs.recover();
    if (builds > 0) log.info({ count: builds }, "builds of an interrupted server were marked as interrupted");
    sweepAbandonedPartials(territoriesFolder(), Date.now());
  }

  const library = createTerritoryLibrary({ names: listTerritories, find: findTerritory });
  const closing = new AbortController();
  const machine: Machine = {
    home,
    library,
    workers,
    imports,
    importJobs,
    importBounds: bounds,
    kept: createKeptAnswers(KEPT_BYTES),
    passwords: createPasswords(),
    secrets,
    programId: newToken(),
    publicUrl: options.publicUrl,
    hostNames: namesOf(options),
    isAtMachine: whoMayImport(process.env.ARPENT_IMPORT, options.publicUrl),
    isOwnMachine: ownMachine(options.publicUrl),
    needsAccounts: options.needsAccounts ?? true,
    closing: closing.signal,
    log,
    now,
  };
  const served = await serveCampaign({ slug: FIRST_CAMPAIGN, name: "" }, first, machine);
  const isHttps = options.publicUrl?.startsWith("https:") ?? false;
  const campaigns = dispatchCampaigns({
    first: served,
    list: () => listCampaigns(first.database),
    open: async (campaign) =>
      serveCampaign(campaign, await openCampaign(home, process.env.DATABASE_URL, campaign.slug), machine),
    refuse: (request, error) => refuseRequest(request, error, { isHttps, log }),
    isHttps,
  });

  async function closeStores(): Promise<void> {
    closing.abort();
    await importJobs.close();
    await campaigns.close();
    await workers.close();
    library.close();
  }

  async function directorLink(url: string): Promise<string | null> {
    if (options.needsAccounts === false || (await served.people.accounts.exists())) return null;
    const deps = { people: served.people, campaign: { slug: FIRST_CAMPAIGN, name: "" }, newToken, now };
    const { path } = await machineLink(deps);
    return `${options.publicUrl ?? url.replace("//0.0.0.0", "//127.0.0.1")}${path}`;
  }

  try {
    const listener = await listen(campaigns.fetch, options);
    return {
      url: listener.url,
      directorLink: await directorLink(listener.url),
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
