import type { DoorsOrigin } from "../territory/territory.ts";
import { buildingFloors, isLightBuilding, wholeNumber } from "./building-floors.ts";

/** Mean floor space of a flat in France, square metres (Insee, housing survey 2013). */
const FLAT_SQUARE_METRES = 63;
/** Part of a floor's outline that is dwellings: the rest is walls, stairs and halls. A judgement, not a measurement. */
const DWELLING_PART_OF_FLOOR = 0.8;

const HOUSES = new Set(["house", "detached", "semidetached_house", "terrace", "bungalow", "cabin", "farm", "villa"]);
/** `building=yes` says nothing of its use: it counts as dwellings unless another tag says otherwise. */
const MAYBE_DWELLINGS = new Set(["yes", "apartments", "residential", "dormitory", "block", "semi", "tower"]);

export interface BuildingDwellings {
  readonly doors: number;
  readonly origin: Extract<DoorsOrigin, "flats" | "levels">;
}

/**
 * Dwellings of an OSM building: `building:flats` as written, else one for a house, else floors × outline. Null when
 * its tags say neither, or that nobody lives there.
 */
export function buildingDwellings(
  tags: Readonly<Record<string, string>>,
  outlineSquareMetres: number,
): BuildingDwellings | null {
  const flats = wholeNumber(tags["building:flats"]);
  if (flats !== null) return { doors: flats, origin: "flats" };
  const use = tags.building ?? "";
  if (HOUSES.has(use)) return { doors: 1, origin: "levels" };
  if (!isDwelling(tags)) return null;
  const floors = buildingFloors(tags);
  if (floors === null) return null;
  const doors = (floors * outlineSquareMetres * DWELLING_PART_OF_FLOOR) / FLAT_SQUARE_METRES;
  return { doors: Math.max(1, Math.round(doors)), origin: "levels" };
}

/** Whether people may live in the building, as far as its tags say. */
export function isDwelling(tags: Readonly<Record<string, string>>): boolean {
  const use = tags.building ?? "";
  if (isLightBuilding(tags)) return false;
  if (HOUSES.has(use)) return true;
  if (!MAYBE_DWELLINGS.has(use)) return false;
  return (
    tags.amenity === undefined && tags.shop === undefined && tags.office === undefined && tags.man_made === undefined
  );
}
