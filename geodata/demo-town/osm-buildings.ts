import type { Random } from "../numbers/random.ts";
import type { Building } from "./buildings.ts";
import type { OsmDraft, Tags } from "./osm-draft.ts";

/** Buildings as closed ways. Most blocks of flats say how many they hold; some only how many floors. */
export function drawBuildings(buildings: readonly Building[], draft: OsmDraft, random: Random): void {
  for (const building of buildings) draft.area(building.ring, buildingTags(building, random));
}

function buildingTags(building: Building, random: Random): Tags {
  const { levels, dwellings, name, amenity } = building;
  const isHome = dwellings > 0;
  const tags: Record<string, string> = { building: isHome && !building.door ? "commercial" : building.building };
  if (levels > 1 || isHome) tags["building:levels"] = String(levels);
  if (isHome && building.door && dwellings > 1 && !(dwellings < 12 && random.chance(0.08))) {
    tags["building:flats"] = String(dwellings);
  }
  if (name !== "") tags.name = name;
  if (amenity !== null) tags.amenity = amenity;
  return tags;
}
