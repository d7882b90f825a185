import type { Outing, OutingRouteState, OutingRouteSummary } from "../contract/outings.ts";
import { knownOuting, type OutingsDeps } from "./outing-deps.ts";
import type { StoredOutingRoute, StoredOutingStop } from "./outing-route-store.ts";
import { linkPath } from "./route-link.ts";

/** An outing with its routes. Throws Refusal "nothing-found". */
export async function outingState(
  outingId: string,
  linkBase: string,
  deps: Pick<OutingsDeps, "outings" | "outingRoutes" | "people" | "surveys">,
): Promise<Outing> {
  const outing = await knownOuting(outingId, deps);
  const [routes, stops, doorsTried, lead, survey] = await Promise.all([
    deps.outingRoutes.routes(outingId),
    deps.outingRoutes.stops(outingId),
    deps.outings.doorsTried(outingId),
    outing.leadAccountId === null ? null : deps.people.accounts.find(outing.leadAccountId),
    deps.surveys.find(outingId),
  ]);
  const totals = totalsByRoute(stops);
  return {
    ...outing,
    leadName: lead?.name ?? null,
    routes: routes.length,
    stops: stops.length,
    doors: stops.reduce((sum, stop) => sum + stop.doors, 0),
    doorsTried,
    surveyTitle: survey?.title ?? null,
    outingRoutes: routes.map((route) => routeSummary(route, totals.get(route.id))),
    freeStops: totals.get(null)?.stops ?? 0,
    linkBase,
  };
}

interface Totals {
  stops: number;
  doors: number;
}

function totalsByRoute(stops: readonly StoredOutingStop[]): ReadonlyMap<string | null, Totals> {
  const totals = new Map<string | null, Totals>();
  for (const { outingRouteId, doors } of stops) {
    const known = totals.get(outingRouteId) ?? { stops: 0, doors: 0 };
    totals.set(outingRouteId, { stops: known.stops + 1, doors: known.doors + doors });
  }
  return totals;
}

function routeSummary(route: StoredOutingRoute, totals: Totals | undefined): OutingRouteSummary {
  const { id, routeId, token, code, firstName, revision, durationSeconds, heardAt } = route;
  return {
    ...{ id, routeId, code, firstName, revision, durationSeconds, heardAt },
    path: linkPath(token),
    state: stateOf(route),
    stops: totals?.stops ?? 0,
    doors: totals?.doors ?? 0,
  };
}

export function stateOf({
  takenBackAt,
  endedAt,
  beganAt,
  joinedAt,
}: Pick<StoredOutingRoute, "takenBackAt" | "endedAt" | "beganAt" | "joinedAt">): OutingRouteState {
  if (takenBackAt !== null) return "taken-back";
  if (endedAt !== null) return "ended";
  if (beganAt !== null) return "begun";
  return joinedAt === null ? "nobody" : "joined";
}
