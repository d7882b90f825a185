import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { type Selection, ZoneGeometrySchema } from "../server/contract/plan.ts";
import { UsageError } from "./command.ts";
import type { Options } from "./command-options.ts";

/**
 * The stations (`--stations A,B` or `all`) or the drawn area (`--zone FILE.geojson`) that options name; null when they
 * name neither. Throws UsageError on both at once and on a file without a polygon.
 */
export async function readArea(options: Options): Promise<Selection | null> {
  const stations = options.text("stations");
  const zone = options.text("zone");
  if (stations !== undefined && zone !== undefined) {
    throw new UsageError("Say where, once: --stations A,B (or all), or --zone FILE.geojson, not both.");
  }
  if (zone !== undefined) return { kind: "zone", geometry: await readZone(zone) };
  if (stations === undefined) return null;
  if (stations === "all") return { kind: "stations", stationIds: "all" };
  const stationIds = stations.split(",").map((id) => id.trim());
  return { kind: "stations", stationIds: stationIds.filter((id) => id !== "") };
}

/** A polygon from a GeoJSON file: a geometry, a feature, or a collection whose polygons are taken together. */
async function readZone(path: string) {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new UsageError(`--zone ${path} cannot be read as GeoJSON: ${error instanceof Error ? error.message : error}`);
  }
  const polygons = geometriesOf(value).flatMap((geometry) => {
    const parsed = v.safeParse(ZoneGeometrySchema, geometry);
    if (!parsed.success) return [];
    return parsed.output.type === "Polygon" ? [parsed.output.coordinates] : parsed.output.coordinates;
  });
  const [first] = polygons;
  if (!first) {
    throw new UsageError(`--zone ${path} holds no polygon: expected a Polygon or MultiPolygon in longitude, latitude.`);
  }
  return polygons.length === 1
    ? ({ type: "Polygon", coordinates: first } as const)
    : ({ type: "MultiPolygon", coordinates: polygons } as const);
}

function geometriesOf(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  if ("features" in value && Array.isArray(value.features)) return value.features.flatMap(geometriesOf);
  return "geometry" in value ? [value.geometry] : [value];
}
