import type { PlanRoute } from "../../server/contract/plan.ts";

/**
 * Where on a route a place lies: the stop that the nearest leg leads to, null for the leg to its end. The first of
 * equals. Flat distances: a leg is a few streets long. While the legs of a route are on their way, straight lines from
 * stop to stop stand for them.
 */
export function stopAfter(
  { stops, osrm }: Pick<PlanRoute, "stops" | "osrm">,
  [longitude, latitude]: readonly [number, number],
): string | null {
  const cosine = Math.cos((latitude * Math.PI) / 180);
  let nearest = { squared: Infinity, leg: stops.length };
  for (const [leg, lines] of (osrm.legs.length > 0 ? legLines(osrm) : straightLines(stops)).entries()) {
    for (const line of lines) {
      line.forEach((to, index) => {
        const from = line[index - 1] ?? to;
        const squared = squaredDistance(
          [(from[0] - longitude) * cosine, from[1] - latitude],
          [(to[0] - longitude) * cosine, to[1] - latitude],
        );
        if (squared < nearest.squared) nearest = { squared, leg };
      });
    }
  }
  return stops[nearest.leg]?.id ?? null;
}

/** Lines of each leg. */
type Lines = readonly (readonly (readonly [number, number])[])[];

function legLines({ legs }: PlanRoute["osrm"]): readonly Lines[] {
  return legs.map(({ steps }) => steps.map(({ geometry }) => geometry.coordinates));
}

function straightLines(stops: PlanRoute["stops"]): readonly Lines[] {
  return stops.map(({ position }, at) => {
    const before = stops[at - 1];
    return before === undefined ? [] : [[before.position, position]];
  });
}

/** From the origin to a straight line between two points, squared. */
function squaredDistance([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return (ax + share * dx) ** 2 + (ay + share * dy) ** 2;
}
