import { Cancelled } from "../../geodata/readers/source-rows.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import type { Plan, PlanRoute } from "../contract/plan.ts";
import type { PlanChange } from "../contract/plan-change.ts";
import { type ChangedTeam, changedTeam } from "./changed-team.ts";
import { checkChange } from "./check-change.ts";
import { drawRoute } from "./draw-route.ts";
import { type FittedRoute, fitRoute } from "./fit-route.ts";
import { drawHeldRoute, isHeldRoute, keptByHand } from "./held-routes.ts";
import { measureTeam } from "./measure-team.ts";
import { nearbyStops } from "./nearby-stops.ts";
import { type PlanGround, planGround } from "./plan-ground.ts";
import { embeddedRouterOf, type PlanningSurroundings } from "./plan-routes.ts";
import type { PlanningStop, Unserved } from "./plan-stops.ts";
import { planWarnings, scoreZone, totalsOf, withWarnings } from "./plan-summary.ts";
import { unservedSentence } from "./planning-words.ts";
import { type RemainingRoute, remainingRoutes } from "./remaining-routes.ts";
import { reportChange } from "./report-change.ts";
import { type ProblemChanges, searchRoutes, type TeamWalks } from "./search-routes.ts";
import { toldLegs } from "./told-legs.ts";

/** Seconds of walking that it must save to move a stop from one volunteer to another. */
const CHANGE_SECONDS = 60;
/** Stops of nobody that are offered to the routes, as a share of those that are served. */
const OFFERED_SHARE = 0.25;

/**
 * A plan anew after a change of team, time or stops, changing as little as possible: routes begin from what is left of
 * them, stops move to another volunteer only where that saves a minute of walking, and a route that stays as it was is the
 * same to the letter. Takes the plan's own request for all that the change does not name.
 * Throws the Refusals of checkChange, and Cancelled when the signal is aborted.
 */
export async function changePlan(
  territory: Territory,
  plan: Plan,
  change: PlanChange,
  { votesPerDoor, routerOf = embeddedRouterOf, ...surroundings }: PlanningSurroundings,
): Promise<Plan> {
  checkChange(territory, plan, change);
  const { signal, onProgress } = surroundings;
  const step = async (stage: "doors" | "durations" | "routes" | "directions", share: number): Promise<void> => {
    onProgress({ stage, share });
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) throw new Cancelled();
  };
  await step("doors", 0);
  const router = routerOf(territory);
  const ground = planGround(territory, plan.request, votesPerDoor, router);
  const walked = remainingRoutes(plan, change);
  const isHeld = isHeldRoute(plan, change);
  // What the search is not told of it cannot touch.
  const free = { ...plan, routes: plan.routes.filter((route) => !isHeld(route)) };
  const remaining = walked.filter((route) => !isHeld(route));
  const team = await changedTeam(remaining, plan.request, router);
  const stops = offeredStops(ground, free, change, remaining);

  await step("durations", 0.05);
  const measures = await measureTeam(
    stops.map(({ place }) => place),
    team.ends,
    { router, graph: territory.streetGraph() },
  );
  const walks: TeamWalks = { stops, team: team.kinds, ends: team.ends, measures, leftOut: null };

  await step("routes", 0.3);
  const request = changedRequest(plan, change, walked);
  const effort = { ...request, seconds: change.seconds };
  const searched =
    remaining.length === 0
      ? { routes: [], search: plan.search }
      : searchRoutes(walks, effort, surroundings, problemChanges(stops, free, remaining, change));

  await step("directions", 0.9);
  const routes: PlanRoute[] = [];
  for (const route of walked) {
    const index = remaining.indexOf(route);
    const drawn =
      index < 0
        ? await drawHeldRoute(route, plan, change, { ...ground, router })
        : await redraw(route, searched.routes[index] ?? [], team, index, walks, ground);
    if (drawn) routes.push(drawn);
  }
  const changed: Plan = {
    version: 1,
    territory: plan.territory,
    request,
    totals: totalsOf(routes),
    unserved: unservedAfter(ground, plan, change, routes),
    ...withWarnings(planWarnings(territory, votesPerDoor, stops), request.language),
    search: searched.search,
    change: reportChange(plan, change, routes),
    ...keptByHand(plan, change, routes),
    metresEquivalentPerDoor: scoreZone(routes),
    routes,
  };
  onProgress({ stage: "directions", share: 1, routes: routes.length });
  return changed;
}

/** The stops that were served and still are to be visited, and some near them that nobody had time for. */
function offeredStops(
  { all }: PlanGround,
  plan: Plan,
  change: PlanChange,
  remaining: readonly RemainingRoute[],
): readonly PlanningStop[] {
  const out = new Set([...change.doneStops, ...change.skippedStops]);
  const served = new Set(plan.routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  const free = new Set(plan.unserved.flatMap(({ stopId, code }) => (code === "no-time-left" ? [stopId] : [])));
  const wasServed = all.stops.filter(({ address: { id } }) => served.has(id) && !out.has(id));
  const wasFree = all.stops.filter(({ address: { id } }) => free.has(id) && !out.has(id));
  const perRoute = wasServed.length / Math.max(1, plan.routes.length);
  const more = Math.max(0, remaining.length - plan.routes.length + change.removedRoutes.length);
  // Where nobody has time that was not there before, there is nothing to offer.
  const withRoom = new Set(remaining.flatMap(({ state, stopIds }) => (state === "roomy" ? stopIds : [])));
  const around = more > 0 ? wasServed : wasServed.filter(({ address: { id } }) => withRoom.has(id));
  const most = Math.ceil(OFFERED_SHARE * around.length + 2 * more * perRoute);
  return [...wasServed, ...nearbyStops(around, wasFree, most)];
}

function problemChanges(
  stops: readonly PlanningStop[],
  plan: Plan,
  remaining: readonly RemainingRoute[],
  change: PlanChange,
): ProblemChanges {
  const indexOf = new Map(stops.map(({ address }, index) => [address.id, index] as const));
  const firstRoutes = remaining.map(({ stopIds }) => stopIds.flatMap((id) => indexOf.get(id) ?? []));
  const byHand = plan.edited?.lockedStops ?? [];
  const locked = new Set([...change.lockedStops, ...byHand].flatMap((id) => indexOf.get(id) ?? []));
  const onlyRoute = new Int32Array(stops.length).fill(-1);
  firstRoutes.forEach((order, route) => {
    for (const stop of order) if (locked.has(stop)) onlyRoute[stop] = route;
  });
  return {
    firstRoutes,
    onlyRoute,
    changeSeconds: CHANGE_SECONDS,
    settledRoutes: remaining.map(({ state }) => state === "settled"),
    orphanStops: plan.routes.flatMap(({ id, stops: itsStops }) =>
      change.removedRoutes.includes(id) ? itsStops.flatMap((stop) => indexOf.get(stop.id) ?? []) : [],
    ),
    chains: change.keepsOrder ? firstRoutes.map((order) => order.filter((stop) => locked.has(stop))) : [],
  };
}

async function redraw(
  route: RemainingRoute,
  order: readonly number[],
  team: ChangedTeam,
  index: number,
  walks: TeamWalks,
  ground: PlanGround,
): Promise<PlanRoute | null> {
  const ids = order.map((stop) => walks.stops[stop]?.address.id);
  const isSame = ids.length === route.stopIds.length && ids.every((id, at) => id === route.stopIds[at]);
  if (isSame && route.unchanged) return route.unchanged;
  const kind = team.kinds[index];
  const fitted: FittedRoute | null = kind && order.length > 0 ? await fitRoute(order, kind, walks, ground) : null;
  return fitted?.walked ? drawRoute(route.id, fitted.walked, ground, toldLegs(fitted.walked, route.before)) : null;
}

function unservedAfter(
  { all, language }: PlanGround,
  plan: Plan,
  change: PlanChange,
  routes: readonly PlanRoute[],
): readonly Unserved[] {
  const served = new Set(routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  const [done, skipped] = [new Set(change.doneStops), new Set(change.skippedStops)];
  const before = new Map(plan.unserved.map((entry) => [entry.stopId, entry]));
  const codeOf = (id: string) => (done.has(id) ? "done" : skipped.has(id) ? "skipped" : "no-time-left");
  return [
    ...all.unserved,
    ...all.stops.flatMap(({ address: { id } }): Unserved[] => {
      if (served.has(id)) return [];
      const code = codeOf(id);
      const known = before.get(id);
      if (code === "no-time-left" && known) return [known];
      return [{ stopId: id, code, reason: unservedSentence[code](language) }];
    }),
  ];
}

/** The request of a plan with another team: as many volunteers as walk, and no less time than anybody has. */
function changedRequest(plan: Plan, change: PlanChange, remaining: readonly RemainingRoute[]): Plan["request"] {
  const { request } = plan;
  const perRoute = request.pairs ? 2 : 1;
  const minutes = Math.max(...remaining.map(({ budgetSeconds }) => budgetSeconds / 60), change.minutes ?? 0);
  const isLonger = change.minutes !== undefined || minutes > request.minutes;
  return {
    ...request,
    volunteers: Math.max(request.team.length, remaining.length * perRoute),
    minutes: isLonger ? minutes : request.minutes,
  };
}
