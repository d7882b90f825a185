import type { MultiPolygon, Polygon } from "geojson";
import type { Example } from "../../server/contract/example.ts";
import type { BoundingBox, Position } from "../geometry/position.ts";
import type { StreetGraph, StreetPlace } from "../street-graph/street-graph.ts";

/**
 * A territory, opened read-only: everything that public files say of one area, checked and joined by the import.
 * It never changes once built; a new import makes a new version. Indices (station, candidate, address) are
 * positions in the lists of this version and mean nothing in another one; ids are stable.
 */
export interface Territory {
  readonly summary: TerritorySummary;
  /** Stations in index order: `stations()[i].index === i`. */
  stations(): readonly Station[];
  elections(): readonly Election[];
  /** Candidates of one election, all constituencies together, in index order. Empty for an unknown election. */
  candidates(electionId: string): readonly Candidate[];
  /** One row per station that has a result in this election, carried to today's stations. */
  results(electionId: string): readonly StationResult[];
  /** Census indicators (columns of the IRIS tables) carried to stations. */
  indicators(): readonly Indicator[];
  stationIndicators(): readonly StationIndicator[];
  /**
   * Census areas (IRIS) in the box, by their place in `Address.censusAreaIndex`. Empty when the territory was built
   * without any; null in a file that was built before addresses kept theirs.
   */
  censusAreas(): readonly TerritoryCensusArea[] | null;
  /** Addresses of the given stations, in address-index order. */
  addressesOfStations(stationIndices: readonly number[]): readonly Address[];
  /** Addresses inside the box, whatever their station, in address-index order. */
  addressesInBox(box: BoundingBox): readonly Address[];
  addressesById(ids: readonly string[]): readonly Address[];
  /** The walking network, over one SharedArrayBuffer: worker threads may be handed the buffer of any column. */
  streetGraph(): StreetGraph;
  /** Stops of buses, trams and trains that OpenStreetMap knows; null in a file that was built before they were read. */
  transitStops(): readonly TransitStop[] | null;
  /** A base-map tile (Mapbox Vector Tile 2.1, gzip), undefined where there is nothing to draw. */
  tile(zoom: number, column: number, row: number): Uint8Array | undefined;
  /** Whether the file holds the tiles of its stations: older ones do not. */
  readonly hasStationTiles: boolean;
  /** A tile of the stations (see station-tiles.ts), gzip, undefined where there is none. */
  stationTile(zoom: number, column: number, row: number): Uint8Array | undefined;
  /**
   * Communes, stations, census areas, streets and addresses whose name holds every word of `text`, accents, case and
   * abbreviations folded; where hardly any does, names that are a few slips away, and then those that hold the rest.
   * At most `limit` of a kind.
   */
  search(text: string, limit: number): readonly SearchHit[];
  /** What an organizer should know before anyone walks. */
  findings(): readonly Finding[];
  close(): void;
}

export interface TerritorySummary {
  readonly name: string;
  /** What people read, e.g. "Paris, République". */
  readonly title: string;
  /** Hash of the built content: two builds from the same files and options have the same version. */
  readonly version: string;
  readonly builtAt: string;
  readonly box: BoundingBox;
  readonly counts: {
    readonly stations: number;
    readonly addresses: number;
    /** Addresses that hang on a walkable street. */
    readonly addressesOnStreet: number;
    readonly doors: number;
    readonly elections: number;
    readonly nodes: number;
    readonly pieces: number;
    readonly walkableKilometres: number;
  };
  readonly hasElevation: boolean;
  /**
   * "contours": real polling stations; "addresses": drawn from the electoral roll; "points": ground nearest to a point;
   * "communes": no contours given, each commune stands in as one station.
   */
  readonly stationKind: "contours" | "communes" | "addresses" | "points";
  readonly sources: readonly Source[];
  readonly isInvented: boolean;
}

/** What stops there; "stop" where OpenStreetMap does not say. */
export type TransitKind = "bus" | "tram" | "metro" | "train" | "ferry" | "stop";

/** A place where public transport stops, one for all platforms of the same name side by side. */
export interface TransitStop {
  /** "osm-n123", "osm-w123" or "osm-r123". */
  readonly id: string;
  /** Empty when nobody has written it. */
  readonly name: string;
  readonly kind: TransitKind;
  readonly position: Position;
}

/** One file the territory was made from. accepted + rejected + outside = read, for every file. */
export interface Source {
  readonly role: "osm" | "stations" | "results" | "addresses" | "census" | "census-areas" | "elevation";
  readonly file: string;
  readonly format: string;
  readonly vintage: number | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly licence: string;
  /** Text to show wherever the data is shown, e.g. "© les contributeurs d'OpenStreetMap (ODbL)". */
  readonly attribution: string;
  /** Records read: rows, features or OSM elements that could have been used. */
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Good records that lie outside this territory. */
  readonly outside: number;
  readonly rejects: readonly RejectCount[];
}

export interface RejectCount {
  /** Machine word, e.g. "no-position". */
  readonly reason: string;
  readonly count: number;
  /** The first few, as sentences that name line or feature, value and expectation. */
  readonly examples: readonly Example[];
}

export interface Station {
  readonly index: number;
  /** commune_number, e.g. "75056_0327" or "29039_1", as the contours write it. */
  readonly id: string;
  /** e.g. "0327" */
  readonly number: string;
  /** What people read, e.g. "Bureau 327". */
  readonly name: string;
  readonly communeCode: string;
  readonly communeName: string;
  readonly geometry: Polygon | MultiPolygon;
  /** A position inside the area, for its label. */
  readonly labelPosition: Position;
  readonly box: BoundingBox;
  /** Registered voters at the latest election that has this station, null when none has. */
  readonly registered: number | null;
  readonly addresses: number;
  readonly doors: number;
}

export type ElectionType =
  | "presidential"
  | "legislative"
  | "european"
  | "municipal"
  | "regional"
  | "departmental"
  | "referendum";

/** One round. `id` follows data.gouv.fr: "2024_legi_t1". */
export interface Election {
  readonly id: string;
  readonly type: ElectionType;
  readonly year: number;
  /** 1 or 2. */
  readonly round: number;
  /** Vintage of the contours that the results were joined to. */
  readonly contoursVintage: number | null;
  /** Rows of the result file in this territory that found their contour, 0 to 1. */
  readonly joinRate: number;
  /** Stations with a result. */
  readonly stations: number;
}

export interface Candidate {
  /** Position among all candidates of the territory. */
  readonly index: number;
  readonly electionId: string;
  /** Stable across builds: electionId, constituency when there is one, panel number, folded name. */
  readonly id: string;
  /** e.g. "Jean-Luc MÉLENCHON" or the name of the list. */
  readonly name: string;
  readonly nuance: string | null;
  readonly list: string | null;
  readonly constituency: string | null;
  /** In this territory. */
  readonly votes: number;
}

/** Counts are fractional when they were carried from older contours by overlap. */
export interface StationResult {
  readonly stationIndex: number;
  readonly registered: number;
  readonly abstentions: number;
  readonly blankAndNull: number;
  readonly expressed: number;
  /** Votes by candidate index (Candidate.index). */
  readonly votes: ReadonlyMap<number, number>;
  /** Share of today's station, 0 to 1, that comes from the old station that gave most. 1 = the same station. */
  readonly matchedShare: number;
}

export interface Indicator {
  /** Column of the source, e.g. "DISP_MED21". */
  readonly id: string;
  readonly label: { readonly fr: string; readonly en: string };
  readonly kind: "count" | "median" | "share";
}

export interface StationIndicator {
  readonly stationIndex: number;
  readonly indicatorId: string;
  /** Null when every census area under the station is suppressed or missing. */
  readonly value: number | null;
  /** Share of the station's weight that lies in areas with a value. */
  readonly coveredShare: number;
}

/** A census area (IRIS) that has ground in the territory. */
export interface TerritoryCensusArea {
  /** Nine characters: "751041301". */
  readonly id: string;
  readonly name: string;
}

/** Where a number of doors comes from, best first. */
export const DOORS_ORIGINS = [
  "flats", // building:flats
  "levels", // building:levels and footprint
  "roll", // number of registered voters' addresses (REU)
  "census", // dwellings of the census area, spread by address
  "registered", // registered voters of the station ÷ 1.58 per dwelling, spread by address
  "single", // nothing known: one door
] as const;
export type DoorsOrigin = (typeof DOORS_ORIGINS)[number];

export interface Address {
  readonly index: number;
  readonly id: string;
  /** "12", "12 bis"; empty when the address has none. */
  readonly number: string;
  /** 12 for "12 bis"; null when there is none. */
  readonly houseNumber: number | null;
  readonly street: string;
  readonly postcode: string;
  readonly communeCode: string;
  readonly communeName: string;
  readonly position: Position;
  readonly doors: number;
  readonly doorsOrigin: DoorsOrigin;
  /**
   * Floors above ground of the building that the address is in, the ground floor included, 1 to MOST_FLOORS, written
   * in OpenStreetMap. Null when nobody wrote it, or in a territory that was built before there were floors.
   */
  readonly floors: number | null;
  /** Null when the address lies in no station. */
  readonly stationIndex: number | null;
  /** Place in `Territory.censusAreas()`; null outside any, and in a territory that was built before they were kept. */
  readonly censusAreaIndex: number | null;
  /** Null when no walkable street lies within reach; then `streetMetres` still says how far the nearest is. */
  readonly place: StreetPlace | null;
  /** Distance from the address to its place on the street. */
  readonly streetMetres: number | null;
  /** Metres above sea level at the address, bilinear; null without elevation. */
  readonly elevationMetres: number | null;
}

export interface SearchHit {
  /** Communes and census areas ("area") since format 4: older files hold no names of them. */
  readonly kind: "commune" | "station" | "area" | "street" | "address";
  readonly id: string;
  readonly label: string;
  readonly position: Position;
  readonly box: BoundingBox | null;
  /** For a station or an address: the index of the station. */
  readonly stationIndex: number | null;
  /** Whether it holds every word that was typed, or words a few slips away, or only some of them. */
  readonly match: "exact" | "close" | "partial";
}

/** One thing to know, in words and numbers; `level` "warning" asks for attention before walking. */
export interface Finding {
  readonly code: string;
  readonly level: "info" | "warning";
  readonly count: number;
  readonly text: { readonly fr: string; readonly en: string };
  /** The first few, e.g. station ids. */
  readonly examples: readonly Example[];
}
