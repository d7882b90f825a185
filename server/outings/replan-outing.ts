import type { LeftToDo, OutingMoves, ReplanProposal, ReplanRequest, Walker } from "../contract/outing-moves.ts";
import type { PlanRoute } from "../contract/plan.ts";
import { donePlan } from "../plans/present-plan.ts";
import type { PackedJson } from "../work/packed-json.ts";
import { type OutingsDeps, openOuting } from "./outing-deps.ts";
import type { StopBegun, StoredOutingRoute } from "./outing-route-store.ts";
import { changedMeanwhile, takenBackRoute, unknownOutingRoute } from "./outing-words.ts";
import type { Replanned, ReplanRoute } from "./outing-work.ts";

/**
 * Proposes how what is left of an outing is split over who is there. Changes nothing: what it gives is posted as moves.
 * Throws Refusal "nothing-found", "outing-ended", "outing-changed", "route-taken-back" and the Refusals of replanRoutes.
 */
export async function replanOuting(
  outingId: string,
  request: ReplanRequest,
  deps: OutingsDeps,
): Promise<ReplanProposal> {
  const outing = await openOuting(outingId, deps);
  if (outing.revision !== request.revision) throw changedMeanwhile();
  const routes = await deps.outingRoutes.routes(outingId);
  checkPresent(request, routes);
  const stops = await deps.outingRoutes.stops(outingId);
  const begun = new Map((await deps.outingRoutes.begun(outingId)).map((one) => [one.stopId, one]));
  const walks = await deps.outingRoutes.walks(routes.map(({ id }) => id));
  const present = new Set(request.present);
  const freeStops = stops.flatMap(({ stopId, outingRouteId }) => (outingRouteId === null ? [stopId] : []));
  const asked = routes.map((route) => {
    const own = stops.flatMap(({ stopId, outingRouteId }) => (outingRouteId === route.id ? [stopId] : []));
    return askedRoute(route, own, walks.get(route.id), begun, present.has(route.id), request);
  });
  const { plan } = await donePlan(outing.planId, deps.plans);
  const replanned = await deps.workers.outing("replan", {
    path: deps.library.path(outing.territoryName),
    plan,
    routes: asked,
    freeStops,
    newcomers: request.newcomers,
    minutes: request.minutes ?? null,
  });
  const doors = new Map(stops.map((stop) => [stop.stopId, stop.doors]));
  return proposal(replanned, routes, freeStops, doors, request);
}

function checkPresent({ present }: ReplanRequest, routes: readonly StoredOutingRoute[]): void {
  for (const id of present) {
    const route = routes.find((one) => one.id === id);
    if (!route) throw unknownOutingRoute();
    if (route.takenBackAt !== null) throw takenBackRoute(route.routeId);
  }
}

function askedRoute(
  { id }: StoredOutingRoute,
  stopIds: readonly string[],
  route: PackedJson<PlanRoute> | undefined,
  begun: ReadonlyMap<string, StopBegun>,
  isPresent: boolean,
  { movesBegun, minutesByRoute }: ReplanRequest,
): ReplanRoute {
  if (!route) throw unknownOutingRoute();
  const reported = stopIds.flatMap((stopId) => begun.get(stopId) ?? []);
  const stays = ({ isFinished }: StopBegun) => isPresent || isFinished || !movesBegun;
  return {
    route,
    isPresent,
    doneStops: reported.filter(stays).map(({ stopId }) => stopId),
    lastStop: latest(reported)?.stopId ?? null,
    minutes: minutesByRoute[id] ?? null,
  };
}

/** Where somebody reported last. */
function latest(reported: readonly StopBegun[]): StopBegun | null {
  return reported.reduce<StopBegun | null>(
    (last, one) => (last === null || (one.lastAt ?? "") > (last.lastAt ?? "") ? one : last),
    null,
  );
}

function proposal(
  { before, routes: after }: Replanned,
  routes: readonly StoredOutingRoute[],
  freeStops: readonly string[],
  doors: ReadonlyMap<string, number>,
  { revision, movesBegun }: ReplanRequest,
): ReplanProposal {
  const walkerOf = walkersByNumber(routes, after);
  const ownersBefore = new Map(before.flatMap(({ routeId, stopIds }) => stopIds.map((id) => [id, routeId] as const)));
  const ownersAfter = new Map(after.flatMap(({ routeId, stopIds }) => stopIds.map((id) => [id, routeId] as const)));
  const all = [...ownersBefore.keys(), ...freeStops];
  const lost = all.filter((id) => !ownersAfter.has(id));
  const moves: OutingMoves["moves"] = [
    ...after.flatMap(({ routeId, stopIds }) => {
      const come = stopIds.filter((id) => ownersBefore.get(id) !== routeId);
      return come.length === 0 ? [] : [{ stopIds: come, to: walkerOf(routeId) }];
    }),
    ...(lost.some((id) => ownersBefore.has(id))
      ? [{ stopIds: lost.filter((id) => ownersBefore.has(id)), to: { kind: "nobody" as const } }]
      : []),
  ];
  const orders = after
    .filter(({ routeId, stopIds }) => before.find((one) => one.routeId === routeId)?.stopIds.join() !== stopIds.join())
    .map(({ routeId, stopIds }) => ({ of: walkerOf(routeId), stopIds: [...stopIds] }));
  const left = (stopIds: readonly string[], seconds: number): LeftToDo => ({
    stops: stopIds.length,
    doors: stopIds.reduce((sum, id) => sum + (doors.get(id) ?? 0), 0),
    seconds,
  });
  const nothing = { stopIds: [], seconds: 0 };
  const numbers = [...new Set([...before, ...after].map(({ routeId }) => routeId))];
  return {
    moves: moves.length === 0 ? null : { revision, moves, orders, movesBegun },
    routes: numbers.map((routeId) => {
      const was = before.find((one) => one.routeId === routeId) ?? nothing;
      const is = after.find((one) => one.routeId === routeId) ?? nothing;
      return {
        walker: walkerOf(routeId),
        routeId,
        firstName: routes.find((route) => route.routeId === routeId)?.firstName ?? null,
        before: left(was.stopIds, was.seconds),
        after: left(is.stopIds, is.seconds),
      };
    }),
    free: { stops: lost.length, doors: left(lost, 0).doors },
  };
}

function walkersByNumber(
  routes: readonly StoredOutingRoute[],
  after: Replanned["routes"],
): (routeId: string) => Walker {
  const ids = new Map(routes.map(({ routeId, id }) => [routeId, id]));
  const made = after.flatMap(({ routeId }) => (ids.has(routeId) ? [] : [routeId]));
  return (routeId) => {
    const id = ids.get(routeId);
    return id === undefined ? { kind: "new", number: made.indexOf(routeId) + 1 } : { kind: "route", id };
  };
}
