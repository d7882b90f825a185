import type { Random } from "../numbers/random.ts";
import type { Building } from "./buildings.ts";

const WANTED_ADDRESSES = 6000;
const WANTED_DWELLINGS = 12_000;

/**
 * Brings what was built to the size of the town: takes single houses away at random while there are too many
 * addresses, then makes all blocks of flats larger or smaller by the same factor.
 */
export function settle(buildings: readonly Building[], random: Random): readonly Building[] {
  const addresses = buildings.filter(({ door }) => door).length;
  const houses = buildings.filter(({ door, dwellings }) => door && dwellings === 1);
  const surplus = new Set(random.shuffled(houses).slice(0, Math.max(0, addresses - WANTED_ADDRESSES)));
  const kept = buildings.filter((building) => !surplus.has(building));
  const single = houses.length - surplus.size;
  const shared = kept.reduce((sum, { door, dwellings }) => sum + (door && dwellings > 1 ? dwellings : 0), 0);
  const factor = shared > 0 ? (WANTED_DWELLINGS - single) / shared : 1;
  let carried = 0;
  return kept.map((building) => {
    if (!building.door || building.dwellings <= 1) return building;
    const exact = building.dwellings * factor + carried;
    const dwellings = Math.max(2, Math.round(exact));
    carried = exact - dwellings;
    return { ...building, dwellings };
  });
}
