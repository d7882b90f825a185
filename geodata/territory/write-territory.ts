import { rmSync } from "node:fs";
import { partialPath, putInPlace, removeAbandonedPartials } from "./partial-file.ts";
import { type NamedArea, type SearchableName, searchableNames } from "./searchable-name.ts";
import { createSqliteFile, type SqliteFile } from "./sqlite-file.ts";
import type {
  Address,
  Candidate,
  Election,
  Finding,
  Indicator,
  Station,
  StationIndicator,
  StationResult,
  TerritorySummary,
  TransitStop,
} from "./territory.ts";
import { TERRITORY_SCHEMA } from "./territory-schema.ts";

/** All of a territory but its tiles, which are written as they are made. */
export interface TerritoryContent {
  readonly summary: TerritorySummary;
  readonly stations: readonly Station[];
  readonly elections: readonly Election[];
  /** Candidates of all elections, in index order. */
  readonly candidates: readonly Candidate[];
  readonly results: ReadonlyMap<string, readonly StationResult[]>;
  readonly indicators: readonly Indicator[];
  readonly stationIndicators: readonly StationIndicator[];
  readonly addresses: readonly Address[];
  readonly transitStops: readonly TransitStop[];
  /** Of their ground only the place is kept, to be found by: addresses say in which they are. */
  readonly censusAreas: readonly NamedArea[];
  readonly findings: readonly Finding[];
  /** As made by packStreetGraph. */
  readonly packedStreets: Uint8Array;
}

export interface TerritoryWriter {
  addTile(zoom: number, column: number, row: number, tile: Uint8Array): void;
  addStationTile(zoom: number, column: number, row: number, tile: Uint8Array): void;
  /** Writes the rest, then puts the whole file in place of the old one. */
  finish(content: TerritoryContent): void;
  /** Throws the partial file away; the old territory, if any, stays as it was. Harmless after `finish`. */
  discard(): void;
}

/** Starts a territory file beside `path`. Nothing shows at `path` before `finish`. */
export function createTerritoryWriter(path: string, nowMs: number): TerritoryWriter {
  removeAbandonedPartials(path, nowMs);
  const partial = partialPath(path);
  const file = createSqliteFile(partial);
  let isOpen = true;
  file.exec(TERRITORY_SCHEMA);
  file.exec("BEGIN");
  const insertTile = file.prepare("INSERT OR REPLACE INTO tiles VALUES (?, ?, ?, ?)");
  const insertStationTile = file.prepare("INSERT OR REPLACE INTO station_tiles VALUES (?, ?, ?, ?)");

  return {
    addTile(zoom, column, row, tile) {
      insertTile.run(zoom, column, row, tile);
    },
    addStationTile(zoom, column, row, tile) {
      insertStationTile.run(zoom, column, row, tile);
    },
    finish(content) {
      insertContent(file, content);
      file.exec("COMMIT");
      file.exec("ANALYZE");
      file.close();
      isOpen = false;
      putInPlace(partial, path);
    },
    discard() {
      if (isOpen) file.close();
      isOpen = false;
      rmSync(partial, { force: true });
    },
  };
}

function insertContent(file: SqliteFile, content: TerritoryContent): void {
  const insertDocument = file.prepare("INSERT INTO documents VALUES (?, ?)");
  insertDocument.run("summary", JSON.stringify(content.summary));
  insertDocument.run("indicators", JSON.stringify(content.indicators));
  insertDocument.run("findings", JSON.stringify(content.findings));
  insertStations(file, content.stations);
  insertElections(file, content);
  insertIndicators(file, content.stationIndicators);
  insertAddresses(file, content.addresses);
  insertCensusAreas(file, content.censusAreas);
  insertTransitStops(file, content.transitStops);
  insertNames(file, searchableNames(content));
  file.prepare("INSERT INTO street_graph VALUES (1, ?)").run(content.packedStreets);
}

function insertStations(file: SqliteFile, stations: readonly Station[]): void {
  const insert = file.prepare(`INSERT INTO stations VALUES (${marks(16)})`);
  for (const station of stations) {
    insert.run(
      station.index,
      station.id,
      station.number,
      station.name,
      station.communeCode,
      station.communeName,
      JSON.stringify(station.geometry),
      ...station.labelPosition,
      ...station.box,
      station.registered,
      station.addresses,
      station.doors,
    );
  }
}

function insertCensusAreas(file: SqliteFile, areas: readonly NamedArea[]): void {
  const insert = file.prepare("INSERT INTO census_areas VALUES (?, ?, ?)");
  areas.forEach(({ id, name }, index) => void insert.run(index, id, name));
}

function insertTransitStops(file: SqliteFile, stops: readonly TransitStop[]): void {
  const insert = file.prepare(`INSERT INTO transit_stops VALUES (${marks(6)})`);
  stops.forEach(({ id, name, kind, position }, index) => void insert.run(index, id, name, kind, ...position));
}

function insertElections(file: SqliteFile, { elections, candidates, results }: TerritoryContent): void {
  const insertElection = file.prepare(`INSERT INTO elections VALUES (${marks(8)})`);
  for (const [position, election] of elections.entries()) {
    const { id, type, year, round, contoursVintage, joinRate, stations } = election;
    insertElection.run(position, id, type, year, round, contoursVintage, joinRate, stations);
  }
  const insertCandidate = file.prepare(`INSERT INTO candidates VALUES (${marks(8)})`);
  for (const { index, electionId, id, name, nuance, list, constituency, votes } of candidates) {
    insertCandidate.run(index, electionId, id, name, nuance, list, constituency, votes);
  }
  const insertResult = file.prepare(`INSERT INTO results VALUES (${marks(7)})`);
  const insertVotes = file.prepare("INSERT INTO votes VALUES (?, ?, ?)");
  for (const [electionId, rows] of results) {
    for (const row of rows) {
      const { stationIndex, registered, abstentions, blankAndNull, expressed, matchedShare } = row;
      insertResult.run(electionId, stationIndex, registered, abstentions, blankAndNull, expressed, matchedShare);
      for (const [candidate, votes] of row.votes) insertVotes.run(candidate, stationIndex, votes);
    }
  }
}

function insertIndicators(file: SqliteFile, rows: readonly StationIndicator[]): void {
  const insert = file.prepare("INSERT INTO station_indicators VALUES (?, ?, ?, ?)");
  for (const { stationIndex, indicatorId, value, coveredShare } of rows) {
    insert.run(stationIndex, indicatorId, value, coveredShare);
  }
}

function insertAddresses(file: SqliteFile, addresses: readonly Address[]): void {
  const insert = file.prepare(`INSERT INTO addresses VALUES (${marks(20)})`);
  const insertBox = file.prepare("INSERT INTO address_boxes VALUES (?, ?, ?, ?, ?)");
  for (const address of addresses) {
    const [longitude, latitude] = address.position;
    insert.run(
      address.index,
      address.id,
      address.number,
      address.houseNumber,
      address.street,
      address.postcode,
      address.communeCode,
      address.communeName,
      longitude,
      latitude,
      address.doors,
      address.doorsOrigin,
      address.stationIndex,
      address.place?.piece ?? null,
      address.place?.offsetMetres ?? null,
      address.place?.side ?? null,
      address.streetMetres,
      address.elevationMetres,
      address.floors,
      address.censusAreaIndex,
    );
    insertBox.run(address.index, longitude, longitude, latitude, latitude);
  }
}

function insertNames(file: SqliteFile, names: readonly SearchableName[]): void {
  const insert = file.prepare(`INSERT INTO names VALUES (${marks(12)})`);
  for (const [position, { kind, id, label, folded, position: place, box, stationIndex }] of names.entries()) {
    insert.run(position, kind, id, label, folded, ...place, ...(box ?? [null, null, null, null]), stationIndex);
  }
  file.exec("INSERT INTO name_index (name_index) VALUES ('rebuild')");
}

function marks(count: number): string {
  return Array.from({ length: count }, () => "?").join(", ");
}
