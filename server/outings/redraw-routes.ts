import type { Territory } from "../../geodata/territory/territory.ts";
import type { Plan, PlanRoute } from "../contract/plan.ts";
import { bestPlace } from "../planning/by-hand/best-place.ts";
import { drawArrangement } from "../planning/by-hand/draw-arrangement.ts";
import { type EditGround, editGround } from "../planning/by-hand/edit-ground.ts";
import { unpackJson } from "../work/packed-json.ts";
import { drawnRoute } from "./open-routes.ts";
import { emptiedRoute, outingPlan } from "./outing-plan.ts";
import type { RedrawnRoutes, RedrawOrder, RouteChange } from "./outing-work.ts";

/**
 * Paths, times and directions of routes whose stops have changed. What was walked stays first, and the rest goes on from
 * there. Runs in a worker thread. Throws the Refusals of editGround and drawArrangement.
 */
export async function redrawRoutes(territory: Territory, order: RedrawOrder): Promise<RedrawnRoutes> {
  const routes = order.routes.map((route) => unpackJson(route));
  const plan = outingPlan(unpackJson<Plan>(order.plan), routes, order.freeStops);
  // No votes: what phones are given carries no estimate of them.
  const ground = editGround(territory, plan, null);
  const drawn = [];
  for (const change of order.changes) {
    const stopIds = [...change.begun, ...(change.order ?? (await placed(change, ground)))];
    const route = await draw(change.routeId, stopIds, ground);
    drawn.push({ ...drawnRoute(route), stopIds });
  }
  return { routes: drawn };
}

/** What comes goes in one piece where it costs the least walking, after what was walked already. */
async function placed({ routeId, begun, kept, come }: RouteChange, ground: EditGround): Promise<readonly string[]> {
  if (come.length === 0 || kept.length === 0) return [...kept, ...come];
  const last = begun.at(-1);
  const at = last === undefined ? undefined : ground.stopsOf([last])[0]?.address.position;
  const start = at ? { position: [at[0], at[1]] as const } : null;
  const { before } = await bestPlace(come, [{ id: routeId, stopIds: kept, start, end: null }], ground);
  const place = before === null ? kept.length : kept.indexOf(before);
  return [...kept.slice(0, place), ...come, ...kept.slice(place)];
}

async function draw(routeId: string, stopIds: readonly string[], ground: EditGround): Promise<PlanRoute> {
  const arrangement = { takenOut: [], lockedStops: [], lockedRoutes: [] };
  const route = { id: routeId, stopIds, start: null, end: null };
  const drawn = (await drawArrangement({ ...arrangement, routes: [route] }, ground)).get(routeId);
  const before = ground.baseRoutes.get(routeId);
  if (drawn) return drawn;
  if (!before) throw new Error(`route ${routeId} of an outing was made without a stop`);
  return emptiedRoute(before);
}
