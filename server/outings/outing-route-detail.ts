import type { OutingRouteDetail } from "../contract/outing-moves.ts";
import type { PlanRoute } from "../contract/plan.ts";
import type { PackedJson } from "../work/packed-json.ts";
import { knownOuting, type OutingsDeps } from "./outing-deps.ts";
import type { StoredOutingRoute } from "./outing-route-store.ts";
import { unknownOutingRoute } from "./outing-words.ts";
import { linkPath } from "./route-link.ts";

type Deps = Pick<OutingsDeps, "outings" | "outingRoutes">;
interface RouteOfOuting {
  readonly outingId: string;
  readonly routeId: string;
}

/** A route with its walk, and what was begun of it. Throws Refusal "nothing-found". */
export async function outingRouteDetail(
  { outingId, routeId }: RouteOfOuting,
  deps: Deps,
): Promise<Omit<OutingRouteDetail, "route"> & { readonly route: PackedJson<PlanRoute> }> {
  const { id, revision } = await knownRoute({ outingId, routeId }, deps);
  const route = (await deps.outingRoutes.walks([id])).get(id);
  if (!route) throw unknownOutingRoute();
  const begun = await deps.outingRoutes.begun(outingId);
  return {
    ...{ id, revision, route },
    begunStops: begun.map(({ stopId }) => stopId),
    finishedStops: begun.flatMap(({ stopId, isFinished }) => (isFinished ? [stopId] : [])),
  };
}

/** Path of the volunteer's page. Throws Refusal "nothing-found". */
export async function outingRouteLink(route: RouteOfOuting, deps: Deps): Promise<string> {
  return linkPath((await knownRoute(route, deps)).token);
}

async function knownRoute({ outingId, routeId }: RouteOfOuting, deps: Deps): Promise<StoredOutingRoute> {
  await knownOuting(outingId, deps);
  const route = (await deps.outingRoutes.routes(outingId)).find(({ id }) => id === routeId);
  if (!route) throw unknownOutingRoute();
  return route;
}
