import Flatbush from "flatbush";
import { METRES_PER_DEGREE, type Position } from "../geometry/position.ts";
import type { StationIndicator, Territory } from "../territory/territory.ts";

/** What scoring knows of the places themselves, whatever the votes. */
export interface StationGround {
  readonly stationCount: number;
  /** The nearest other stations of each, NEIGHBOURS apiece where there are so many; `station × width`. */
  readonly neighbours: { readonly width: number; readonly indices: Uint32Array };
  /** Spatial block of each station: blocks are left out in turn where a method is judged. */
  readonly block: Uint8Array;
  readonly blockCount: number;
  /** Standardised census columns, at most CENSUS_COLUMNS; NaN where suppressed or missing. */
  readonly census: readonly CensusColumn[];
}

export interface CensusColumn {
  readonly indicatorId: string;
  readonly values: Float64Array;
}

/** As many neighbours as the measurements on France used. */
const NEIGHBOURS = 10;
const BLOCKS = 10;
/** A block holds at least this many stations, or leaving it out would say little. */
const STATIONS_PER_BLOCK = 5;
const CENSUS_COLUMNS = 12;
/** A census value counts where it covers at least this share of the station. */
const COVERED = 0.5;
/** A census column is used where at least this share of the stations has a value. */
const KNOWN = 0.8;

type PlacedTerritory = Pick<Territory, "stations"> & Partial<Pick<Territory, "stationIndicators" | "indicators">>;
const groundOf = new WeakMap<PlacedTerritory, StationGround>();

/** The ground of an opened territory, made once. */
export function territoryGround(territory: PlacedTerritory): StationGround {
  const known = groundOf.get(territory);
  if (known) return known;
  const stations = territory.stations();
  const shares = new Set((territory.indicators?.() ?? []).filter(({ kind }) => kind !== "count").map(({ id }) => id));
  const made = stationGround(
    stations.map(({ labelPosition }) => metric(labelPosition)),
    censusColumns(
      (territory.stationIndicators?.() ?? []).filter((row) => shares.has(row.indicatorId)),
      stations.length,
    ),
  );
  groundOf.set(territory, made);
  return made;
}

/** @param places metres east and north of any origin, one per station */
export function stationGround(
  places: readonly (readonly [number, number])[],
  census: readonly CensusColumn[],
): StationGround {
  const blockCount = Math.max(1, Math.min(BLOCKS, Math.floor(places.length / STATIONS_PER_BLOCK)));
  return {
    stationCount: places.length,
    neighbours: nearestStations(places),
    block: spatialBlocks(places, blockCount),
    blockCount,
    census,
  };
}

/** Degrees as metres on the equirectangular plane at the position's own latitude: near enough to rank neighbours. */
function metric([longitude, latitude]: Position): readonly [number, number] {
  return [longitude * Math.cos((latitude * Math.PI) / 180) * METRES_PER_DEGREE, latitude * METRES_PER_DEGREE];
}

function nearestStations(places: readonly (readonly [number, number])[]): StationGround["neighbours"] {
  const width = Math.max(0, Math.min(NEIGHBOURS, places.length - 1));
  const indices = new Uint32Array(places.length * width);
  if (width === 0) return { width, indices };
  const index = new Flatbush(places.length);
  for (const [x, y] of places) index.add(x, y, x, y);
  index.finish();
  places.forEach(([x, y], station) => {
    const found = index.neighbors(x, y, width + 1).filter((other) => other !== station);
    for (let rank = 0; rank < width; rank++) indices[station * width + rank] = found[rank] ?? station;
  });
  return { width, indices };
}

/** Cuts the stations in two halves across the longer side, again and again: compact blocks of about equal count. */
function spatialBlocks(places: readonly (readonly [number, number])[], blockCount: number): Uint8Array {
  const block = new Uint8Array(places.length);
  let next = 0;
  const cut = (members: readonly number[], blocks: number) => {
    if (blocks <= 1) {
      for (const station of members) block[station] = next;
      next++;
      return;
    }
    const spread = (axis: 0 | 1) => {
      const values = members.map((station) => places[station]?.[axis] ?? 0);
      return (
        values.reduce((high, value) => Math.max(high, value), -Infinity) -
        values.reduce((low, value) => Math.min(low, value), Infinity)
      );
    };
    const axis = spread(0) >= spread(1) ? 0 : 1;
    const sorted = members.toSorted((a, b) => (places[a]?.[axis] ?? 0) - (places[b]?.[axis] ?? 0) || a - b);
    const first = Math.floor(blocks / 2);
    const middle = Math.round((sorted.length * first) / blocks);
    cut(sorted.slice(0, middle), first);
    cut(sorted.slice(middle), blocks - first);
  };
  cut([...places.keys()], blockCount);
  return block;
}

function censusColumns(rows: readonly StationIndicator[], stationCount: number): readonly CensusColumn[] {
  const byIndicator = new Map<string, Float64Array>();
  for (const { stationIndex, indicatorId, value, coveredShare } of rows) {
    let values = byIndicator.get(indicatorId);
    if (!values) {
      values = new Float64Array(stationCount).fill(Number.NaN);
      byIndicator.set(indicatorId, values);
    }
    if (value !== null && coveredShare >= COVERED) values[stationIndex] = value;
  }
  return [...byIndicator]
    .map(([indicatorId, values]) => ({ indicatorId, values: standardised(values) }))
    .filter(({ values }) => values.filter((value) => !Number.isNaN(value)).length >= KNOWN * stationCount)
    .slice(0, CENSUS_COLUMNS);
}

/** Mean 0 and standard deviation 1 over the known values; all NaN when they do not differ. */
function standardised(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((total, value) => total + value, 0) / Math.max(1, known.length);
  const deviation = Math.sqrt(
    known.reduce((total, value) => total + (value - mean) ** 2, 0) / Math.max(1, known.length),
  );
  return values.map((value) => (deviation > 0 ? (value - mean) / deviation : Number.NaN));
}
