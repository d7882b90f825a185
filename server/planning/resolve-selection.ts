import { findRingCrossing } from "../../geodata/geometry/find-ring-crossing.ts";
import { type Area, boxOfArea, isInArea, ringsOf } from "../../geodata/geometry/polygon.ts";
import type { Address, Station, Territory } from "../../geodata/territory/territory.ts";
import type { Selection, ZoneGeometry } from "../contract/plan.ts";
import { Refusal } from "../contract/refusal.ts";

type SelectableTerritory = Pick<
  Territory,
  "summary" | "stations" | "addressesOfStations" | "addressesInBox" | "addressesById"
>;

/** As addressesOfSelection. Throws Refusal "nothing-found" too, on a selection without any address: nobody can walk it. */
export function resolveSelection(territory: SelectableTerritory, selection: Selection): readonly Address[] {
  const addresses = addressesOfSelection(territory, selection);
  if (addresses.length > 0) return addresses;
  throw new Refusal("nothing-found", NOTHING_SELECTED[selection.kind === "best" ? "stations" : selection.kind]);
}

/**
 * The addresses that a selection means, in address order, perhaps none. "best" is decided later, from all of them.
 * Addresses that the territory has no more are left out.
 * Throws Refusal on a station that the territory does not have, and on a zone whose outline crosses itself.
 */
export function addressesOfSelection(territory: SelectableTerritory, selection: Selection): readonly Address[] {
  switch (selection.kind) {
    case "zone":
      return addressesInZone(territory, selection.geometry);
    case "addresses":
      return territory.addressesById(selection.addressIds);
    default:
      return territory.addressesOfStations(chosenStations(territory, selection).map(({ index }) => index));
  }
}

const NOTHING_SELECTED = {
  zone: {
    fr: "La zone dessinée ne contient aucune adresse. Agrandissez-la ou choisissez des bureaux dans la liste.",
    en: "The zone holds no address. Make it larger, or choose stations from the list.",
  },
  addresses: {
    fr: "Ce territoire n’a plus aucune des adresses choisies. Choisissez-en d’autres, ou redessinez le secteur.",
    en: "This territory has none of the chosen addresses any more. Choose others, or draw the zone again.",
  },
  stations: {
    fr: "Les bureaux choisis n’ont aucune adresse. Choisissez-en d’autres.",
    en: "The chosen stations have no address. Choose others.",
  },
} as const;

function chosenStations(territory: SelectableTerritory, selection: Selection): readonly Station[] {
  const stations = territory.stations();
  if (selection.kind !== "stations" || selection.stationIds === "all") return stations;
  const byId = new Map(stations.map((station) => [station.id, station]));
  const unknown = selection.stationIds.filter((id) => !byId.has(id));
  if (unknown.length > 0) throw unknownStations(territory, unknown);
  return [...new Set(selection.stationIds)].flatMap((id) => byId.get(id) ?? []);
}

function addressesInZone(territory: SelectableTerritory, zone: ZoneGeometry): readonly Address[] {
  const area = zone as Area;
  for (const ring of ringsOf(area)) {
    const crossing = findRingCrossing(ring);
    if (crossing.kind === "crossing") throw crossingZone(crossing.at);
  }
  return territory.addressesInBox(boxOfArea(area)).filter(({ position }) => isInArea(position, area));
}

function unknownStations(territory: SelectableTerritory, unknown: readonly string[]): Refusal {
  const named = unknown.slice(0, 5).join(", ") + (unknown.length > 5 ? "…" : "");
  const example = territory.stations()[0]?.id ?? "";
  return new Refusal("unknown-station", {
    fr: `Le territoire « ${territory.summary.title} » n’a pas de bureau ${named}. Un identifiant ressemble à ${example}.`,
    en: `The territory “${territory.summary.title}” has no station ${named}. An id looks like ${example}.`,
  });
}

function crossingZone([longitude, latitude]: readonly [number, number]): Refusal {
  const place = `${longitude.toFixed(5)}, ${latitude.toFixed(5)}`;
  return new Refusal("zone-crosses-itself", {
    fr: `Le contour de la zone se croise lui-même en ${place} (longitude, latitude). Redessinez-le sans croisement.`,
    en: `The outline of the zone crosses itself at ${place} (longitude, latitude). Draw it again without a crossing.`,
  });
}
