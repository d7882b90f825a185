import { METRES_PER_DEGREE } from "../../geodata/geometry/position.ts";
import type { PlanningStop } from "./plan-stops.ts";

/** The candidates nearest to any of the stops, at most `most` of them, in their own order. O(stops × candidates). */
export function nearbyStops(
  stops: readonly PlanningStop[],
  candidates: readonly PlanningStop[],
  most: number,
): readonly PlanningStop[] {
  if (most === 0) return [];
  if (candidates.length <= most) return candidates;
  const cosine = Math.cos(((stops[0]?.address.position[1] ?? 0) * Math.PI) / 180);
  const east = Float64Array.from(stops, ({ address }) => address.position[0] * cosine * METRES_PER_DEGREE);
  const north = Float64Array.from(stops, ({ address }) => address.position[1] * METRES_PER_DEGREE);
  const away = candidates.map(({ address: { position } }) => {
    const [x, y] = [position[0] * cosine * METRES_PER_DEGREE, position[1] * METRES_PER_DEGREE];
    let nearest = Infinity;
    for (let stop = 0; stop < east.length; stop++) {
      const squared = ((east[stop] ?? 0) - x) ** 2 + ((north[stop] ?? 0) - y) ** 2;
      if (squared < nearest) nearest = squared;
    }
    return nearest;
  });
  const kept = Array.from(candidates.keys())
    .sort((a, b) => (away[a] ?? 0) - (away[b] ?? 0) || a - b)
    .slice(0, most);
  return kept.sort((a, b) => a - b).flatMap((candidate) => candidates[candidate] ?? []);
}
