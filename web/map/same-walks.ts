import type { PlanRoute } from "../../server/contract/plan.ts";

/** Whether the routes are the same lines on the map, marked at the same places: MapLibre cuts anew all that it is given. */
export function areSameLines(one: readonly PlanRoute[], other: readonly PlanRoute[]): boolean {
  return (
    one.length === other.length &&
    one.every((route, at) => {
      const as = other[at];
      return (
        as !== undefined &&
        route.id === as.id &&
        route.osrm.geometry === as.osrm.geometry &&
        isSamePlace(route.start, as.start) &&
        isSamePlace(route.stops[0]?.position, as.stops[0]?.position)
      );
    })
  );
}

/** Whether two routes have the same stops in the same order, between the same ends. */
export function areSameStops(one: PlanRoute | null, other: PlanRoute | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.id === other.id &&
    one.stops.length === other.stops.length &&
    one.stops.every(({ id }, at) => id === other.stops[at]?.id) &&
    isSamePlace(one.start, other.start) &&
    isSamePlace(one.end, other.end)
  );
}

type Place = readonly [number, number];

function isSamePlace(one: Place | undefined, other: Place | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}
