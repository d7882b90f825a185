import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { type CampaignDeps, campaignEndpoints } from "./campaign/endpoints.ts";
import { type ContactsDeps, contactsEndpoints } from "./contacts/endpoints.ts";
import { type DrawnZonesDeps, drawnZonesEndpoints } from "./drawn-zones/endpoints.ts";
import { type FieldDeps, fieldEndpoints } from "./field/endpoints.ts";
import { type IsAtMachine, onlyAtMachine } from "./http/at-machine.ts";
import { limitTime } from "./http/limit-time.ts";
import { type FaultLog, problemResponse, unknownAddressResponse } from "./http/problem-response.ts";
import { logRequests, type RequestLog } from "./http/request-log.ts";
import { checkedRequests, knownHosts, protectiveHeaders } from "./http/security.ts";
import { staticFiles } from "./http/static-files.ts";
import { type ImportsDeps, importsEndpoints } from "./imports/endpoints.ts";
import { notAtMachine } from "./imports/import-words.ts";
import { upkeepEndpoints } from "./imports/upkeep-endpoints.ts";
import { type LayersDeps, layersEndpoints } from "./layers/endpoints.ts";
import { type OutingsDeps, outingsEndpoints } from "./outings/endpoints.ts";
import { peopleEndpoints } from "./people/endpoints.ts";
import { type GuardDeps, guard } from "./people/guard.ts";
import { whoAsks } from "./people/who-asks.ts";
import { type PlansDeps, plansEndpoints } from "./plans/endpoints.ts";
import { type ProgressDeps, progressEndpoints } from "./progress/endpoints.ts";
import { type RoutePageDeps, routePageEndpoints } from "./route-page/endpoints.ts";
import { type ScoresDeps, scoresEndpoints } from "./scores/endpoints.ts";
import { type SurveysDeps, surveysEndpoints } from "./surveys/endpoints.ts";
import { type TerritoriesDeps, territoriesEndpoints } from "./territories/endpoints.ts";
import { zoningEndpoints } from "./zoning/endpoints.ts";

export interface AppDeps
  extends TerritoriesDeps,
    CampaignDeps,
    ScoresDeps,
    LayersDeps,
    DrawnZonesDeps,
    PlansDeps,
    OutingsDeps,
    SurveysDeps,
    RoutePageDeps,
    ProgressDeps,
    ContactsDeps,
    FieldDeps,
    ImportsDeps,
    GuardDeps {
  readonly library: TerritoriesDeps["library"];
  readonly workers: TerritoriesDeps["workers"] & PlansDeps["workers"] & OutingsDeps["workers"];
  readonly plans: PlansDeps["plans"];
  readonly zonings: DrawnZonesDeps["zonings"];
  readonly edits: PlansDeps["edits"];
  readonly outings: OutingsDeps["outings"];
  readonly surveys: SurveysDeps["surveys"];
  readonly progress: ProgressDeps["progress"];
  readonly people: GuardDeps["people"];
  readonly now: () => Date;
  /** Whether a request may import, rename and delete territories. */
  readonly isAtMachine: IsAtMachine;
  readonly log: FaultLog & RequestLog;
  /** The built web application. */
  readonly webFolder: string;
  /** Host names this server answers to; null for any. */
  readonly hostNames: readonly string[] | null;
  /** What /api/health says. */
  readonly version: string;
}

/** Every endpoint under /api. Its type is what a typed client is made from. */
export function createApi(deps: AppDeps) {
  return new Hono()
    .use(guard(deps))
    .get("/health", (context) => context.json({ status: "ok" as const, version: deps.version }))
    .route("/", peopleEndpoints(deps))
    .use("/imports/*", onlyAtMachine(deps.isAtMachine, notAtMachine))
    .route("/", importsEndpoints(deps))
    .route("/", upkeepEndpoints(deps))
    .route("/", territoriesEndpoints(deps))
    .route("/", campaignEndpoints(deps))
    .route("/", scoresEndpoints(deps))
    .route("/", layersEndpoints(deps))
    .route("/", zoningEndpoints(deps))
    .route("/", drawnZonesEndpoints(deps))
    .route("/", plansEndpoints(deps))
    .route("/", outingsEndpoints(deps))
    .route("/", surveysEndpoints(deps))
    .route("/", progressEndpoints(deps))
    .route("/", contactsEndpoints(deps))
    .route("/", routePageEndpoints(deps))
    .route("/", fieldEndpoints(deps));
}

/** The whole server: protection first, then the interface under /api, then the web application. */
export function createApp(deps: AppDeps) {
  return new Hono()
    .onError((error, context) => problemResponse(error, context, deps.log))
    .notFound((context) => unknownAddressResponse(context))
    .use(logRequests(deps.log, () => performance.now()))
    .use(protectiveHeaders(deps.publicUrl?.startsWith("https:") ?? false))
    .use(knownHosts(deps.hostNames))
    .use(compress())
    .use("/api/*", ...checkedRequests())
    .use("/api/*", limitTime())
    .route("/api", createApi(deps))
    .all("/api/*", (context: Context) => unknownAddressResponse(context))
    .route(
      "/",
      staticFiles(deps.webFolder, async (context) => (await whoAsks(context, deps)).kind !== "nobody"),
    );
}

export type Api = ReturnType<typeof createApp>;
