import { zoneOutlines } from "../../geodata/geometry/zone-outlines.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { csvText } from "../contract/csv-text.ts";
import type { ZonesFile, ZoningState } from "../contract/drawn-zones.ts";
import type { Language } from "../contract/plan.ts";
import { addressesAround, OUTLINE_MARGIN_METRES } from "../zoning/address-stops.ts";

/** Zones to be written as a file. */
export interface DrawnZones {
  readonly state: Pick<ZoningState, "zones" | "addressIds">;
  readonly language: Language;
}

/** A table as text, ready to be sent. */
export interface ZonesTable {
  readonly csv: string;
}

type FiledTerritory = Pick<Territory, "stations" | "addressesById" | "addressesInBox">;

/** Every zone with its outline, which holds its addresses and none of another zone. Sorted by name. */
export function zonesFile(territory: FiledTerritory, { state, language }: DrawnZones): ZonesFile {
  const zones = addressesByZone(territory, state, language);
  const own = zones.flatMap(({ addresses }) => addresses);
  const zoneOf = zones.flatMap(({ addresses }, zone) => addresses.map(() => zone));
  const outlines =
    own.length === 0
      ? []
      : zoneOutlines(
          own.map(({ position }) => position),
          zoneOf,
          zones.length,
          addressesAround(territory, own, OUTLINE_MARGIN_METRES).map(({ position }) => position),
        );
  return {
    type: "FeatureCollection",
    features: zones.map(({ zone, addresses }, place) => ({
      type: "Feature",
      id: place + 1,
      geometry: outlines[place] ?? null,
      properties: {
        zoneId: zone.id,
        name: zone.name,
        doors: addresses.reduce((sum, { doors }) => sum + doors, 0),
        addresses: addresses.length,
      },
    })),
  };
}

/** One row for each address of each zone, street by street. */
export function zonesTable(territory: FiledTerritory, { state, language }: DrawnZones): ZonesTable {
  const stations = territory.stations();
  const collator = new Intl.Collator(language, { numeric: true });
  const rows = addressesByZone(territory, state, language).flatMap(({ zone, addresses }) =>
    [...addresses]
      .sort((a, b) => collator.compare(a.street, b.street) || collator.compare(a.number, b.number))
      .map(({ number, street, postcode, communeName, stationIndex, doors, position }) => [
        zone.name,
        number,
        street,
        postcode,
        communeName,
        stations[stationIndex ?? -1]?.number ?? "",
        doors,
        position[0],
        position[1],
      ]),
  );
  return { csv: csvText(HEADER[language], rows) };
}

const HEADER = {
  fr: ["secteur", "numero", "rue", "code_postal", "commune", "bureau", "portes", "longitude", "latitude"],
  en: ["zone", "number", "street", "postcode", "commune", "station", "doors", "longitude", "latitude"],
} as const;

function addressesByZone(territory: FiledTerritory, state: DrawnZones["state"], language: Language) {
  const collator = new Intl.Collator(language, { numeric: true });
  return [...state.zones]
    .sort((a, b) => collator.compare(a.name, b.name) || a.id.localeCompare(b.id))
    .map((zone) => ({ zone, addresses: territory.addressesById(state.addressIds[zone.id] ?? []) }));
}
