import { groupBy } from "../../geodata/geometry/group-by.ts";
import type { BrushUnit, GroundIndex } from "./ground-index.ts";
import { sidesOf } from "./ground-sides.ts";

/** What a zone grows or shrinks by: the sides of streets at its edge, or the station or census area there. */
const GROW_UNITS = ["sides", "station", "area"] as const;
export type GrowBy = (typeof GROW_UNITS)[number];

const UNITS = { sides: "side", station: "station", area: "area" } as const satisfies Record<GrowBy, BrushUnit>;

/**
 * Places that a zone would grow by: the sides of streets that are next to its own on foot, with no barrier on the way;
 * or the station or census area of which a door on those sides is nearest to its doors.
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
  const beside = [...placesBeside(index, places)].filter(([place]) => !own.has(place) && isFree(place));
  const nearest = beside.sort((a, b) => a[1] - b[1]).map(([place]) => place);
  const grown = new Set<number>();
  for (const place of by === "sides" ? nearest : nearest.slice(0, 1)) {
    for (const one of index.unitOf(place, UNITS[by])) if (!own.has(one) && isFree(one)) grown.add(one);
  }
  return [...grown];
}

/** Places on the zone's own sides and on those next to them, with the metres by air to a door of the zone that is next. */
function placesBeside(index: GroundIndex, places: readonly number[]): Map<number, number> {
  const byOwnSide = groupBy(places, (place) => index.sides.of[place] ?? -1);
  const found = new Map<number, number>();
  for (const [side, members] of byOwnSide) {
    for (const next of [side, ...(index.sides.beside[side] ?? [])]) {
      for (const place of index.sides.places[next] ?? []) {
        for (const member of members) {
          const metres = index.metresBetween(index.positionOf(member), index.positionOf(place));
          found.set(place, Math.min(metres, found.get(place) ?? Infinity));
        }
      }
    }
  }
  return found;
}

/**
 * Places that a zone would let go: the sides of streets at its edge, next to addresses that are not its own; or its
 * part of the station or census area at its edge of which it has the fewest doors. A zone that barriers bound on all
 * sides has its edge everywhere. Never all it has.
 */
export function placesToShrink(index: GroundIndex, places: readonly number[], by: GrowBy): number[] {
  const own = new Set(places);
  const isOpen = (side: number) => (index.sides.places[side] ?? []).some((place) => !own.has(place));
  const open = [...sidesOf(index.sides, places)].filter(
    (side) => isOpen(side) || (index.sides.beside[side] ?? []).some(isOpen),
  );
  const edge = open.flatMap((side) => (index.sides.places[side] ?? []).filter((place) => own.has(place)));
  const parts = new Map<number, number[]>();
  for (const place of edge.length > 0 || by === "sides" ? edge : places) {
    const part = index.unitOf(place, UNITS[by]).filter((one) => own.has(one));
    parts.set(part[0] ?? place, part);
  }
  const [least] = [...parts.values()].sort((a, b) => index.doorsOf(a) - index.doorsOf(b));
  const gone = by === "sides" ? [...new Set([...parts.values()].flat())] : (least ?? []);
  return gone.length >= places.length ? [] : gone;
}
