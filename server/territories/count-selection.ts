import { boxOfArea, isInArea } from "../../geodata/geometry/polygon.ts";
import { FIELD_ASSUMPTIONS } from "../../geodata/scoring/field-assumptions.ts";
import type { Address, Territory } from "../../geodata/territory/territory.ts";
import type { Selection } from "../contract/plan.ts";
import type { SelectionCounts } from "../contract/territories.ts";
import { findStation } from "./find-station.ts";

/**
 * What a selection holds. Conversations are expected from doors that hang on a street: the others are on no route.
 * Throws Refusal "nothing-found" for an unknown station.
 */
export function countSelection(territory: Territory, selection: Selection): SelectionCounts {
  const addresses = selectedAddresses(territory, selection);
  const onStreet = addresses.filter(({ place }) => place !== null);
  const stations = selectedStations(territory, selection, addresses);
  return {
    stations: stations.length,
    stationIds: stations,
    addresses: addresses.length,
    addressesOnStreet: onStreet.length,
    doors: countDoors(addresses),
    expectedConversations: countDoors(onStreet) * FIELD_ASSUMPTIONS.conversationsPerDoor,
  };
}

function selectedAddresses(territory: Territory, selection: Selection): readonly Address[] {
  if (selection.kind === "zone") {
    const { geometry } = selection;
    return territory.addressesInBox(boxOfArea(geometry)).filter(({ position }) => isInArea(position, geometry));
  }
  return territory.addressesOfStations(chosenIndices(territory, selection));
}

function chosenIndices(territory: Territory, selection: Exclude<Selection, { kind: "zone" }>): readonly number[] {
  if (selection.kind === "best" || selection.stationIds === "all")
    return territory.stations().map(({ index }) => index);
  return [...new Set(selection.stationIds)].map((id) => findStation(territory, id).index);
}

/** Ids of the chosen stations, or of those that a zone takes addresses from, in the order of the territory. */
function selectedStations(
  territory: Territory,
  selection: Selection,
  addresses: readonly Address[],
): readonly string[] {
  const chosen = new Set(
    selection.kind === "zone" ? addresses.map(({ stationIndex }) => stationIndex) : chosenIndices(territory, selection),
  );
  return territory.stations().flatMap(({ index, id }) => (chosen.has(index) ? [id] : []));
}

function countDoors(addresses: readonly Address[]): number {
  return addresses.reduce((sum, { doors }) => sum + doors, 0);
}
