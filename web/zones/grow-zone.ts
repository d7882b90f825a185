import type { GroundIndex } from "./ground-index.ts";
import { LINK_METRES } from "./snap-places.ts";

/** What stands beside a zone: the sides of streets next to its edge, or the whole station whose doors are nearest. */
export type GrowBy = "sides" | "station";

/**
 * Places that a zone would grow by.
 *
 * @param isFree whether a place may be taken
 */
export function placesToGrow(
  index: GroundIndex,
  places: readonly number[],
  by: GrowBy,
  isFree: (place: number) => boolean,
): number[] {
  const own = new Set(places);
  const beside = new Map<number, number>();
  for (const place of places) {
    const centre = index.positionOf(place);
    for (const near of index.within(centre, LINK_METRES)) {
      if (own.has(near) || !isFree(near)) continue;
      const metres = index.metresBetween(centre, index.positionOf(near));
      beside.set(near, Math.min(metres, beside.get(near) ?? Infinity));
    }
  }
  const nearest = [...beside].sort((a, b) => a[1] - b[1]).map(([place]) => place);
  const [first] = by === "station" ? nearest : [];
  const from = by === "station" ? (first === undefined ? [] : [first]) : nearest;
  const grown = new Set<number>();
  for (const place of from) {
    for (const one of index.unitOf(place, by === "station" ? "station" : "side")) {
      if (!own.has(one) && isFree(one)) grown.add(one);
    }
  }
  return [...grown];
}

/**
 * Places that a zone would let go: the sides of streets at its edge, where addresses that are not its own stand near;
 * or its part of the station at its edge of which it has the fewest doors. Never all it has.
 */
export function placesToShrink(index: GroundIndex, places: readonly number[], by: GrowBy): number[] {
  const own = new Set(places);
  const edge = places.filter((place) =>
    index.within(index.positionOf(place), LINK_METRES).some((near) => !own.has(near)),
  );
  const unit = by === "station" ? "station" : "side";
  const parts = new Map<string, number[]>();
  for (const place of edge) {
    const part = index.unitOf(place, unit).filter((one) => own.has(one));
    parts.set(String(part[0] ?? place), part);
  }
  const [least] = [...parts.values()].sort((a, b) => index.doorsOf(a) - index.doorsOf(b));
  const gone = by === "station" ? (least ?? []) : [...new Set([...parts.values()].flat())];
  return gone.length >= places.length ? [] : gone;
}
