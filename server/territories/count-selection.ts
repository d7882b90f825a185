import { FIELD_ASSUMPTIONS } from "../../geodata/scoring/field-assumptions.ts";
import type { Address, Territory } from "../../geodata/territory/territory.ts";
import type { Selection } from "../contract/plan.ts";
import type { SelectionCounts } from "../contract/territories.ts";
import { addressesOfSelection } from "../planning/resolve-selection.ts";

/**
 * What a selection holds. Conversations are expected from doors that hang on a street: the others are on no route.
 * Throws Refusal as planning would, so that what is wrong with a zone shows before anybody plans it; a selection without
 * an address is counted as such.
 */
export function countSelection(territory: Territory, selection: Selection): SelectionCounts {
  const addresses = addressesOfSelection(territory, selection);
  const onStreet = addresses.filter(({ place }) => place !== null);
  const stationIds = stationsOf(territory, selection, addresses);
  return {
    stations: stationIds.length,
    stationIds,
    addresses: addresses.length,
    addressesOnStreet: onStreet.length,
    doors: countDoors(addresses),
    expectedConversations: countDoors(onStreet) * FIELD_ASSUMPTIONS.conversationsPerDoor,
  };
}

/** Ids of the chosen stations, or of those that the chosen addresses are in, in the order of the territory. */
function stationsOf(territory: Territory, selection: Selection, addresses: readonly Address[]): readonly string[] {
  const stations = territory.stations();
  if (selection.kind === "zone" || selection.kind === "addresses") {
    const touched = new Set(addresses.map(({ stationIndex }) => stationIndex));
    return stations.flatMap(({ index, id }) => (touched.has(index) ? [id] : []));
  }
  const chosen = selection.kind === "best" || selection.stationIds === "all" ? null : new Set(selection.stationIds);
  return stations.flatMap(({ id }) => (chosen === null || chosen.has(id) ? [id] : []));
}

function countDoors(addresses: readonly Address[]): number {
  return addresses.reduce((sum, { doors }) => sum + doors, 0);
}
