import type { Limits } from "../../../server/contract/people.ts";
import type { StationItem } from "../../../server/contract/territories.ts";

/** Stations of a territory that the limits name. */
export function stationsOf(limits: Limits, territoryName: string): readonly string[] {
  return limits.stations.find((place) => place.territoryName === territoryName)?.stationIds ?? [];
}

export function toggleStation(limits: Limits, territoryName: string, stationId: string): Limits {
  const others = limits.stations.filter((place) => place.territoryName !== territoryName);
  const stationIds = toggled(stationsOf(limits, territoryName), stationId);
  return { ...limits, stations: stationIds.length === 0 ? others : [...others, { territoryName, stationIds }] };
}

export function toggleCommune(limits: Limits, code: string): Limits {
  return { ...limits, communes: toggled(limits.communes, code) };
}

export function toggleZone(limits: Limits, zoningId: string, zoneId: string): Limits {
  const others = limits.zones.filter((zone) => zone.zoningId !== zoningId || zone.zoneId !== zoneId);
  const isChosen = others.length < limits.zones.length;
  return { ...limits, zones: isChosen ? others : [...others, { zoningId, zoneId }] };
}

/** Communes of some stations, by name. The id of a station begins with its commune's code. */
export function communeChoices(
  stations: readonly StationItem[],
): readonly { readonly id: string; readonly label: string }[] {
  const names = new Map(stations.map(({ stationId, communeName }) => [stationId.replace(/_[^_]*$/, ""), communeName]));
  return [...names]
    .map(([id, name]) => ({ id, label: name === "" ? id : `${name} (${id})` }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

function toggled(known: readonly string[], one: string): string[] {
  return known.includes(one) ? known.filter((other) => other !== one) : [...known, one];
}
