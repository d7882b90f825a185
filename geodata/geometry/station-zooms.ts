import type { BoundingBox } from "./position.ts";

/** Zooms between which a territory's stations are cut into tiles. */
export interface StationZooms {
  /** The territory is half a tile wide at most: small enough for a phone. */
  readonly least: number;
  /** Beyond this zoom the map shows the tiles of this one, enlarged. */
  readonly most: number;
}

/** From here on a map shows the streets that stations are made of. */
const LEAST_OF_A_TOWN = 8;
/** Four units to a metre and more in France. */
const DEEPEST = 14;
const MOST_TILES = 8_000;

/** By the box alone, so that builder, server and map agree. Other zooms are another format of the territory's file. */
export function stationZooms([west, south, east, north]: BoundingBox): StationZooms {
  const tilesAcross = (east - west) / 360;
  const tilesDown = Math.abs(mercator(north) - mercator(south));
  const fits = Math.floor(-Math.log2(Math.max(tilesAcross, tilesDown, 2 ** -DEEPEST)));
  let most = DEEPEST;
  while (most > LEAST_OF_A_TOWN && tilesAcross * tilesDown * 4 ** most > MOST_TILES) most--;
  return { least: Math.max(0, Math.min(LEAST_OF_A_TOWN, fits - 1)), most };
}

/** 0 at the north end of Web Mercator, 1 at the south end. */
function mercator(latitude: number): number {
  return 0.5 - Math.atanh(Math.sin((latitude * Math.PI) / 180)) / (2 * Math.PI);
}
