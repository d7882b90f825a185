import type { BoundingBox, Position } from "../geometry/position.ts";

/** Tiles of one zoom that meet a box, in Web Mercator (the "slippy map" scheme of OpenStreetMap). */
export interface TileRange {
  readonly zoom: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Latitude where Web Mercator ends. */
const MAX_LATITUDE = 85.0511287798066;

export function tilesOver([west, south, east, north]: BoundingBox, zoom: number): TileRange {
  const [firstColumn, firstRow] = tileAt([west, north], zoom);
  const [lastColumn, lastRow] = tileAt([east, south], zoom);
  return { zoom, firstColumn, lastColumn, firstRow, lastRow };
}

/** The tiles of a deeper zoom inside one tile, cut to a range. */
export function tilesInside(range: TileRange, zoom: number, column: number, row: number): TileRange {
  const scale = 2 ** (range.zoom - zoom);
  return {
    zoom: range.zoom,
    firstColumn: Math.max(range.firstColumn, column * scale),
    lastColumn: Math.min(range.lastColumn, (column + 1) * scale - 1),
    firstRow: Math.max(range.firstRow, row * scale),
    lastRow: Math.min(range.lastRow, (row + 1) * scale - 1),
  };
}

export function countTiles({ firstColumn, lastColumn, firstRow, lastRow }: TileRange): number {
  return Math.max(0, lastColumn - firstColumn + 1) * Math.max(0, lastRow - firstRow + 1);
}

export function* eachTile({ firstColumn, lastColumn, firstRow, lastRow }: TileRange): Generator<[number, number]> {
  for (let column = firstColumn; column <= lastColumn; column++) {
    for (let row = firstRow; row <= lastRow; row++) yield [column, row];
  }
}

/** What a tile covers, with a margin given as a share of its width. */
export function tileBox(zoom: number, column: number, row: number, margin: number): BoundingBox {
  const width = 2 ** zoom;
  const longitudeAt = (x: number) => (x / width) * 360 - 180;
  const latitudeAt = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / width))) * 180) / Math.PI;
  return [
    longitudeAt(column - margin),
    latitudeAt(row + 1 + margin),
    longitudeAt(column + 1 + margin),
    latitudeAt(row - margin),
  ];
}

function tileAt([longitude, latitude]: Position, zoom: number): [column: number, row: number] {
  const width = 2 ** zoom;
  const sine = Math.sin((Math.min(Math.max(latitude, -MAX_LATITUDE), MAX_LATITUDE) * Math.PI) / 180);
  const inside = (index: number) => Math.min(Math.max(Math.floor(index), 0), width - 1);
  return [inside(((longitude + 180) / 360) * width), inside((0.5 - Math.atanh(sine) / (2 * Math.PI)) * width)];
}
