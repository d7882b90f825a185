import type { Position } from "../../geodata/geometry/position.ts";
import type { OsrmLeg, OsrmRoute } from "../contract/plan.ts";

/** Legs that follow each other as an OSRM v5 route. Its distance and duration are the sums of its legs. */
export function joinLegs(legs: readonly OsrmLeg[], lines: readonly (readonly Position[])[]): OsrmRoute {
  const coordinates: [number, number][] = [];
  for (const line of lines) {
    for (const [longitude, latitude] of line) {
      const last = coordinates.at(-1);
      if (last?.[0] !== longitude || last[1] !== latitude) coordinates.push([longitude, latitude]);
    }
  }
  const only = coordinates[0];
  if (coordinates.length === 1 && only !== undefined) coordinates.push(only);
  const duration = legs.reduce((sum, leg) => sum + leg.duration, 0);
  return {
    distance: legs.reduce((sum, leg) => sum + leg.distance, 0),
    duration,
    weight: duration,
    weight_name: "duration",
    geometry: { type: "LineString", coordinates },
    legs,
  };
}
