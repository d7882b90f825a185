import type { Selection } from "../../server/contract/plan.ts";

/** A drawn zone: one ring of `[longitude, latitude]`, not closed (the first corner is not repeated). */
export type ZoneRing = readonly (readonly [number, number])[];

/**
 * Where the campaign will knock: whole stations, a drawn outline, or zones of a zoning. Never two of them, so the counts
 * mean one thing.
 */
export type Area =
  | { readonly kind: "none" }
  | { readonly kind: "stations"; readonly stationIds: readonly string[] }
  | { readonly kind: "zone"; readonly ring: ZoneRing }
  | { readonly kind: "zones"; readonly zoningId: string; readonly zoneIds: readonly string[] }
  | { readonly kind: "best" };

export const NO_AREA: Area = { kind: "none" };

export function areaOfStations(stationIds: readonly string[]): Area {
  return stationIds.length === 0 ? NO_AREA : { kind: "stations", stationIds };
}

export function isSelected(area: Area, stationId: string): boolean {
  return area.kind === "stations" && area.stationIds.includes(stationId);
}

/** Adds or takes away one station. A station added while a zone is drawn replaces the zone. */
export function toggleStation(area: Area, stationId: string): Area {
  const before = area.kind === "stations" ? area.stationIds : [];
  return areaOfStations(before.includes(stationId) ? before.filter((id) => id !== stationId) : [...before, stationId]);
}

/**
 * The selection as the server is asked about it, null when nothing is chosen.
 *
 * @param addressIds of the area's zones; null while they are not known
 */
export function selectionOf(area: Area, addressIds: readonly string[] | null = null): Selection | null {
  switch (area.kind) {
    case "none":
      return null;
    case "best":
      return { kind: "best" };
    case "stations":
      return { kind: "stations", stationIds: [...area.stationIds] };
    case "zones":
      return addressIds === null || addressIds.length === 0 ? null : { kind: "addresses", addressIds: [...addressIds] };
    case "zone": {
      const corners = area.ring.map(([longitude, latitude]): [number, number] => [longitude, latitude]);
      const first = corners[0];
      if (first === undefined) return null;
      return { kind: "zone", geometry: { type: "Polygon", coordinates: [[...corners, first]] } };
    }
  }
}

export function sameArea(a: Area, b: Area): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
