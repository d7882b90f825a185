import { type StationTileCutter, stationTileCutter } from "../../geodata/base-map/station-tiles.ts";
import { stationZooms } from "../../geodata/geometry/station-zooms.ts";
import type { Territory } from "../../geodata/territory/territory.ts";

export interface TileNumbers {
  readonly zoom: number;
  readonly column: number;
  readonly row: number;
}

/** A tile, gzip, in base 64; null where no station is. */
export interface CutTile {
  readonly gzip: string | null;
}

const cutters = new WeakMap<object, StationTileCutter>();

/** Cuts a tile of the stations of a territory whose file holds none. The first takes as long as laying out all stations. */
export function stationTile(
  territory: Pick<Territory, "stations" | "summary">,
  { zoom, column, row }: TileNumbers,
): CutTile {
  const { least, most } = stationZooms(territory.summary.box);
  const isInside = zoom >= least && zoom <= most && column < 2 ** zoom && row < 2 ** zoom;
  if (!isInside) return { gzip: null };
  const cutter = cutters.get(territory) ?? stationTileCutter(territory.stations(), most, most);
  cutters.set(territory, cutter);
  const tile = cutter(zoom, column, row);
  return { gzip: tile === null ? null : Buffer.from(tile).toString("base64") };
}
