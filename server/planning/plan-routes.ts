import { distanceMetres } from "../../geodata/geometry/position.ts";
import { Cancelled } from "../../geodata/readers/source-rows.ts";
import { FIELD_ASSUMPTIONS } from "../../geodata/scoring/field-assumptions.ts";
import type { Address, Territory } from "../../geodata/territory/territory.ts";
import type { Plan, PlanProgress, PlanRequest, PlanRoute } from "../contract/plan.ts";
import { Refusal } from "../contract/refusal.ts";
import { optimiseRoutes } from "../tour-optimiser/optimise-routes.ts";
import type { RoutingSolution } from "../tour-optimiser/routing-problem.ts";
import { chooseBestStations } from "./choose-best-stations.ts";
import { chooseMeetingPoint, pointAt } from "./choose-meeting-point.ts";
import { drawRoute, type RouteGround, type WalkedRoute, walkRoute } from "./draw-route.ts";
import { createEmbeddedRouter } from "./embedded-router.ts";
import { measureDurations, type PlanDurations } from "./measure-durations.ts";
import { mostConnectedStops } from "./most-connected-stops.ts";
import { narrowStops } from "./narrow-stops.ts";
import { makeStops, type PlanningStop, type Unserved } from "./plan-stops.ts";
import { planWarnings, totalsOf } from "./plan-summary.ts";
import { unservedSentence, warningSentence } from "./planning-words.ts";
import { resolveSelection } from "./resolve-selection.ts";
import { sortOutStops } from "./sort-out-stops.ts";
import type { StreetRouter, Walker } from "./street-router.ts";

export interface PlanningSurroundings {
  /** Votes expected per door, by station index; null when the territory has no scores. */
  readonly votesPerDoor: ReadonlyMap<number, number> | null;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PlanProgress) => void;
  /** Who measures and draws the walks; the territory's own street graph when nobody else is named. */
  readonly routerOf?: (territory: Territory) => StreetRouter;
}

/** Beyond this many candidates the table of durations would need over 250 MB. */
const MOST_STOPS = 8000;
/** Kept back from each route's time, against rounding between the table of durations and the paths. */
const SLACK_SECONDS = 1;
/** What it is worth, in seconds of walking, that neighbours are on the same route. */
const SEAM_SECONDS = 10;
/** Weight on even routes: a team finishes together for about 3 % more walking than the fewest routes would take. */
const BALANCE = 0.3;
/** A machine this many times slower than that of reference ends its search early: the only case in which it matters. */
const PATIENCE = 4;

/**
 * Plans an outing: which addresses of the selection, on which route, in what order, with the path and its directions.
 * The same territory, request and scores give the same plan. Every stop of the selection is on exactly one route or in
 * `unserved` with its reason; no route takes longer than the minutes given.
 * Throws Refusal when the request cannot be met at all, Cancelled when the signal is aborted.
 */
export async function planRoutes(
  territory: Territory,
  request: PlanRequest,
  { votesPerDoor, now, signal, onProgress, routerOf = embeddedRouterOf }: PlanningSurroundings,
): Promise<Plan> {
  const { language } = request;
  const step = async (progress: PlanProgress): Promise<void> => {
    onProgress(progress);
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) throw new Cancelled();
  };

  await step({ stage: "doors", share: 0 });
  const votes = (address: Address) =>
    address.stationIndex === null ? 0 : (votesPerDoor?.get(address.stationIndex) ?? 0);
  const byValue = request.goal === "value" && votesPerDoor !== null;
  const worthOf = (address: Address) => address.doors * (byValue ? votes(address) : 1);
  const all = makeStops(resolveSelection(territory, request.selection), request, worthOf);
  if (all.stops.length === 0) throw nothingToVisit();
  const chosen = chooseStops(all.stops, territory, request);
  const graph = territory.streetGraph();
  const router = routerOf(territory);
  const walker: Walker = { speedKilometresPerHour: request.speed, avoidsSteps: false, hasBicycle: false };
  const connected = mostConnectedStops(graph, chosen.stops);
  const start = await chooseMeetingPoint(territory, router, connected, request.start, language);
  const end =
    request.end === "anywhere"
      ? null
      : request.end === "start"
        ? start
        : await pointAt(router, request.end.position, language);

  await step({ stage: "durations", share: 0.05, stops: chosen.stops.length });
  const narrowed = narrowStops(
    chosen.stops,
    chosen.stops.map(({ address }) => crowSeconds(start.position, address, request.speed)),
    { volunteers: request.volunteers, budgetSeconds: request.minutes * 60 },
  );
  const candidates = pick(chosen.stops, narrowed.kept.length > 0 ? narrowed.kept : narrowed.left);
  if (candidates.length > MOST_STOPS) throw tooManyStops(candidates.length);
  const places = candidates.map(({ place }) => place);
  const durations = await measureDurations(router, places, { start: start.place, end: end?.place ?? null }, walker);
  const sorted = sortOutStops(candidates, durations, request);

  await step({ stage: "routes", share: 0.2, stops: sorted.possible.length });
  const solution = await optimise(candidates, sorted.possible, durations, request, { now, signal, onProgress });

  await step({ stage: "directions", share: 0.9 });
  const ground: RouteGround = {
    router,
    walker,
    language,
    start,
    end,
    stationIds: territory.stations().map(({ id }) => id),
    conversationsPerDoor: FIELD_ASSUMPTIONS.conversationsPerDoor,
    votesPerDoor: votes,
  };
  const possible = pick(candidates, sorted.possible);
  const walked: WalkedRoute[] = [];
  for (const route of solution.routes) {
    if (route.length === 0) continue;
    const fitting = await fitInTime(pick(possible, route), ground, request.minutes * 60);
    if (fitting.stops.length > 0) walked.push(fitting);
  }
  const routes: PlanRoute[] = [];
  for (const route of clockwise(walked, start.position)) {
    await step({ stage: "directions", share: 0.9 + (0.1 * routes.length) / walked.length, routes: routes.length });
    routes.push(drawRoute(String(routes.length + 1), route, ground));
  }

  const served = new Set(routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  const known = new Map([...all.unserved, ...sorted.unserved].map((entry) => [entry.stopId, entry]));
  const plan: Plan = {
    version: 1,
    territory: { name: territory.summary.name, version: territory.summary.version },
    request,
    totals: totalsOf(routes),
    unserved: [
      ...all.unserved,
      ...all.stops
        .filter(({ address }) => !served.has(address.id))
        .map(({ address }): Unserved => known.get(address.id) ?? noTimeLeft(address, request)),
    ],
    warnings: [...chosen.warnings, ...planWarnings(territory, request, votesPerDoor, chosen.stops)],
    routes,
  };
  onProgress({ stage: "directions", share: 1, routes: routes.length });
  return plan;
}

function embeddedRouterOf(territory: Territory): StreetRouter {
  return createEmbeddedRouter(territory.streetGraph());
}

function chooseStops(stops: readonly PlanningStop[], territory: Territory, request: PlanRequest) {
  if (request.selection.kind !== "best") return { stops, warnings: [] };
  const best = chooseBestStations(stops, territory.stations(), request);
  if (best.stops.length === 0) return { stops, warnings: [] };
  const names = best.stations.map(({ name }) => name);
  return {
    stops: best.stops,
    warnings: [warningSentence.bestChosen(request.language, names, territory.stations().length)],
  };
}

async function optimise(
  candidates: readonly PlanningStop[],
  possible: readonly number[],
  durations: PlanDurations,
  request: PlanRequest,
  surroundings: Pick<PlanningSurroundings, "now" | "signal" | "onProgress">,
): Promise<RoutingSolution> {
  const stops = pick(candidates, possible);
  const limits = {
    budgetSeconds: Math.max(0, request.minutes * 60 - SLACK_SECONDS),
    fromStart: Float32Array.from(possible, (index) => durations.fromStart[index] ?? Infinity),
    toEnd: durations.toEnd && Float32Array.from(possible, (index) => durations.toEnd?.[index] ?? Infinity),
  };
  // The search is as long as `seconds` asks on a machine of reference; far beyond that, something is wrong with this one.
  const deadline = surroundings.now() + 1000 * PATIENCE * request.seconds;
  return optimiseRoutes(
    {
      stopCount: stops.length,
      durations: tableOf(durations.between, possible, candidates.length),
      serviceSeconds: stops.map(({ serviceSeconds }) => serviceSeconds),
      values: stops.map(({ value }) => Math.max(0, value)),
      routes: Array.from({ length: request.volunteers }, () => limits),
      goal: request.goal,
      seamSeconds: SEAM_SECONDS,
      balance: request.goal === "cover" ? BALANCE : 0,
    },
    {
      seed: request.seed,
      seconds: request.seconds,
      shouldStop: () => surroundings.now() > deadline || surroundings.signal.aborted,
      onProgress: (share) =>
        surroundings.onProgress({ stage: "routes", share: 0.2 + 0.7 * share, stops: stops.length }),
    },
  );
}

/** The rows and columns of the possible stops; the table itself when that is all of them. */
function tableOf(between: Float32Array, possible: readonly number[], count: number): Float32Array {
  if (possible.length === count) return between;
  const size = possible.length;
  const table = new Float32Array(size * size);
  possible.forEach((from, row) => {
    possible.forEach((to, column) => {
      table[row * size + column] = between[from * count + to] ?? Infinity;
    });
  });
  return table;
}

/** Rounding can put a full route a second over its time: then its last stops are left for another day. */
async function fitInTime(
  stops: readonly PlanningStop[],
  ground: RouteGround,
  budgetSeconds: number,
): Promise<WalkedRoute> {
  let walked = await walkRoute(stops, ground);
  while (walked.durationSeconds > budgetSeconds && walked.stops.length > 0) {
    walked = await walkRoute(walked.stops.slice(0, -1), ground);
  }
  return walked;
}

/** Routes are numbered clockwise from the north around the start, so that neighbours have neighbouring numbers. */
function clockwise(routes: readonly WalkedRoute[], centre: readonly [number, number]): readonly WalkedRoute[] {
  const angle = ({ stops }: WalkedRoute) => {
    const east = stops.reduce((sum, { address }) => sum + address.position[0] - centre[0], 0);
    const north = stops.reduce((sum, { address }) => sum + address.position[1] - centre[1], 0);
    return (Math.atan2(east * Math.cos((centre[1] * Math.PI) / 180), north) + 2 * Math.PI) % (2 * Math.PI);
  };
  return routes
    .map((route) => ({ route, angle: angle(route) }))
    .sort((a, b) => a.angle - b.angle)
    .map(({ route }) => route);
}

function pick<Item>(items: readonly Item[], indices: readonly number[]): Item[] {
  return indices.flatMap((index) => items[index] ?? []);
}

function crowSeconds(start: readonly [number, number], address: Address, speed: number): number {
  return (1.3 * distanceMetres(start, address.position)) / (speed / 3.6);
}

function noTimeLeft(address: Address, { language }: PlanRequest): Unserved {
  return { stopId: address.id, code: "no-time-left", reason: unservedSentence["no-time-left"](language) };
}

function nothingToVisit(): Refusal {
  return new Refusal("nothing-found", {
    fr: "Aucune adresse de la sélection n'est au bord d'une rue praticable à pied. Choisissez d'autres bureaux ou une autre zone.",
    en: "No address of the selection is on a walkable street. Choose other stations or another zone.",
  });
}

function tooManyStops(count: number): Refusal {
  return new Refusal("too-many-stops", {
    fr: `${count} adresses à la fois, c'est plus que les ${MOST_STOPS} qu'un plan peut contenir. Choisissez moins de bureaux, ou faites plusieurs plans.`,
    en: `${count} addresses at once are more than the ${MOST_STOPS} a plan can hold. Choose fewer stations, or make several plans.`,
  });
}
