import { DOOR_MARGIN, doorTile } from "../../geodata/base-map/door-tile.ts";
import { tileBox } from "../../geodata/base-map/tile-grid.ts";
import { DOOR_TILE_ZOOM } from "../../geodata/geometry/door-zoom.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import type { CutTile, TileNumbers } from "./station-tile.ts";

/** A tile of the addresses with their doors, cut when it is asked for; none at any zoom but DOOR_TILE_ZOOM. */
export function doorTileOf(territory: Pick<Territory, "addressesInBox">, { zoom, column, row }: TileNumbers): CutTile {
  const isOnGrid = zoom === DOOR_TILE_ZOOM && column < 2 ** zoom && row < 2 ** zoom;
  if (!isOnGrid) return { gzip: null };
  const tile = doorTile(territory.addressesInBox(tileBox(zoom, column, row, DOOR_MARGIN)), zoom, column, row);
  return { gzip: tile === null ? null : Buffer.from(tile).toString("base64") };
}
