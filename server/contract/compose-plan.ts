import type { Plan, PlanRoute } from "./plan.ts";
import type { EditedHead, UnservedChanges } from "./plan-edit.ts";

/**
 * A plan with what a head says instead and with the routes as they are now; the head's unserved stops are against those
 * of this plan. Throws when a route of the head is not given.
 */
export function composePlan(before: Plan, head: EditedHead, routes: ReadonlyMap<string, PlanRoute>): Plan {
  const { request, totals, metresEquivalentPerDoor, edited, routeIds, unserved } = head;
  return {
    ...before,
    request,
    totals,
    unserved: changeUnserved(before.unserved, unserved),
    metresEquivalentPerDoor,
    edited,
    routes: routeIds.map((id) => {
      const route = routes.get(id);
      if (!route) throw new Error(`route ${id} of an edited plan was not kept`);
      return route;
    }),
  };
}

/** A stop that comes with another reason than before takes the place of its former entry. */
function changeUnserved(before: Plan["unserved"], { gone, come }: UnservedChanges): Plan["unserved"] {
  const out = new Set([...gone, ...come.map(({ stopId }) => stopId)]);
  if (out.size === 0) return before;
  return [...before.filter(({ stopId }) => !out.has(stopId)), ...come];
}

/** What leads from a plan with the first changes to the same plan with the second. `made` are its entries without any. */
export function unservedBetween(
  first: UnservedChanges,
  second: UnservedChanges,
  made: ReadonlyMap<string, Plan["unserved"][number]>,
): UnservedChanges {
  const entries = ({ gone, come }: UnservedChanges) => {
    const known = new Map<string, Plan["unserved"][number] | null>(gone.map((id) => [id, null]));
    for (const entry of come) known.set(entry.stopId, entry);
    return (id: string) => (known.has(id) ? known.get(id) : made.get(id)) ?? null;
  };
  const [before, after] = [entries(first), entries(second)];
  const touched = new Set([first, second].flatMap(({ gone, come }) => [...gone, ...come.map(({ stopId }) => stopId)]));
  const different = [...touched].filter((id) => before(id)?.code !== after(id)?.code);
  return {
    gone: different.filter((id) => after(id) === null),
    come: different.flatMap((id) => after(id) ?? []),
  };
}
