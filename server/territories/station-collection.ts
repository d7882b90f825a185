import type { Station, Territory } from "../../geodata/territory/territory.ts";
import type { StationCollection, StationProperties } from "../contract/territories.ts";

/** Every station as a GeoJSON feature whose id is the station's index. */
export function stationCollection(territory: Pick<Territory, "stations">): StationCollection {
  return {
    type: "FeatureCollection",
    features: territory.stations().map((station) => ({
      type: "Feature",
      id: station.index,
      properties: stationProperties(station),
      geometry: station.geometry,
    })),
  };
}

export function stationProperties(station: Station): StationProperties {
  const { id, number, name, communeName, registered, addresses, doors, labelPosition, box } = station;
  return {
    stationId: id,
    number,
    name,
    communeName,
    registered,
    addresses,
    doors,
    labelPosition: [labelPosition[0], labelPosition[1]],
    box: [box[0], box[1], box[2], box[3]],
  };
}
