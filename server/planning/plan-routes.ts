import { Cancelled } from "../../geodata/readers/source-rows.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { LEFT_OUT_CODES, type LeftOutCode } from "../contract/left-out.ts";
import type { Plan, PlanProgress, PlanRequest, PlanRoute } from "../contract/plan.ts";
import { inBothLanguages, type Sentence } from "../contract/refusal.ts";
import { bestChoiceSentence } from "./best-choice-words.ts";
import { chooseBestStations } from "./choose-best-stations.ts";
import { drawRoute } from "./draw-route.ts";
import { createEmbeddedRouter } from "./embedded-router.ts";
import { type FittedRoute, fitRoute } from "./fit-route.ts";
import { measurePossibleWalks } from "./measure-possible-walks.ts";
import { numberRoutes } from "./number-routes.ts";
import { type PlanGround, planGround } from "./plan-ground.ts";
import type { PlanningStop } from "./plan-stops.ts";
import { planWarnings, scoreZone, totalsOf, withWarnings } from "./plan-summary.ts";
import { teamOf } from "./plan-team.ts";
import { leftOutSentences, warningSentence } from "./planning-words.ts";
import { requireStreets } from "./require-streets.ts";
import { searchRoutes } from "./search-routes.ts";
import type { StreetRouter } from "./street-router.ts";
import { toldRequest } from "./told-request.ts";
import { unservedStops } from "./unserved-stops.ts";

export interface PlanningSurroundings {
  /** Votes expected per door, by station index; null when the territory has no scores. */
  readonly votesPerDoor: ReadonlyMap<number, number> | null;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PlanProgress) => void;
  /** Asked often while routes are searched: true ends the search with the best routes so far. */
  readonly isAskedToFinish?: () => boolean;
  /** Who measures and draws the walks; the territory's own street graph when nobody else is named. */
  readonly routerOf?: (territory: Territory) => StreetRouter;
}

/**
 * Plans an outing: which addresses of the selection, on which route, in what order, with the path and its directions.
 * The same territory, request and scores give the same plan. Every stop of the selection is on exactly one route or in
 * `unserved` with its reason; no route takes longer or climbs more than its limits.
 * Throws Refusal when the request cannot be met at all, Cancelled when the signal is aborted.
 */
export async function planRoutes(
  territory: Territory,
  request: PlanRequest,
  { votesPerDoor, routerOf = embeddedRouterOf, ...surroundings }: PlanningSurroundings,
): Promise<Plan> {
  requireStreets(territory);
  const { signal, onProgress } = surroundings;
  const step = async (progress: PlanProgress): Promise<void> => {
    onProgress(progress);
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) throw new Cancelled();
  };

  await step({ stage: "doors", share: 0 });
  const team = teamOf(request);
  const router = routerOf(territory);
  const ground = planGround(territory, request, votesPerDoor, router);
  const chosen = chooseStops(ground.all.stops, territory, { ...request, volunteers: team.length }, votesPerDoor);

  await step({ stage: "durations", share: 0.05, stops: chosen.stops.length });
  const walks = await measurePossibleWalks(chosen.stops, team, request, { territory, router });

  await step({ stage: "routes", share: 0.2, stops: walks.stops.length });
  const searched = searchRoutes(walks, request, surroundings);

  await step({ stage: "directions", share: 0.9 });
  const fitted: FittedRoute[] = [];
  for (const [route, kind] of team.entries()) {
    fitted.push(await fitRoute(searched.routes[route] ?? [], kind, walks, ground));
  }
  const numbered = numberRoutes(
    fitted.map(({ walked }) => walked),
    request.team.length,
  );
  const routes: PlanRoute[] = [];
  for (const { id, route } of numbered) {
    await step({ stage: "directions", share: 0.9 + (0.1 * routes.length) / numbered.length, routes: routes.length });
    routes.push(drawRoute(id, route, ground));
  }

  const plan: Plan = {
    version: 1,
    territory: { name: territory.summary.name, version: territory.summary.version },
    request: toldRequest(request, team.length),
    totals: totalsOf(routes),
    unserved: unservedStops(ground.all, { routes, fitted, walks, request }),
    ...withWarnings(
      [
        ...chosen.warnings,
        ...planWarnings(territory, votesPerDoor, chosen.stops),
        ...emptyRoutes(fitted, request),
        ...leftOutWarnings(ground.all, request),
      ],
      request.language,
    ),
    search: searched.search,
    metresEquivalentPerDoor: scoreZone(routes),
    ...(chosen.choice && { choice: chosen.choice }),
    routes,
  };
  onProgress({ stage: "directions", share: 1, routes: routes.length });
  return plan;
}

export function embeddedRouterOf(territory: Territory): StreetRouter {
  return createEmbeddedRouter(territory.streetGraph());
}

function chooseStops(
  stops: readonly PlanningStop[],
  territory: Territory,
  request: PlanRequest,
  votesPerDoor: PlanningSurroundings["votesPerDoor"],
) {
  if (request.selection.kind !== "best") return { stops, warnings: [], choice: null };
  const stations = territory.stations();
  const best = chooseBestStations(stops, request, { graph: territory.streetGraph(), stations, votesPerDoor });
  const { choice } = best;
  if (!choice) return { stops, warnings: [], choice: null };
  return {
    stops: best.stops,
    warnings: [inBothLanguages((language) => bestChoiceSentence(choice, language, stations.length))],
    choice,
  };
}

/** What earlier outings settled is told once, in one sentence. */
function leftOutWarnings({ stops, unserved }: PlanGround["all"], request: PlanRequest): readonly Sentence[] {
  const isLeftOut = (code: string): code is LeftOutCode => LEFT_OUT_CODES.some((known) => known === code);
  const codes = unserved.flatMap(({ code }) => (isLeftOut(code) ? [code] : []));
  const visited = new Set(stops.map(({ address }) => address.id));
  const neverAsked = (request.neverAsked ?? []).filter(({ stopId }) => visited.has(stopId));
  return leftOutSentences(codes, neverAsked);
}

/** Somebody whose limits the organizer wrote down should not find out at the meeting point. */
function emptyRoutes(fitted: readonly FittedRoute[], { team }: PlanRequest): readonly Sentence[] {
  const empty = team.flatMap((_, route) => (fitted[route]?.walked ? [] : [String(route + 1)]));
  return empty.length > 0 ? [inBothLanguages((language) => warningSentence.emptyRoutes(language, empty))] : [];
}
