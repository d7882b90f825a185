import { type CollectedAddresses, collectAddresses } from "../addresses/collect-addresses.ts";
import { type FoundAddress, placeAddresses } from "../addresses/place-addresses.ts";
import { carryCensus } from "../census/carry-census.ts";
import { dwellingsOfAreas } from "../census/dwellings-of-areas.ts";
import type { ContourSet } from "../crosswalk/join-to-contours.ts";
import { type StationShare, stationCrosswalk } from "../crosswalk/station-crosswalk.ts";
import { indexAreas } from "../geometry/area-index.ts";
import { doBoxesMeet } from "../geometry/box.ts";
import { groupBy } from "../geometry/group-by.ts";
import { type Area, boxOfArea, labelPosition } from "../geometry/polygon.ts";
import { boxAround, isInBox } from "../geometry/position.ts";
import type { CensusArea } from "../readers/census-areas-reader.ts";
import type { CensusValue } from "../readers/census-table-reader.ts";
import type { StationVotes } from "../readers/result-rows.ts";
import { communeKey, stationKey } from "../readers/station-key.ts";
import type { StationDraft } from "../stations/station-draft.ts";
import type { StreetGraph } from "../street-graph/street-graph.ts";
import { type CarriedElections, carryElections } from "./carry-elections.ts";
import type { Inputs } from "./gather-inputs.ts";
import type { Address, Indicator, Station, StationIndicator } from "./territory.ts";

export interface CarriedResults extends CarriedElections {
  readonly collected: CollectedAddresses;
  /** Addresses inside the territory's box. */
  readonly found: readonly FoundAddress[];
  /** Contours of each set that share ground with today's stations. */
  readonly usedContours: readonly ReadonlySet<number>[];
}

/**
 * Joins results to the contours of their time and carries them to today's stations.
 *
 * @param breathe lets signals through between the parts of long work, and throws when it is cancelled
 */
export async function joinResultsToStations(inputs: Inputs, breathe: () => Promise<void>): Promise<CarriedResults> {
  const collected = collectAddresses(
    inputs.addressFiles.map((file) => file.content),
    inputs.osm,
  );
  const positions = collected.addresses.map((address) => address.position);
  const today = inputs.drafts.map((draft) => draft.geometry);
  const todayIndex = indexAreas(today);
  const places = {
    positions,
    stationOf: positions.map((position) => todayIndex.areaAt(position)),
    box: positions.length === 0 ? null : boxAround(positions),
  };
  const shares: (readonly StationShare[])[] = [];
  for (const { contours } of inputs.sets) {
    await breathe();
    const old = contours.map(({ geometry }) => geometry);
    shares.push(stationCrosswalk(old, today, places));
  }
  await breathe();
  const ownKeys = drawnByNobody(inputs.drafts);
  const hasContours = inputs.sets.length > 0;
  const carried = carryElections({
    elections: inputs.joinedResults.elections,
    sets: hasContours ? inputs.sets : [ownKeys],
    sharesOfSet: (set) => (hasContours ? (shares[set] ?? []) : wholeShares(inputs.drafts)),
    forcedVintageOf: forcedVintages(inputs),
    keyOf: inputs.stationKind === "communes" ? keyOfCommune : keyOfStation,
  });
  const found = collected.addresses.filter((address) => isInBox(address.position, inputs.box));
  return { ...carried, collected, found, usedContours: shares.map((list) => new Set(list.map(({ old }) => old))) };
}

/** Without contours of another time, each station of today is its own old station. */
function drawnByNobody(drafts: readonly StationDraft[]): ContourSet {
  return {
    vintage: null,
    indexOfKey: new Map(drafts.map((draft, index) => [draft.key, index])),
    communes: new Set(drafts.map((draft) => communeKey(draft.communeCode))),
  };
}

function wholeShares(drafts: readonly StationDraft[]): StationShare[] {
  return drafts.map((_, index) => ({ old: index, today: index, shareOfOld: 1, shareOfToday: 1 }));
}

function keyOfStation(row: StationVotes): string {
  return stationKey(row.communeCode, row.number);
}

function keyOfCommune(row: StationVotes): string {
  return communeKey(row.communeCode);
}

function forcedVintages({ resultFiles }: Inputs): Map<string, number> {
  const forced = new Map<string, number>();
  for (const { given, content } of resultFiles) {
    if (given.vintage === null) continue;
    for (const { electionId } of content.rows) forced.set(electionId, given.vintage);
  }
  return forced;
}

export interface PlacedContent {
  readonly stations: readonly Station[];
  readonly addresses: readonly Address[];
  readonly indicators: readonly Indicator[];
  readonly stationIndicators: readonly StationIndicator[];
  /** Census areas whose box meets that of the territory: addresses name theirs by its place here. */
  readonly censusAreas: readonly CensusArea[];
}

/** Hangs addresses on streets, estimates their doors, and carries the census to the stations. */
export function placeContent(inputs: Inputs, carried: CarriedResults, graph: StreetGraph): PlacedContent {
  const { drafts } = inputs;
  const areas = inputs.censusAreaFiles
    .flatMap((file) => file.content.areas)
    .filter((area) => doBoxesMeet(boxOfArea(area.geometry), inputs.box));
  const tables = inputs.censusFiles.map((file) => file.content);
  const registered = latestRegistered(drafts.length, carried);
  const addresses = placeAddresses(carried.found, {
    stations: drafts.map((draft) => draft.geometry),
    stationKeys: drafts.map((draft) => draft.key).filter((key) => key !== ""),
    communes: drafts.map(({ communeCode, communeName }) => ({ code: communeCode, name: communeName ?? "" })),
    registeredOfStation: registered,
    buildings: inputs.osm.areas,
    censusAreas: areas.map((area) => area.geometry),
    dwellingsOfArea: dwellingsOfAreas(areas, tables),
    graph,
    elevation: inputs.elevation,
  });
  const stations = finishStations(drafts, addresses, registered);
  const indicators = uniqueIndicators(tables.flatMap((table) => table.indicators));
  const stationIndicators = tables.flatMap((table) => {
    const rowOf = new Map(table.rows.map((row) => [row.areaId, row.values]));
    const valuesOf: (readonly CensusValue[] | undefined)[] = areas.map((area) => rowOf.get(area.id));
    const geometries: Area[] = areas.map((area) => area.geometry);
    const today = drafts.map((draft) => draft.geometry);
    return carryCensus(geometries, valuesOf, table.indicators, today, addresses);
  });
  return {
    stations,
    addresses,
    indicators,
    stationIndicators: uniqueStationIndicators(stationIndicators),
    censusAreas: areas,
  };
}

/** Registered voters of each station at the latest round that has it. */
function latestRegistered(stations: number, { elections, results }: CarriedElections): (number | null)[] {
  const registered = new Array<number | null>(stations).fill(null);
  // Elections are earliest first: the latest one that has a station is written last.
  for (const { id } of elections) {
    for (const row of results.get(id) ?? []) registered[row.stationIndex] = row.registered;
  }
  return registered;
}

function finishStations(
  drafts: readonly StationDraft[],
  addresses: readonly Address[],
  registered: readonly (number | null)[],
): Station[] {
  const inside = groupBy(addresses, (address) => address.stationIndex);
  return drafts.map((draft, index) => {
    const own = inside.get(index) ?? [];
    return {
      index,
      id: draft.id,
      number: draft.number,
      name: draft.name,
      communeCode: draft.communeCode,
      communeName: draft.communeName ?? mostCommon(own.map((address) => address.communeName)) ?? draft.communeCode,
      geometry: draft.geometry,
      labelPosition: labelPosition(draft.geometry),
      box: boxOfArea(draft.geometry),
      registered: registered[index] ?? null,
      addresses: own.length,
      doors: own.reduce((sum, address) => sum + address.doors, 0),
    };
  });
}

function mostCommon(words: readonly string[]): string | null {
  const groups = [...groupBy(words, (word) => word).entries()].filter(([word]) => word !== "");
  return groups.sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? null;
}

function uniqueIndicators(indicators: readonly Indicator[]): Indicator[] {
  return [...new Map(indicators.toReversed().map((indicator) => [indicator.id, indicator])).values()].reverse();
}

/** Of two tables with the same indicator the first that has a value counts. */
function uniqueStationIndicators(entries: readonly StationIndicator[]): StationIndicator[] {
  const first = new Map<string, StationIndicator>();
  for (const entry of entries) {
    const key = `${entry.stationIndex}/${entry.indicatorId}`;
    const known = first.get(key);
    if (known === undefined || (known.value === null && entry.value !== null)) first.set(key, entry);
  }
  return [...first.values()];
}
