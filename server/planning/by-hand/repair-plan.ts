import type { Territory } from "../../../geodata/territory/territory.ts";
import type { Plan } from "../../contract/plan.ts";
import { type Arrangement, arrangementOf } from "../../contract/plan-arrangement.ts";
import type { RepairReport } from "../../contract/plan-edit.ts";
import { Refusal } from "../../contract/refusal.ts";
import { changePlan } from "../change-plan.ts";
import type { PlanningSurroundings } from "../plan-routes.ts";
import { putBack } from "../put-back.ts";

/** Search time: the organizer waits for it. */
const SECONDS = 0.5;

/**
 * An edited plan planned again around what is locked: locked routes stay to the letter, locked stops on their route, the
 * others as near to how they were as their limits allow (changePlan). Throws Refusal "all-locked" when nothing may move.
 */
export async function repairPlan(
  territory: Territory,
  plan: Plan,
  arrangement: Arrangement,
  surroundings: PlanningSurroundings,
): Promise<Arrangement> {
  const locked = new Set(arrangement.lockedRoutes);
  const free = plan.routes.filter(({ id }) => !locked.has(id));
  if (free.length === 0) throw allLocked();
  const lockedStops = free.flatMap(({ stops }) =>
    stops.flatMap(({ id }) => (arrangement.lockedStops.includes(id) ? [id] : [])),
  );
  const change = {
    removedRoutes: [],
    addedRoutes: 0,
    minutesByRoute: {},
    doneStops: [],
    skippedStops: [],
    lockedStops,
    keepsOrder: false,
    seconds: SECONDS,
  };
  // Routes that are not told to the search are routes that it cannot touch.
  const repaired = await changePlan(territory, { ...plan, routes: free }, change, surroundings);
  const orders = new Map(arrangementOf(repaired).routes.map(({ id, stopIds }) => [id, stopIds]));
  return {
    ...arrangement,
    routes: arrangement.routes.map((route) => {
      if (locked.has(route.id)) return route;
      const held = route.stopIds.filter((id) => lockedStops.includes(id));
      return { ...route, stopIds: putBack(orders.get(route.id) ?? [], held, route.stopIds) };
    }),
  };
}

/** What a repair changed, counted. */
export function reportRepair(before: Arrangement, after: Arrangement): RepairReport {
  const [homes, served] = [homesOf(before), homesOf(after)];
  const reordered = after.routes.filter((route) => {
    const was = before.routes.find(({ id }) => id === route.id)?.stopIds ?? [];
    return was.join() !== route.stopIds.join() && was.toSorted().join() === route.stopIds.toSorted().join();
  });
  const ids = [...served.keys()];
  return {
    movedStops: ids.filter((id) => homes.has(id) && homes.get(id) !== served.get(id)).length,
    addedStops: ids.filter((id) => !homes.has(id)).length,
    droppedStops: [...homes.keys()].filter((id) => !served.has(id)).length,
    reorderedRoutes: reordered.length,
  };
}

function homesOf({ routes }: Arrangement): ReadonlyMap<string, string> {
  return new Map(routes.flatMap(({ id, stopIds }) => stopIds.map((stop) => [stop, id] as const)));
}

function allLocked(): Refusal {
  return new Refusal("all-locked", {
    fr: "Toutes les tournées sont verrouillées : il n'y a rien à réparer. Déverrouillez-en une.",
    en: "Every route is locked: there is nothing to repair. Unlock one.",
  });
}
