import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { Language, OsrmRoute } from "../contract/plan.ts";
import { describeLeg, type LegToDescribe } from "./describe-leg.ts";

/** Walks that follow each other as an OSRM v5 route. Its distance and duration are the sums of its legs. */
export function describeRoute(
  graph: StreetGraph,
  walks: readonly LegToDescribe[],
  options: { readonly language: Language },
): OsrmRoute {
  const legs = walks.map(({ path, to }) => describeLeg(graph, path, { ...options, to }));
  const coordinates: [number, number][] = [];
  for (const { path } of walks) {
    for (const [longitude, latitude] of path.coordinates) {
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
