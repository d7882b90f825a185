import { indexAreas } from "../geometry/area-index.ts";
import { growBox } from "../geometry/box.ts";
import { distanceToAreaMetres } from "../geometry/distance-to-area.ts";
import { type Area, areaSquareMetres, boxOfArea } from "../geometry/polygon.ts";
import type { Position } from "../geometry/position.ts";
import type { OsmArea } from "../readers/osm-extract.ts";
import { buildingDwellings } from "./building-dwellings.ts";
import { buildingFloors, isOutbuilding } from "./building-floors.ts";
import type { DoorClues } from "./estimate-doors.ts";

/** What the buildings at an address say of it. */
export interface BuildingClues {
  /** Of the nearest building that says how many live in it. */
  readonly dwellings: DoorClues["building"];
  /** Of the nearest building; null when that one does not say. */
  readonly floors: number | null;
}

/** A building this near holds an address whose point stands before its door. */
const AT_THE_DOOR_METRES = 8;

/**
 * Finds what buildings say of an address. A neighbour's floors never stand in for those of a silent building; of
 * outlines over each other that hold the address, one that says its floors counts before one that does not.
 */
export function buildingFinder(areas: readonly OsmArea[]): (position: Position) => BuildingClues {
  const buildings = buildingsThatMatter(areas);
  const index = indexAreas(buildings.map(({ geometry }) => geometry));
  return (position) => {
    let dwellings: DoorClues["building"] = null;
    let floors: number | null = null;
    let leastToDwellings = AT_THE_DOOR_METRES;
    let least = AT_THE_DOOR_METRES;
    for (const candidate of index.areasNear(growBox([...position, ...position], AT_THE_DOOR_METRES))) {
      const building = buildings[candidate];
      if (building === undefined) continue;
      const metres = distanceToAreaMetres(position, building.geometry);
      if (building.dwellings !== null && metres < leastToDwellings) {
        [leastToDwellings, dwellings] = [metres, building.dwellings];
      }
      if (building.isOutbuilding) continue;
      if (metres < least || (metres === 0 && floors === null)) [least, floors] = [metres, building.floors];
    }
    return { dwellings, floors };
  };
}

interface Building extends BuildingClues {
  readonly geometry: Area;
  readonly isOutbuilding: boolean;
}

/**
 * Buildings that say something, and silent ones beside those that say their floors. In most of France no building says
 * anything, and the outlines of a whole city are not to be kept for nothing.
 */
function buildingsThatMatter(areas: readonly OsmArea[]): readonly Building[] {
  const telling: Building[] = [];
  const silent: OsmArea[] = [];
  for (const [key, area] of areas.entries()) {
    if (area.tags.building === undefined) continue;
    const building = readBuilding(area, key);
    if (building.dwellings !== null || building.floors !== null) telling.push(building);
    else if (!building.isOutbuilding) silent.push(area);
  }
  const withFloors = indexAreas(telling.filter(({ floors }) => floors !== null).map(({ geometry }) => geometry));
  const beside = silent.flatMap(({ geometry }): Building[] => {
    const reach = growBox(boxOfArea(geometry), 2 * AT_THE_DOOR_METRES);
    if (withFloors.areasNear(reach).length === 0) return [];
    return [{ geometry, dwellings: null, floors: null, isOutbuilding: false }];
  });
  return [...beside, ...telling];
}

function readBuilding({ tags, geometry }: OsmArea, key: number): Building {
  const dwellings = buildingDwellings(tags, areaSquareMetres(geometry));
  return {
    geometry,
    dwellings: dwellings && { ...dwellings, key },
    floors: isOutbuilding(tags) ? null : buildingFloors(tags),
    isOutbuilding: isOutbuilding(tags),
  };
}
