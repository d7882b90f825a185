import { MAX_ZOOM, MIN_ZOOM } from "../../geodata/base-map/base-map-layer.ts";
import { eachTile, tilesOver } from "../../geodata/base-map/tile-grid.ts";
import { growBox } from "../../geodata/geometry/box.ts";
import type { Position } from "../../geodata/geometry/position.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import type { PlanRoute } from "../contract/plan.ts";

export interface OfflineMap {
  /** Of all tiles, as they are sent. */
  readonly bytes: number;
  /** From the widest view to the closest. */
  readonly addresses: readonly string[];
  /** False when the route is so long that its closest views are left out. */
  readonly isWhole: boolean;
}

/** A volunteer who takes a wrong turn still has a map. */
const MARGIN_METRES = 300;
const MOST_TILES = 600;
const MOST_BYTES = 20_000_000;

/** Tiles of the base map along a walk, for a phone to keep. */
export function offlineMap(
  route: PlanRoute,
  territory: Pick<Territory, "tile">,
  addressOf: (zoom: number, column: number, row: number) => string,
): OfflineMap {
  const path = pathOf(route);
  const addresses: string[] = [];
  let bytes = 0;
  for (let zoom = MIN_ZOOM; zoom <= MAX_ZOOM; zoom++) {
    for (const [column, row] of tilesAlong(path, zoom)) {
      const tile = territory.tile(zoom, column, row);
      if (tile === undefined) continue;
      if (addresses.length === MOST_TILES || bytes + tile.length > MOST_BYTES) {
        return { bytes, addresses, isWhole: false };
      }
      bytes += tile.length;
      addresses.push(addressOf(zoom, column, row));
    }
  }
  return { bytes, addresses, isWhole: true };
}

function pathOf({ osrm, stops, start, end }: PlanRoute): readonly Position[] {
  const walked = osrm.geometry.coordinates.map(([longitude = 0, latitude = 0]): Position => [longitude, latitude]);
  return [start, ...walked, ...stops.map(({ position }) => position), end];
}

function tilesAlong(path: readonly Position[], zoom: number): Iterable<readonly [number, number]> {
  const tiles = new Map<string, readonly [number, number]>();
  for (const [index, at] of path.entries()) {
    const next = path[index + 1] ?? at;
    const box = [
      Math.min(at[0], next[0]),
      Math.min(at[1], next[1]),
      Math.max(at[0], next[0]),
      Math.max(at[1], next[1]),
    ] as const;
    for (const tile of eachTile(tilesOver(growBox(box, MARGIN_METRES), zoom))) tiles.set(tile.join("/"), tile);
  }
  return tiles.values();
}
