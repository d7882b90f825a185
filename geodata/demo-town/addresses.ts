import type { Random } from "../numbers/random.ts";
import type { Building } from "./buildings.ts";
import { along, angleOf, distance, lineLength, type Point, turn } from "./plane.ts";
import type { Street } from "./streets.ts";

export interface TownAddress {
  /** Index in the list of buildings; null for the hut far from any street. */
  readonly building: number | null;
  readonly street: string;
  readonly number: number;
  /** "bis", "ter" or empty. */
  readonly suffix: string;
  readonly position: Point;
  readonly dwellings: number;
  readonly block: number;
}

interface NumberedDoor {
  readonly building: number;
  readonly position: Point;
  readonly dwellings: number;
  readonly block: number;
  /** Metres from the beginning of the street. */
  readonly progress: number;
  readonly isEven: boolean;
}

/**
 * House numbers as French towns give them: from the end of the street nearest to the town hall, odd on the left, even on
 * the right, two by two, with a "bis" where a plot was divided and a hole where a house is gone.
 */
export function numberAddresses(
  buildings: readonly Building[],
  streets: readonly Street[],
  townHall: Point,
  random: Random,
): readonly TownAddress[] {
  const progressByName = new Map<string, StreetProgress>();
  const streetsByName = groupStreets(streets);
  for (const [name, parts] of streetsByName) progressByName.set(name, measureStreet(parts, townHall));
  const doors = new Map<string, NumberedDoor[]>();
  buildings.forEach(({ door, dwellings, block }, building) => {
    if (!door) return;
    const name = door.front.street.name;
    const measured = progressByName.get(name)?.at(along(door.front.points, door.alongMetres).point, door.position);
    if (!measured) return;
    const list = doors.get(name) ?? [];
    list.push({ building, position: door.position, dwellings, block, ...measured });
    doors.set(name, list);
  });
  const addresses: TownAddress[] = [];
  for (const [street, list] of [...doors].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const isEven of [false, true]) {
      const side = list.filter((door) => door.isEven === isEven).sort((a, b) => a.progress - b.progress);
      addresses.push(...numberSide(street, side, isEven, random));
    }
  }
  return addresses;
}

function numberSide(street: string, side: readonly NumberedDoor[], isEven: boolean, random: Random): TownAddress[] {
  let number = isEven ? 0 : -1;
  let suffixes = 0;
  return side.map(({ building, position, dwellings, block }, i) => {
    if (i > 0 && suffixes < 2 && random.chance(0.03)) suffixes++;
    else {
      number += random.chance(0.04) ? 4 : 2;
      suffixes = 0;
    }
    return { building, street, number, suffix: ["", "bis", "ter"][suffixes] ?? "", position, dwellings, block };
  });
}

function groupStreets(streets: readonly Street[]): Map<string, Street[]> {
  const groups = new Map<string, Street[]>();
  for (const street of streets) {
    if (street.name === "") continue;
    const group = groups.get(street.name);
    if (group) group.push(street);
    else groups.set(street.name, [street]);
  }
  return groups;
}

interface StreetProgress {
  at(onStreet: Point, door: Point): { readonly progress: number; readonly isEven: boolean };
}

/** Walks the parts of a street from its beginning and remembers how far along each of them starts, and which way. */
function measureStreet(parts: readonly Street[], townHall: Point): StreetProgress {
  const atNode = new Map<number, Street[]>();
  const nodePoint = new Map<number, Point>();
  for (const part of parts) {
    const ends = [
      [part.from, part.points[0]],
      [part.to, part.points.at(-1)],
    ] as const;
    for (const [node, point] of ends) {
      atNode.set(node, [...(atNode.get(node) ?? []), part]);
      if (point) nodePoint.set(node, point);
    }
  }
  const nearness = (node: number) => distance(nodePoint.get(node) ?? townHall, townHall);
  const byNearness = [...atNode.keys()].sort((a, b) => nearness(a) - nearness(b));
  const begins = [...byNearness.filter((node) => atNode.get(node)?.length === 1), ...byNearness];
  const placed = new Map<Street, { readonly start: number; readonly isForward: boolean }>();
  let end = 0;
  for (const begin of begins) {
    const queue = [{ node: begin, metres: end }];
    for (let step = queue.shift(); step; step = queue.shift()) {
      for (const part of atNode.get(step.node) ?? []) {
        if (placed.has(part)) continue;
        const isForward = part.from === step.node;
        placed.set(part, { start: step.metres, isForward });
        const metres = step.metres + lineLength(part.points);
        end = Math.max(end, metres);
        queue.push({ node: isForward ? part.to : part.from, metres });
      }
    }
  }
  return { at: (onStreet, door) => locate(parts, placed, onStreet, door) };
}

function locate(
  parts: readonly Street[],
  placed: ReadonlyMap<Street, { readonly start: number; readonly isForward: boolean }>,
  onStreet: Point,
  door: Point,
): { readonly progress: number; readonly isEven: boolean } {
  let best = { metres: Number.POSITIVE_INFINITY, progress: 0, isEven: false };
  for (const part of parts) {
    const place = placed.get(part);
    let walked = 0;
    for (let i = 1; place && i < part.points.length; i++) {
      const from = part.points[i - 1];
      const to = part.points[i];
      if (!from || !to) continue;
      const length = distance(from, to);
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, dot(from, to, onStreet) / (length * length)));
      const foot: Point = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
      const metres = distance(foot, onStreet);
      if (metres < best.metres) {
        const here = walked + share * length;
        const heading = place.isForward ? angleOf(from, to) : angleOf(to, from);
        best = {
          metres,
          progress: place.start + (place.isForward ? here : lineLength(part.points) - here),
          isEven: turn(heading, angleOf(foot, door)) < 0,
        };
      }
      walked += length;
    }
  }
  return best;
}

const dot = (from: Point, to: Point, point: Point) =>
  (point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1]);
