import type { GroundIndex } from "./ground-index.ts";
import { linkedParts } from "./linked-parts.ts";

/**
 * Doors further apart than this do not hang together: what runs between them (a river, a railway, a motorway, a park)
 * is wider than a street with its pavements.
 */
export const LINK_METRES = 75;

export interface Snapped {
  readonly places: readonly number[];
  /** Places that were chosen and are beyond a barrier. */
  readonly cutOff: readonly number[];
}

/**
 * Rounds a choice to whole sides of streets between junctions: a side comes with all its addresses when at least half
 * of its doors are chosen, and with none otherwise. Parts that hang together neither with most of the choice nor with
 * the zone that it is for are left out.
 *
 * @param joined places that the zone has already
 */
export function snapPlaces(index: GroundIndex, chosen: ReadonlySet<number>, joined: readonly number[]): Snapped {
  const whole: number[] = [];
  const seen = new Set<string>();
  for (const place of chosen) {
    const key = index.sideKey(place);
    if (seen.has(key)) continue;
    seen.add(key);
    const side = index.unitOf(place, "side");
    const inside = side.filter((one) => chosen.has(one));
    if (2 * index.doorsOf(inside) >= index.doorsOf(side)) whole.push(...side);
  }
  const [main, ...others] = linkedParts(index, whole, LINK_METRES);
  if (main === undefined) return { places: [], cutOff: [] };
  const zone = new Set(joined);
  const isBeside = (part: readonly number[]) =>
    part.some((place) => index.within(index.positionOf(place), LINK_METRES).some((one) => zone.has(one)));
  // With a zone to add to, what is beside it comes; without one, most of the choice.
  const parts = [main, ...others];
  const beside = zone.size === 0 ? [] : parts.filter(isBeside);
  const kept = beside.length > 0 ? beside : [main];
  return {
    places: kept.flat(),
    cutOff: parts.filter((part) => !kept.includes(part)).flat(),
  };
}
