import type { Territory } from "../../geodata/territory/territory.ts";
import type { ZoneGround } from "../contract/drawn-zones.ts";
import { linkSides } from "../zoning/link-sides.ts";

type GroundTerritory = Pick<Territory, "summary" | "stations" | "censusAreas" | "addressesInBox" | "streetGraph">;

/** Everything of a territory that zones are put together from, in address order. */
export function zoneGround(territory: GroundTerritory): ZoneGround {
  const { box, version } = territory.summary;
  const addresses = territory.addressesInBox(box).filter(({ doors }) => doors > 0);
  const areas = territory.censusAreas();
  const streets = new Map<string, number>();
  const placeOfStreet = (street: string) => {
    const known = streets.get(street) ?? streets.size;
    streets.set(street, known);
    return known;
  };
  return {
    territoryVersion: version,
    addressIds: addresses.map(({ id }) => id),
    longitudes: addresses.map(({ position }) => Math.round(position[0] * 1e6) / 1e6),
    latitudes: addresses.map(({ position }) => Math.round(position[1] * 1e6) / 1e6),
    doors: addresses.map(({ doors }) => doors),
    stations: addresses.map(({ stationIndex }) => stationIndex ?? -1),
    stationIds: territory.stations().map(({ id }) => id),
    censusAreas: areas && {
      of: addresses.map(({ censusAreaIndex }) => censusAreaIndex ?? -1),
      ids: areas.map(({ id }) => id),
      names: areas.map(({ name }) => name),
    },
    numbers: addresses.map(({ number }) => number),
    streets: addresses.map(({ street }) => placeOfStreet(street)),
    streetNames: [...streets.keys()],
    pieces: addresses.map(({ place }) => place?.piece ?? -1),
    sides: addresses.map(({ place }) => place?.side ?? 0),
    links: linkSides(
      territory.streetGraph(),
      addresses.map(({ place }) => place),
    ),
  };
}
