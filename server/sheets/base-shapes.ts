import { gunzipSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import type { BoundingBox, Position } from "../../geodata/geometry/position.ts";
import type { Territory } from "../../geodata/territory/territory.ts";

/** Rings of the areas that make a paper map readable. */
export interface BaseShapes {
  readonly water: readonly (readonly Position[])[];
  readonly green: readonly (readonly Position[])[];
  readonly buildings: readonly (readonly Position[])[];
}

/** The deepest zoom of a territory's base map, where shapes are least simplified. */
const ZOOM = 15;
/** A frame wider than this many tiles shows streets only: buildings would be specks. */
const MOST_TILES = 64;

/** Areas of the territory's base map inside the box. Shapes cut at tile edges are drawn piece by piece. */
export function baseShapes(territory: Pick<Territory, "tile">, box: BoundingBox): BaseShapes {
  const shapes = { water: [] as Position[][], green: [] as Position[][], buildings: [] as Position[][] };
  const tiles = tilesOf(box);
  if (tiles.length > MOST_TILES) return shapes;
  for (const [column, row] of tiles) {
    const bytes = territory.tile(ZOOM, column, row);
    if (!bytes) continue;
    const tile = new VectorTile(new PbfReader(gunzipSync(bytes)));
    collect(tile, "water", column, row, shapes.water);
    collect(tile, "green", column, row, shapes.green);
    collect(tile, "building", column, row, shapes.buildings);
  }
  return shapes;
}

function collect(tile: VectorTile, layerName: string, column: number, row: number, rings: Position[][]): void {
  const layer = tile.layers[layerName];
  if (!layer) return;
  for (let index = 0; index < layer.length; index++) {
    const feature = layer.feature(index);
    for (const ring of feature.loadGeometry()) {
      rings.push(ring.map(({ x, y }) => tilePosition(column + x / feature.extent, row + y / feature.extent)));
    }
  }
}

function tilesOf([west, south, east, north]: BoundingBox): readonly (readonly [column: number, row: number])[] {
  const [left, top] = tileAt([west, north]);
  const [right, bottom] = tileAt([east, south]);
  const tiles: [number, number][] = [];
  for (let column = Math.floor(left); column <= right; column++) {
    for (let row = Math.floor(top); row <= bottom; row++) tiles.push([column, row]);
  }
  return tiles;
}

/** Web Mercator tile coordinates with fractions (OGC two-dimensional tile matrix set, WebMercatorQuad). */
function tileAt([longitude, latitude]: Position): readonly [column: number, row: number] {
  const size = 2 ** ZOOM;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [((longitude + 180) / 360) * size, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size];
}

function tilePosition(column: number, row: number): Position {
  const size = 2 ** ZOOM;
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / size))) * 180) / Math.PI;
  return [(column / size) * 360 - 180, latitude];
}
