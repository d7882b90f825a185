/** "ARPT" in ASCII, stored in the header of the file: tells a territory from any other SQLite database. */
export const TERRITORY_APPLICATION_ID = 0x41525054;

/** Raised with every change of the tables or of what they mean. A file older than OLDEST_TERRITORY_FORMAT must be built again. */
export const TERRITORY_FORMAT = 5;

/** Files from this version on can still be read: what came since is empty in them, and says so where it is asked for. */
export const OLDEST_TERRITORY_FORMAT = 1;

/** Since version 2. */
export const TRANSIT_STOPS_SINCE = 2;

/** Since version 3 addresses have floors. */
export const FLOORS_SINCE = 3;

// Since version 4 communes and census areas have names to search by; older files are searched for the rest.

/** Since version 4 the stations are cut into tiles. */
export const STATION_TILES_SINCE = 4;

/** Since version 5 addresses have their census area. */
export const CENSUS_AREAS_SINCE = 5;

export const TERRITORY_SCHEMA = `
PRAGMA application_id = ${TERRITORY_APPLICATION_ID};
PRAGMA user_version = ${TERRITORY_FORMAT};

CREATE TABLE documents (name TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE stations (
  station INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL, name TEXT NOT NULL,
  commune_code TEXT NOT NULL, commune_name TEXT NOT NULL, geometry TEXT NOT NULL,
  label_longitude REAL NOT NULL, label_latitude REAL NOT NULL,
  west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL, north REAL NOT NULL,
  registered REAL, addresses INTEGER NOT NULL, doors INTEGER NOT NULL
);

CREATE TABLE elections (
  election INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, year INTEGER NOT NULL,
  round INTEGER NOT NULL, contours_vintage INTEGER, join_rate REAL NOT NULL, stations INTEGER NOT NULL
);

CREATE TABLE candidates (
  candidate INTEGER PRIMARY KEY, election_id TEXT NOT NULL, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  nuance TEXT, list TEXT, constituency TEXT, votes REAL NOT NULL
);
CREATE INDEX candidates_by_election ON candidates (election_id);

CREATE TABLE results (
  election_id TEXT NOT NULL, station INTEGER NOT NULL, registered REAL NOT NULL, abstentions REAL NOT NULL,
  blank_and_null REAL NOT NULL, expressed REAL NOT NULL, matched_share REAL NOT NULL,
  PRIMARY KEY (election_id, station)
) WITHOUT ROWID;

CREATE TABLE votes (
  candidate INTEGER NOT NULL, station INTEGER NOT NULL, votes REAL NOT NULL, PRIMARY KEY (candidate, station)
) WITHOUT ROWID;

CREATE TABLE station_indicators (
  station INTEGER NOT NULL, indicator_id TEXT NOT NULL, value REAL, covered_share REAL NOT NULL,
  PRIMARY KEY (station, indicator_id)
) WITHOUT ROWID;

CREATE TABLE addresses (
  address INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL, house_number INTEGER,
  street TEXT NOT NULL, postcode TEXT NOT NULL, commune_code TEXT NOT NULL, commune_name TEXT NOT NULL,
  longitude REAL NOT NULL, latitude REAL NOT NULL, doors INTEGER NOT NULL, doors_origin TEXT NOT NULL,
  station INTEGER, piece INTEGER, offset_metres REAL, side INTEGER, street_metres REAL, elevation_metres REAL,
  floors INTEGER, census_area INTEGER
);
CREATE INDEX addresses_by_station ON addresses (station);
CREATE VIRTUAL TABLE address_boxes USING rtree (address, west, east, south, north);

CREATE TABLE census_areas (census_area INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL);

CREATE TABLE transit_stops (
  transit_stop INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,
  longitude REAL NOT NULL, latitude REAL NOT NULL
);

CREATE TABLE names (
  name INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, label TEXT NOT NULL, folded TEXT NOT NULL,
  longitude REAL NOT NULL, latitude REAL NOT NULL, west REAL, south REAL, east REAL, north REAL, station INTEGER
);
CREATE VIRTUAL TABLE name_index USING fts5 (
  folded, content = 'names', content_rowid = 'name', prefix = '1 2 3', detail = full
);

CREATE TABLE tiles (
  zoom INTEGER NOT NULL, tile_column INTEGER NOT NULL, tile_row INTEGER NOT NULL, tile BLOB NOT NULL,
  PRIMARY KEY (zoom, tile_column, tile_row)
) WITHOUT ROWID;

CREATE TABLE station_tiles (
  zoom INTEGER NOT NULL, tile_column INTEGER NOT NULL, tile_row INTEGER NOT NULL, tile BLOB NOT NULL,
  PRIMARY KEY (zoom, tile_column, tile_row)
) WITHOUT ROWID;

CREATE TABLE street_graph (whole INTEGER PRIMARY KEY CHECK (whole = 1), packed BLOB NOT NULL);
`;
