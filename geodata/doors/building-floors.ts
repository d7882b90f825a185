/** Towers above this are a slip of the keyboard in France (the tallest dwelling tower has about 50 floors). */
export const MOST_FLOORS = 60;

/** Light buildings beside a house: their floors say nothing of the address that stands near. */
const OUTBUILDINGS = new Set(["garage", "garages", "carport", "shed", "roof", "hut", "greenhouse", "service", "no"]);

/**
 * Floors of an OSM building above ground, from 1 to MOST_FLOORS, as `building:levels` counts them
 * (wiki.openstreetmap.org/wiki/Key:building:levels): the ground floor is one of them, those under the roof
 * (`roof:levels`) are not. Null when it does not say a whole number; a height or an outline is not taken for one.
 */
export function buildingFloors(tags: Readonly<Record<string, string>>): number | null {
  const floors = wholeNumber(tags["building:levels"]);
  return floors === null || floors === 0 || floors > MOST_FLOORS ? null : floors;
}

/** Whether the building is none that an address may be in, as far as its tags say. */
export function isOutbuilding(tags: Readonly<Record<string, string>>): boolean {
  return isLightBuilding(tags) || OUTBUILDINGS.has(tags.building ?? "no");
}

/** The French land registry's mark for sheds, verandas and other light buildings. */
export function isLightBuilding(tags: Readonly<Record<string, string>>): boolean {
  return tags.wall === "no";
}

/** The number that a tag holds, null when it is not a whole one. */
export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}
