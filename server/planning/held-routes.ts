import type { Plan, PlanRoute } from "../contract/plan.ts";
import type { PlanChange } from "../contract/plan-change.ts";
import { changedTeam } from "./changed-team.ts";
import { drawRoute, walkRoute } from "./draw-route.ts";
import type { PlanGround } from "./plan-ground.ts";
import { type RemainingRoute, routeMinutes } from "./remaining-routes.ts";
import type { StreetRouter } from "./street-router.ts";
import { toldLegs } from "./told-legs.ts";

/** Which routes an organizer locked while editing the plan, but for those that nobody walks any more. */
export function isHeldRoute(
  { edited }: Plan,
  { removedRoutes }: PlanChange,
): (route: { readonly id: string }) => boolean {
  const held = new Set(edited?.lockedRoutes.filter((id) => !removedRoutes.includes(id)));
  return ({ id }) => held.has(id);
}

/**
 * A locked route after a change: to the letter as it was, also where a hand made it too long; without the stops that are
 * done or skipped; and, where its volunteer has less time now, without the last ones. Null when nothing is left of it.
 */
export async function drawHeldRoute(
  route: RemainingRoute,
  { request }: Plan,
  change: PlanChange,
  ground: PlanGround & { readonly router: StreetRouter },
): Promise<PlanRoute | null> {
  const { before } = route;
  const isGivenTime = (change.minutesByRoute[route.id] ?? change.minutes) !== undefined;
  if (route.unchanged || (before && before.stops.length === route.stopIds.length && !isGivenTime)) return before;
  const team = await changedTeam([route], request, ground.router);
  const [kind] = team.kinds;
  const ends = kind && team.ends.get(kind);
  if (!kind || !ends) throw new Error(`route ${route.id} has nobody to walk it`);
  const overrun =
    isGivenTime || !before ? 0 : Math.max(0, before.durationSeconds - 60 * routeMinutes(request, route.id));
  const stopOf = new Map(ground.all.stops.map((stop) => [stop.address.id, stop]));
  const stops = route.stopIds.flatMap((id) => stopOf.get(id) ?? []);
  for (let count = stops.length; count > 0; count--) {
    const walked = await walkRoute(stops.slice(0, count), ends, kind.walker, ground);
    if (walked.durationSeconds > route.budgetSeconds + overrun) continue;
    return drawRoute(route.id, walked, ground, toldLegs(walked, before));
  }
  return null;
}

/** What an organizer decided by hand goes on to the changed plan: locks, what is taken out, and what is known to be too long. */
export function keptByHand(
  { edited }: Plan,
  { minutes }: PlanChange,
  routes: readonly PlanRoute[],
): Pick<Plan, "edited"> {
  if (!edited) return {};
  const served = new Set(routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  const walked = new Set(routes.map(({ id }) => id));
  const lockedStops = edited.lockedStops.filter((id) => served.has(id));
  const lockedRoutes = edited.lockedRoutes.filter((id) => walked.has(id));
  const takenOut = edited.takenOut.filter(({ stopId }) => !served.has(stopId));
  if (lockedStops.length + lockedRoutes.length + takenOut.length === 0) return {};
  return {
    edited: {
      revision: 0,
      canUndo: false,
      canRedo: false,
      askedMinutes: minutes ?? edited.askedMinutes,
      lockedStops,
      lockedRoutes,
      takenOut,
      emptyRoutes: [],
      warnings: edited.warnings.filter(({ routeId }) => minutes === undefined && lockedRoutes.includes(routeId)),
    },
  };
}
