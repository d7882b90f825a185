import type { OsmTags } from "../readers/osm-extract.ts";
import type { Drawing } from "./base-map-layer.ts";

/** How an area is drawn; null for one that the base map does not show. Water lies over green, green over urban. */
export function drawArea(tags: OsmTags): Drawing | null {
  if (tags.building !== undefined && tags.building !== "no") return drawBuilding(tags);
  if (tags.location === "underground" || tags.tunnel === "yes" || tags.indoor === "yes") return null;
  return drawWater(tags) ?? drawGreen(tags) ?? drawUrban(tags);
}

function drawBuilding(tags: OsmTags): Drawing {
  const levels = Number.parseInt(tags["building:levels"] ?? "", 10);
  const properties: Record<string, number> = {};
  if (levels > 0 && levels < 200) properties.levels = levels;
  return { layer: "building", minZoom: 13, properties };
}

function drawWater(tags: OsmTags): Drawing | null {
  if (tags.leisure === "swimming_pool") {
    return { layer: "water", minZoom: 15, properties: { kind: "pool" } };
  }
  if (tags.natural === "water" || tags.water !== undefined) {
    const kind = RUNNING_WATER.has(tags.water ?? "") ? "river" : (STILL_WATER.get(tags.water ?? "") ?? "lake");
    return { layer: "water", minZoom: kind === "basin" ? 13 : 9, properties: withName({ kind }, tags) };
  }
  if (tags.waterway === "riverbank") return { layer: "water", minZoom: 9, properties: { kind: "river" } };
  if (tags.waterway === "dock" || tags.waterway === "boatyard" || tags.leisure === "marina") {
    return tags.leisure === "marina" ? null : { layer: "water", minZoom: 11, properties: { kind: "dock" } };
  }
  if (tags.landuse === "reservoir" || tags.landuse === "basin") {
    return { layer: "water", minZoom: 11, properties: { kind: "basin" } };
  }
  return null;
}

const RUNNING_WATER = new Set(["river", "canal", "stream", "oxbow", "lock", "rapids"]);
const STILL_WATER: ReadonlyMap<string, string> = new Map([
  ["basin", "basin"],
  ["wastewater", "basin"],
  ["reservoir", "lake"],
  ["fountain", "basin"],
  ["harbour", "dock"],
]);

function drawGreen(tags: OsmTags): Drawing | null {
  for (const [key, kinds] of GREEN) {
    const kind = kinds.get(tags[key] ?? "");
    if (kind === undefined) continue;
    const properties: Record<string, string> = { kind };
    return {
      layer: "green",
      minZoom: GREEN_MIN_ZOOM[kind],
      properties: kind === "park" || kind === "cemetery" ? withName(properties, tags) : properties,
    };
  }
  return null;
}

type GreenKind = "park" | "wood" | "grass" | "cemetery" | "farmland" | "pitch";

const GREEN_MIN_ZOOM: Readonly<Record<GreenKind, number>> = {
  wood: 9,
  farmland: 11,
  park: 11,
  cemetery: 12,
  grass: 12,
  pitch: 14,
};

const GREEN: readonly (readonly [key: string, kinds: ReadonlyMap<string, GreenKind>])[] = [
  [
    "leisure",
    new Map<string, GreenKind>([
      ["park", "park"],
      ["garden", "park"],
      ["dog_park", "park"],
      ["nature_reserve", "wood"],
      ["common", "grass"],
      ["golf_course", "grass"],
      ["recreation_ground", "grass"],
      ["playground", "pitch"],
      ["pitch", "pitch"],
      ["track", "pitch"],
      ["sports_centre", "pitch"],
      ["stadium", "pitch"],
    ]),
  ],
  [
    "landuse",
    new Map<string, GreenKind>([
      ["forest", "wood"],
      ["wood", "wood"],
      ["grass", "grass"],
      ["meadow", "grass"],
      ["village_green", "grass"],
      ["recreation_ground", "grass"],
      ["flowerbed", "grass"],
      ["greenfield", "grass"],
      ["cemetery", "cemetery"],
      ["farmland", "farmland"],
      ["farm", "farmland"],
      ["orchard", "farmland"],
      ["vineyard", "farmland"],
      ["allotments", "farmland"],
      ["plant_nursery", "farmland"],
    ]),
  ],
  [
    "natural",
    new Map<string, GreenKind>([
      ["wood", "wood"],
      ["scrub", "wood"],
      ["grassland", "grass"],
      ["heath", "grass"],
      ["fell", "grass"],
      ["wetland", "grass"],
    ]),
  ],
  ["amenity", new Map<string, GreenKind>([["grave_yard", "cemetery"]])],
];

function drawUrban(tags: OsmTags): Drawing | null {
  const kind = URBAN_AMENITIES.get(tags.amenity ?? "") ?? URBAN_LANDUSES.get(tags.landuse ?? "") ?? null;
  if (kind === null) return null;
  const isLandmark = kind === "school" || kind === "hospital";
  const properties = isLandmark ? withName({ kind }, tags) : { kind };
  return { layer: "urban", minZoom: isLandmark ? 13 : 10, properties };
}

const URBAN_AMENITIES: ReadonlyMap<string, string> = new Map([
  ["school", "school"],
  ["university", "school"],
  ["college", "school"],
  ["kindergarten", "school"],
  ["hospital", "hospital"],
  ["clinic", "hospital"],
]);

const URBAN_LANDUSES: ReadonlyMap<string, string> = new Map([
  ["residential", "residential"],
  ["industrial", "industrial"],
  ["port", "industrial"],
  ["railway", "industrial"],
  ["commercial", "commercial"],
  ["retail", "commercial"],
  ["education", "school"],
]);

function withName<Properties extends Record<string, string>>(
  properties: Properties,
  tags: OsmTags,
): Record<string, string> {
  return tags.name === undefined ? properties : { ...properties, name: tags.name };
}
