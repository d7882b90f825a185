import type { Plan, PlanRoute } from "../contract/plan.ts";
import type { ChangeReport, PlanChange } from "../contract/plan-change.ts";

/** Counts what a change has changed. */
export function reportChange(before: Plan, change: PlanChange, routes: readonly PlanRoute[]): ChangeReport {
  const gone = new Set(change.removedRoutes);
  const out = new Set([...change.doneStops, ...change.skippedStops]);
  const homes = new Map(before.routes.flatMap(({ id, stops }) => stops.map((stop) => [stop.id, id] as const)));
  const served = new Map(routes.flatMap(({ id, stops }) => stops.map((stop) => [stop.id, id] as const)));
  let [keptStops, movedStops, takenOverStops, addedStops] = [0, 0, 0, 0];
  for (const [stop, route] of served) {
    const home = homes.get(stop);
    if (home === undefined) addedStops++;
    else if (home === route) keptStops++;
    else if (gone.has(home)) takenOverStops++;
    else movedStops++;
  }
  const known = new Set(before.routes);
  return {
    keptStops,
    movedStops,
    takenOverStops,
    addedStops,
    droppedStops: [...homes.keys()].filter((stop) => !served.has(stop) && !out.has(stop)).length,
    doneStops: new Set(change.doneStops).size,
    unchangedRoutes: routes.filter((route) => known.has(route)).length,
  };
}
