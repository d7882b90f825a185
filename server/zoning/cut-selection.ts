import { zoneOutlines } from "../../geodata/geometry/zone-outlines.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { MOST_CUT_ADDRESSES, type ZoneProperties, type ZonesAnswer, type ZonesRequest } from "../contract/zones.ts";
import { requireStreets } from "../planning/require-streets.ts";
import { resolveSelection } from "../planning/resolve-selection.ts";
import { addressesAround, OUTLINE_MARGIN_METRES, stopOfAddress } from "./address-stops.ts";
import { cutZones } from "./cut-zones.ts";
import { scoreZones } from "./score-zones.ts";
import type { ZoneStop } from "./zone-stop.ts";
import { zonesCompactness } from "./zones-compactness.ts";
import { zonesNotes, zoningRefusal } from "./zoning-words.ts";

export type ZonedTerritory = Pick<
  Territory,
  "summary" | "stations" | "addressesOfStations" | "addressesInBox" | "addressesById" | "streetGraph"
>;

/**
 * Cuts a selection into zones of equal work, to be handed to teams. Each address on a street is in one zone; those away
 * from all streets are in none, which a note says. The same territory, request and seed give the same zones.
 * Throws Refusal as resolveSelection does, on "best", without streets, on more zones than addresses and on too many addresses.
 */
export function cutSelection(territory: ZonedTerritory, request: ZonesRequest): ZonesAnswer {
  requireStreets(territory);
  if (request.selection.kind === "best") throw zoningRefusal.best();
  const visited = resolveSelection(territory, request.selection).filter(({ doors }) => doors > 0);
  const addresses = visited.filter(({ place }) => place !== null);
  if (addresses.length === 0) throw zoningRefusal.nothing();
  if (addresses.length > MOST_CUT_ADDRESSES) {
    throw zoningRefusal.tooManyAddresses(addresses.length, MOST_CUT_ADDRESSES);
  }
  if (request.zones > addresses.length) throw zoningRefusal.tooManyZones(request.zones, addresses.length);

  const graph = territory.streetGraph();
  const stops = addresses.flatMap((address) => stopOfAddress(address, request.minutesPerDoor));
  const cut = cutZones(graph, stops, {
    zoneCount: request.zones,
    seed: request.seed,
    speedKilometresPerHour: request.speed,
  });
  const judged = scoreZones(graph, stops, cut);
  const { zones: figures, gaps: _, ...score } = judged;
  const outlines = zoneOutlines(
    stops.map(({ position }) => position),
    cut.zoneOfStop,
    request.zones,
    addressesAround(territory, visited, OUTLINE_MARGIN_METRES).map(({ position }) => position),
  );
  const compactness = zonesCompactness(outlines, figures);
  const order = clockwise(stops, cut.zoneOfStop, request.zones);
  return {
    version: 1,
    territory: { name: territory.summary.name, version: territory.summary.version },
    request,
    score: { ...score, compactness: compactness.mean },
    notes: zonesNotes(judged, visited.length - addresses.length),
    zones: {
      type: "FeatureCollection",
      features: order.flatMap((zone, position) => {
        const figure = figures[zone];
        if (!figure) return [];
        const addressIds = addresses.flatMap(({ id }, index) => (cut.zoneOfStop[index] === zone ? [id] : []));
        const { stops: count, ...rest } = figure;
        const properties: ZoneProperties = {
          zone: String(position + 1),
          addressIds,
          addresses: count,
          compactness: compactness.ofZones[zone] ?? null,
          ...rest,
        };
        return [{ type: "Feature" as const, id: position + 1, geometry: outlines[zone] ?? null, properties }];
      }),
    },
  };
}

/** Zones clockwise from the north around the middle of all doors, as routes are. */
function clockwise(stops: readonly ZoneStop[], zoneOf: Int32Array, zoneCount: number): readonly number[] {
  const middles = Array.from({ length: zoneCount }, () => ({ east: 0, north: 0, stops: 0 }));
  stops.forEach(({ position }, index) => {
    const middle = middles[zoneOf[index] ?? 0];
    if (!middle) return;
    middle.east += position[0];
    middle.north += position[1];
    middle.stops++;
  });
  const [east, north] = [0, 1].map(
    (axis) => stops.reduce((sum, { position }) => sum + (position[axis] ?? 0), 0) / stops.length,
  );
  const angles = middles.map((middle) => {
    const toEast = (middle.east / middle.stops - (east ?? 0)) * Math.cos(((north ?? 0) * Math.PI) / 180);
    return (Math.atan2(toEast, middle.north / middle.stops - (north ?? 0)) + 2 * Math.PI) % (2 * Math.PI);
  });
  return angles.map((_, zone) => zone).sort((a, b) => (angles[a] ?? 0) - (angles[b] ?? 0) || a - b);
}
