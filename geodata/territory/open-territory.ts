import type { MultiPolygon, Polygon } from "geojson";
import type { BoundingBox } from "../geometry/position.ts";
import { UnusableFile } from "../readers/source-rows.ts";
import { openStreetGraph } from "../street-graph/pack-street-graph.ts";
import type { StreetGraph } from "../street-graph/street-graph.ts";
import { checkTerritoryFile } from "./check-territory-file.ts";
import { createNameSearch } from "./name-search.ts";
import { readCensusAreas } from "./read-census-areas.ts";
import { readTransitStops } from "./read-transit-stops.ts";
import { isSqliteError, openSqliteReadOnly, type SqliteFile, userVersion } from "./sqlite-file.ts";
import type {
  Address,
  Candidate,
  DoorsOrigin,
  Election,
  ElectionType,
  Finding,
  Indicator,
  Station,
  StationIndicator,
  StationResult,
  Territory,
  TerritorySummary,
} from "./territory.ts";
import { STATION_TILES_SINCE } from "./territory-schema.ts";

/**
 * Opens a territory file read-only. Opening reads the summary; everything else is read when first asked for, and
 * what every screen needs (stations, elections, results, street graph) is kept.
 * Throws UnusableFile when the file is missing, cut off, damaged, of another version, or not a territory.
 */
export function openTerritory(path: string): Territory {
  checkTerritoryFile(path);
  try {
    return readTerritory(openSqliteReadOnly(path));
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    throw new UnusableFile(path, {
      fr: `est abîmé (${error.code}). Copiez-le de nouveau, ou reconstruisez-le`,
      en: `is damaged (${error.code}). Copy it again, or build the territory again`,
    });
  }
}

function readTerritory(file: SqliteFile): Territory {
  const summary = readDocument<TerritorySummary>(file, "summary");
  const resultsOfElection = new Map<string, readonly StationResult[]>();
  const addressesInBox = file.prepare<number[], AddressRow>(
    `SELECT addresses.* FROM address_boxes JOIN addresses USING (address)
     WHERE address_boxes.west <= ? AND address_boxes.east >= ? AND address_boxes.south <= ? AND address_boxes.north >= ?
       AND longitude BETWEEN ? AND ? AND latitude BETWEEN ? AND ? ORDER BY address`,
  );
  const addressesOfStations = file.prepare<[string], AddressRow>(
    "SELECT * FROM addresses WHERE station IN (SELECT value FROM json_each(?)) ORDER BY address",
  );
  const addressesById = file.prepare<[string], AddressRow>(
    "SELECT * FROM addresses WHERE id IN (SELECT value FROM json_each(?)) ORDER BY address",
  );
  const hasStationTiles = userVersion(file) >= STATION_TILES_SINCE;
  const tilesOf = (table: "tiles" | "station_tiles") => {
    const select = file.prepare<[number, number, number], { readonly tile: Buffer }>(
      `SELECT tile FROM ${table} WHERE zoom = ? AND tile_column = ? AND tile_row = ?`,
    );
    return (zoom: number, column: number, row: number) => select.get(zoom, column, row)?.tile;
  };

  return {
    summary,
    stations: once(() => readStations(file)),
    elections: once(() => readElections(file)),
    candidates: (electionId) => readCandidates(file, electionId),
    results(electionId) {
      const known = resultsOfElection.get(electionId);
      if (known !== undefined) return known;
      const rows = readResults(file, electionId);
      // An unknown name is not remembered, or names that strangers make up would fill the memory.
      if (rows.length > 0) resultsOfElection.set(electionId, rows);
      return rows;
    },
    indicators: once(() => readDocument<readonly Indicator[]>(file, "indicators")),
    stationIndicators: once(() => readStationIndicators(file)),
    censusAreas: once(() => readCensusAreas(file)),
    addressesOfStations: (stationIndices) => addressesOfStations.all(JSON.stringify(stationIndices)).map(toAddress),
    addressesInBox: ([west, south, east, north]) =>
      addressesInBox.all(east, west, north, south, west, east, south, north).map(toAddress),
    addressesById: (ids) => addressesById.all(JSON.stringify(ids)).map(toAddress),
    transitStops: once(() => readTransitStops(file)),
    streetGraph: once(() => readStreetGraph(file)),
    tile: tilesOf("tiles"),
    hasStationTiles,
    stationTile: hasStationTiles ? tilesOf("station_tiles") : () => undefined,
    search: createNameSearch(file),
    findings: once(() => readDocument<readonly Finding[]>(file, "findings")),
    close: () => void file.close(),
  };
}

function once<Value>(read: () => Value): () => Value {
  let kept: { readonly value: Value } | null = null;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}

function readDocument<Document>(file: SqliteFile, name: string): Document {
  const row = file.prepare<[string], { readonly json: string }>("SELECT json FROM documents WHERE name = ?").get(name);
  if (row === undefined) throw new Error(`the territory has no "${name}"`);
  return JSON.parse(row.json) as Document;
}

interface StationRow {
  readonly station: number;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly commune_code: string;
  readonly commune_name: string;
  readonly geometry: string;
  readonly label_longitude: number;
  readonly label_latitude: number;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly registered: number | null;
  readonly addresses: number;
  readonly doors: number;
}

function readStations(file: SqliteFile): readonly Station[] {
  return file
    .prepare<[], StationRow>("SELECT * FROM stations ORDER BY station")
    .all()
    .map((row) => ({
      index: row.station,
      id: row.id,
      number: row.number,
      name: row.name,
      communeCode: row.commune_code,
      communeName: row.commune_name,
      geometry: JSON.parse(row.geometry) as Polygon | MultiPolygon,
      labelPosition: [row.label_longitude, row.label_latitude],
      box: [row.west, row.south, row.east, row.north] satisfies BoundingBox,
      registered: row.registered,
      addresses: row.addresses,
      doors: row.doors,
    }));
}

interface ElectionRow extends Omit<Election, "contoursVintage" | "joinRate"> {
  readonly contours_vintage: number | null;
  readonly join_rate: number;
}

function readElections(file: SqliteFile): readonly Election[] {
  return file
    .prepare<[], ElectionRow>("SELECT * FROM elections ORDER BY election")
    .all()
    .map((row) => ({
      id: row.id,
      type: row.type as ElectionType,
      year: row.year,
      round: row.round,
      contoursVintage: row.contours_vintage,
      joinRate: row.join_rate,
      stations: row.stations,
    }));
}

function readCandidates(file: SqliteFile, electionId: string): readonly Candidate[] {
  return file
    .prepare<[string], Candidate>(
      `SELECT candidate AS "index", election_id AS electionId, id, name, nuance, list, constituency, votes
       FROM candidates WHERE election_id = ? ORDER BY candidate`,
    )
    .all(electionId);
}

interface ResultRow {
  readonly station: number;
  readonly registered: number;
  readonly abstentions: number;
  readonly blank_and_null: number;
  readonly expressed: number;
  readonly matched_share: number;
}

function readResults(file: SqliteFile, electionId: string): readonly StationResult[] {
  const votesOfStation = new Map<number, Map<number, number>>();
  const votes = file
    .prepare<[string], { readonly candidate: number; readonly station: number; readonly votes: number }>(
      `SELECT votes.candidate, votes.station, votes.votes FROM candidates JOIN votes USING (candidate)
       WHERE election_id = ? ORDER BY votes.candidate`,
    )
    .all(electionId);
  for (const row of votes) {
    const ofStation = votesOfStation.get(row.station);
    if (ofStation === undefined) votesOfStation.set(row.station, new Map([[row.candidate, row.votes]]));
    else ofStation.set(row.candidate, row.votes);
  }
  return file
    .prepare<[string], ResultRow>("SELECT * FROM results WHERE election_id = ? ORDER BY station")
    .all(electionId)
    .map((row) => ({
      stationIndex: row.station,
      registered: row.registered,
      abstentions: row.abstentions,
      blankAndNull: row.blank_and_null,
      expressed: row.expressed,
      votes: votesOfStation.get(row.station) ?? new Map(),
      matchedShare: row.matched_share,
    }));
}

function readStationIndicators(file: SqliteFile): readonly StationIndicator[] {
  return file
    .prepare<[], StationIndicator>(
      `SELECT station AS stationIndex, indicator_id AS indicatorId, value, covered_share AS coveredShare
       FROM station_indicators ORDER BY station, indicator_id`,
    )
    .all();
}

interface AddressRow {
  readonly address: number;
  readonly id: string;
  readonly number: string;
  readonly house_number: number | null;
  readonly street: string;
  readonly postcode: string;
  readonly commune_code: string;
  readonly commune_name: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly doors: number;
  readonly doors_origin: string;
  readonly station: number | null;
  readonly piece: number | null;
  readonly offset_metres: number | null;
  readonly side: number | null;
  readonly street_metres: number | null;
  readonly elevation_metres: number | null;
  /** Missing in files older than FLOORS_SINCE. */
  readonly floors?: number | null;
  /** Missing in files older than CENSUS_AREAS_SINCE. */
  readonly census_area?: number | null;
}

function toAddress(row: AddressRow): Address {
  return {
    index: row.address,
    id: row.id,
    number: row.number,
    houseNumber: row.house_number,
    street: row.street,
    postcode: row.postcode,
    communeCode: row.commune_code,
    communeName: row.commune_name,
    position: [row.longitude, row.latitude],
    doors: row.doors,
    doorsOrigin: row.doors_origin as DoorsOrigin,
    stationIndex: row.station,
    censusAreaIndex: row.census_area ?? null,
    place:
      row.piece === null || row.offset_metres === null
        ? null
        : { piece: row.piece, offsetMetres: row.offset_metres, side: row.side === -1 || row.side === 1 ? row.side : 0 },
    streetMetres: row.street_metres,
    elevationMetres: row.elevation_metres,
    floors: row.floors ?? null,
  };
}

function readStreetGraph(file: SqliteFile): StreetGraph {
  const row = file.prepare<[], { readonly packed: Buffer }>("SELECT packed FROM street_graph").get();
  if (row === undefined) throw new Error("the territory has no street graph");
  const shared = new SharedArrayBuffer(row.packed.length);
  new Uint8Array(shared).set(row.packed);
  return openStreetGraph(shared);
}
