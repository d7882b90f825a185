import Flatbush from "flatbush";
import type { Position as GeoJsonPosition, Geometry } from "geojson";
import { type BoundingBox, boxAround, distanceMetres, type Position } from "../geometry/position.ts";
import type { OsmArea, OsmExtract } from "../readers/osm-extract.ts";
import type { Drawing } from "./base-map-layer.ts";
import { drawArea } from "./draw-area.ts";
import { drawLine } from "./draw-line.ts";
import { drawPoint } from "./draw-point.ts";
import { seaArea } from "./sea-area.ts";

/** One thing of the base map. The geometry is made when it is asked for: a city has a million of them. */
export interface MapFeature {
  readonly drawing: Drawing;
  geometry(): Geometry;
}

export interface FeatureIndex {
  readonly count: number;
  /** Features that meet the box and are drawn at this zoom or before. */
  inBox(box: BoundingBox, zoom: number): MapFeature[];
}

/** Everything of the extract that the base map draws, found by place. `box` bounds the sea. */
export function indexFeatures(
  extract: Pick<OsmExtract, "ways" | "points" | "areas" | "box">,
  box: BoundingBox,
): FeatureIndex {
  const features: MapFeature[] = [];
  const boxes: BoundingBox[] = [];
  const add = (drawing: Drawing, around: BoundingBox, geometry: () => Geometry) => {
    features.push({ drawing, geometry });
    boxes.push(around);
  };

  const sea = extract.box === null ? null : seaArea(extract.ways, box, extract.box);
  if (sea !== null) {
    const drawing: Drawing = { layer: "water", minZoom: 0, properties: { kind: "sea" } };
    add(drawing, boxAround(outerPositions(sea)), () => sea);
  }
  for (const area of extract.areas) {
    const drawing = drawArea(area.tags);
    if (drawing === null) continue;
    const around = boxAround(outerPositions(area.geometry));
    add(isSmallBuilding(drawing, around) ? { ...drawing, minZoom: 14 } : drawing, around, () => area.geometry);
  }
  for (const way of extract.ways) {
    const drawing = drawLine(way.tags);
    if (drawing === null) continue;
    add(drawing, boxAround(way.positions), () => ({ type: "LineString", coordinates: asCoordinates(way.positions) }));
  }
  for (const { tags, position } of extract.points) {
    const drawing = drawPoint(tags);
    if (drawing === null) continue;
    add(drawing, boxAround([position]), () => ({ type: "Point", coordinates: [...position] }));
  }

  const index = features.length > 0 ? new Flatbush(features.length) : null;
  for (const [west, south, east, north] of boxes) index?.add(west, south, east, north);
  index?.finish();
  return {
    count: features.length,
    inBox: (around, zoom) =>
      // In the order of the extract, so that two builds make the same tiles.
      (index?.search(...around) ?? [])
        .sort((a, b) => a - b)
        .flatMap((at) => features[at] ?? [])
        .filter(({ drawing }) => drawing.minZoom <= zoom),
  };
}

/** A house is one or two pixels at zoom 13, and a city has too many of them for one tile. */
function isSmallBuilding({ layer }: Drawing, [west, south, east, north]: BoundingBox): boolean {
  if (layer !== "building") return false;
  return distanceMetres([west, south], [east, south]) * distanceMetres([west, south], [west, north]) < SMALL_METRES_2;
}

/** Square metres of the box around the building. */
const SMALL_METRES_2 = 250;

function* outerPositions(geometry: OsmArea["geometry"]): Generator<Position> {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  for (const [outer] of polygons) for (const [longitude = 0, latitude = 0] of outer ?? []) yield [longitude, latitude];
}

function asCoordinates(positions: readonly Position[]): GeoJsonPosition[] {
  return positions.map(([longitude, latitude]) => [longitude, latitude]);
}
