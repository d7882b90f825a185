import type { FeatureCollection } from "geojson";
import type { Language, PlanRoute } from "../contract/plan.ts";
import { countCrossings, reportOf } from "../contract/route-report.ts";
import { startSentenceOf } from "../contract/told-plan.ts";

/** The path of each route as a line and its stops as points (RFC 7946), for GIS programs. */
export function renderGeoJson({
  routes,
  language,
}: {
  readonly routes: readonly PlanRoute[];
  readonly language: Language;
}): string {
  const collection: FeatureCollection = {
    type: "FeatureCollection",
    features: routes.flatMap((route) => [
      {
        type: "Feature" as const,
        properties: {
          kind: "route",
          route: route.id,
          stops: route.stops.length,
          distanceMetres: Math.round(route.distanceMetres),
          durationSeconds: Math.round(route.durationSeconds),
          ascentMetres: Math.round(route.ascentMetres),
          ...qualityOf(route),
        },
        geometry: {
          type: "LineString" as const,
          coordinates: route.osrm.geometry.coordinates.map((position) => [...position]),
        },
      },
      {
        type: "Feature" as const,
        properties: { kind: "start", route: route.id, reason: startSentenceOf(route)[language] },
        geometry: { type: "Point" as const, coordinates: [...route.start] },
      },
      ...route.stops.map((stop, index) => ({
        type: "Feature" as const,
        id: stop.id,
        properties: {
          kind: "stop",
          route: route.id,
          order: index + 1,
          address: stop.address,
          side: stop.side,
          doors: stop.doors,
          floors: stop.floors ?? null,
          neverAskedDoors: stop.neverAskedDoors ?? 0,
          arrivalSeconds: Math.round(stop.arrivalSeconds),
          stationId: stop.stationId,
        },
        geometry: { type: "Point" as const, coordinates: [...stop.position] },
      })),
    ]),
  };
  return JSON.stringify(collection);
}

/** One decimal is more than anybody walks by; null where another engine walked the route. */
function qualityOf(route: PlanRoute) {
  const report = reportOf(route);
  const rounded = (metres: number): number => Math.round(metres * 10) / 10;
  const crossings = report.crossings && countCrossings(report.crossings);
  return {
    metresPerDoor: rounded(report.metresPerDoor),
    metresEquivalentPerDoor: report.metresEquivalentPerDoor && rounded(report.metresEquivalentPerDoor),
    crossings: crossings?.all ?? null,
    mainRoadCrossings: crossings?.big ?? null,
  };
}
