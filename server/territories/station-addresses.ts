import type { Territory } from "../../geodata/territory/territory.ts";
import type { AddressItem } from "../contract/territories.ts";
import { findStation } from "./find-station.ts";

/** Addresses of one station, street by street, in the order of their numbers. */
export function stationAddresses(
  territory: Territory,
  { stationId }: { readonly stationId: string },
): { readonly addresses: readonly AddressItem[] } {
  const station = findStation(territory, stationId);
  const addresses = [...territory.addressesOfStations([station.index])].sort(
    (a, b) =>
      COLLATOR.compare(a.street, b.street) ||
      (a.houseNumber ?? 0) - (b.houseNumber ?? 0) ||
      COLLATOR.compare(a.number, b.number),
  );
  return {
    addresses: addresses.map(({ id, number, street, position, doors, place }) => ({
      id,
      number,
      street,
      position: [position[0], position[1]],
      doors,
      onStreet: place !== null,
    })),
  };
}

const COLLATOR = new Intl.Collator("fr");
