import type { OsrmStep, PlanRoute, PlanStop } from "./plan.ts";

/** Consecutive stops of a route on the same street and side: what a volunteer does before turning the page or the corner. */
export interface StopGroup {
  readonly street: string;
  readonly side: PlanStop["side"];
  /** Position of the first stop in the route, from 0. */
  readonly firstIndex: number;
  readonly stops: readonly PlanStop[];
  readonly doors: number;
  /** Seconds after the route's start when the first stop is reached. */
  readonly arrivalSeconds: number;
  /** The steps that lead here from the group before, or from the start. */
  readonly approach: readonly OsrmStep[];
}

/** Groups the stops of a route in walking order. Every stop is in exactly one group. */
export function groupStops(route: Pick<PlanRoute, "stops" | "osrm">): readonly StopGroup[] {
  const groups: StopGroup[] = [];
  let from = 0;
  while (from < route.stops.length) {
    const first = route.stops[from];
    if (!first) break;
    let to = from + 1;
    while (to < route.stops.length && isSameGroup(first, route.stops[to])) to++;
    const stops = route.stops.slice(from, to);
    groups.push({
      street: first.street,
      side: first.side,
      firstIndex: from,
      stops,
      doors: stops.reduce((sum, stop) => sum + stop.doors, 0),
      arrivalSeconds: first.arrivalSeconds,
      approach: legTo(route, from),
    });
    from = to;
  }
  return groups;
}

/** "2", or "2 → 48" from the first number to the last, in walking order. Empty when no stop has a number. */
export function numberRange(group: StopGroup): string {
  const numbers = group.stops.map(({ number }) => number).filter((number) => number !== "");
  const first = numbers[0] ?? "";
  const last = numbers.at(-1) ?? "";
  return first === last ? first : `${first} → ${last}`;
}

/** A route has a leg from its start to its first stop, so leg n leads to stop n. */
function legTo(route: Pick<PlanRoute, "stops" | "osrm">, stopIndex: number): readonly OsrmStep[] {
  return route.osrm.legs[stopIndex]?.steps ?? [];
}

function isSameGroup(first: PlanStop, other: PlanStop | undefined): boolean {
  return other !== undefined && other.street === first.street && other.side === first.side;
}
