import { boxAround, METRES_PER_DEGREE } from "../../geodata/geometry/position.ts";
import type { Address, Territory } from "../../geodata/territory/territory.ts";
import type { ZoneStop } from "./zone-stop.ts";

/** Addresses this near outside zones bound them on the map. */
export const OUTLINE_MARGIN_METRES = 150;

/** The address as zones share it out; nothing for one away from all streets. */
export function stopOfAddress({ place, position, doors }: Address, minutesPerDoor: number): readonly ZoneStop[] {
  return place ? [{ place, position, doors, doorSeconds: doors * minutesPerDoor * 60 }] : [];
}

/** Addresses at most about `marginMetres` beyond the box of the given ones, without these. */
export function addressesAround(
  territory: Pick<Territory, "addressesInBox">,
  own: readonly Address[],
  marginMetres: number,
): readonly Address[] {
  const inside = new Set(own.map(({ index }) => index));
  const [west, south, east, north] = boxAround(own.map(({ position }) => position));
  const high = marginMetres / METRES_PER_DEGREE;
  const wide = high / Math.cos((south * Math.PI) / 180);
  return territory
    .addressesInBox([west - wide, south - high, east + wide, north + high])
    .filter(({ index }) => !inside.has(index));
}
