import type { GroundIndex } from "./ground-index.ts";
import { reachableSides, sidesOf } from "./ground-sides.ts";
import { linkedParts } from "./linked-parts.ts";

export interface Snapped {
  readonly places: readonly number[];
  /** Places that were chosen and are beyond a barrier. */
  readonly cutOff: readonly number[];
}

/**
 * Rounds a choice to whole sides of streets between junctions and to one side of barriers.
 *
 * - A side comes with all its addresses when at least half of its doors are chosen, and with none otherwise.
 * - What comes falls into parts that hang together on foot without crossing a primary road, a river, a railway or a
 *   motorway (`linkedParts`). Parts beside the zone that the choice is for come. Where none is, or the zone is new, the
 *   part with most doors comes alone: the smaller parts beyond the barrier are left out, however near they are by air.
 *
 * So a stroke never carries a zone over a barrier by the way. A stroke that lies whole beyond one does, on purpose: the
 * figures of the zone then say what it straddles.
 *
 * @param joined places that the zone has already
 */
export function snapPlaces(index: GroundIndex, chosen: ReadonlySet<number>, joined: readonly number[]): Snapped {
  const whole: number[] = [];
  for (const side of sidesOf(index.sides, chosen)) {
    const all = index.sides.places[side] ?? [];
    const inside = all.filter((place) => chosen.has(place));
    if (2 * index.doorsOf(inside) >= index.doorsOf(all)) whole.push(...all);
  }
  const parts = linkedParts(index, whole);
  const [main] = parts;
  if (main === undefined) return { places: [], cutOff: [] };
  const own = sidesOf(index.sides, joined);
  const near = reachableSides(index.sides, own);
  const isBeside = (part: readonly number[]) =>
    part.some((place) => {
      const side = index.sides.of[place] ?? -1;
      return own.has(side) || near.has(side);
    });
  const beside = parts.filter(isBeside);
  const kept = new Set(beside.length > 0 ? beside : [main]);
  return { places: [...kept].flat(), cutOff: parts.filter((part) => !kept.has(part)).flat() };
}
