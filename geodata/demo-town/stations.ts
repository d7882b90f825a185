import type { Random } from "../numbers/random.ts";
import type { Ground } from "./ground.ts";
import { partOutlines } from "./outlines.ts";
import { blockNeighbours, type Cell, loadsOf, type Neighbours, partitionCells, staysWhole } from "./partition.ts";
import { distance, type Point } from "./plane.ts";

/** The polling stations of the commune as they were from one year on. */
export interface StationVintage {
  readonly year: number;
  /** Index in `stations` of each block. */
  readonly stationOfBlock: readonly number[];
  readonly stations: readonly { readonly number: string; readonly geometry: ReturnType<typeof partOutlines>[number] }[];
}

const STATIONS_2024 = 30;

/**
 * Three vintages, latest first made. Going back in time, stations that were later split are one, one that was later
 * closed still stands, borders lie a block further, and some numbers belong to other places: a number of 2017 or 2022
 * that comes back in 2024 may mean another neighbourhood.
 */
export function drawStations(
  ground: Ground,
  cells: readonly Cell[],
  townHall: Point,
  random: Random,
): readonly StationVintage[] {
  const neighbours = blockNeighbours(ground);
  const latest = partitionCells(cells, neighbours, STATIONS_2024, random.fork("2024"));
  const numbers2024 = numbersOutward(cells, latest, STATIONS_2024, townHall);

  const split = lightestPair(cells, neighbours, latest, new Set());
  const closed = heaviestPart(cells, latest, new Set(split));
  const parts2022 = moveBorders(
    cells,
    neighbours,
    halved(cells, neighbours, merged(latest, split), closed),
    4,
    random.fork("2022"),
  );
  const numbers2022 = [...numbers2024];
  numbers2022[STATIONS_2024] = STATIONS_2024 + 1;
  const far = farthestFrom(cells, latest, split[1]);
  numbers2022[far] = numbers2024[split[1]] ?? 0;
  rotate(numbers2022, partsBetween(numbers2022, 21, 23));

  const earlierPair = lightestPair(cells, neighbours, parts2022, new Set([...split, closed, far, STATIONS_2024]));
  const parts2017 = moveBorders(cells, neighbours, merged(parts2022, earlierPair), 7, random.fork("2017"));
  const numbers2017 = [...numbers2022];
  rotate(numbers2017, partsBetween(numbers2017, 6, 10));

  return [
    vintage(2017, ground, parts2017, numbers2017),
    vintage(2022, ground, parts2022, numbers2022),
    vintage(2024, ground, latest, numbers2024),
  ];
}

function vintage(year: number, ground: Ground, parts: readonly number[], numbers: readonly number[]): StationVintage {
  const present = [...new Set(parts)].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  const index = new Map(present.map((part, i) => [part, i]));
  const stationOfBlock = parts.map((part) => index.get(part) ?? -1);
  const outlines = partOutlines(ground, stationOfBlock, present.length);
  const stations = present.flatMap((part, i) => {
    const geometry = outlines[i];
    return geometry ? [{ number: String(numbers[part] ?? 0).padStart(4, "0"), geometry }] : [];
  });
  return { year, stationOfBlock, stations };
}

/** 1 at the town hall, then outward. */
function numbersOutward(cells: readonly Cell[], parts: readonly number[], count: number, townHall: Point): number[] {
  const middles = partMiddles(cells, parts, count);
  const order = middles
    .map((middle, part) => ({ part, metres: distance(middle, townHall) }))
    .sort((a, b) => a.metres - b.metres);
  const numbers = Array.from({ length: count }, () => 0);
  order.forEach(({ part }, i) => {
    numbers[part] = i + 1;
  });
  return numbers;
}

function partMiddles(cells: readonly Cell[], parts: readonly number[], count: number): Point[] {
  return Array.from({ length: count }, (_, part) => {
    const own = cells.filter((cell, i) => parts[i] === part && cell.weight > 0);
    const total = own.reduce((sum, { weight }) => sum + weight, 0) || 1;
    return [
      own.reduce((sum, { middle, weight }) => sum + middle[0] * weight, 0) / total,
      own.reduce((sum, { middle, weight }) => sum + middle[1] * weight, 0) / total,
    ];
  });
}

/** The two neighbours that weigh least together. */
function lightestPair(
  cells: readonly Cell[],
  neighbours: Neighbours,
  parts: readonly number[],
  besides: ReadonlySet<number>,
): [number, number] {
  const loads = loadsOf(cells, parts, STATIONS_2024 + 1);
  let best: [number, number] = [0, 1];
  let bestLoad = Number.POSITIVE_INFINITY;
  neighbours.forEach((others, cell) => {
    const a = parts[cell] ?? 0;
    for (const [other, metres] of others) {
      const b = parts[other] ?? 0;
      const load = (loads[a] ?? 0) + (loads[b] ?? 0);
      if (a === b || metres < 40 || besides.has(a) || besides.has(b) || load >= bestLoad) continue;
      best = a < b ? [a, b] : [b, a];
      bestLoad = load;
    }
  });
  return best;
}

function heaviestPart(cells: readonly Cell[], parts: readonly number[], besides: ReadonlySet<number>): number {
  const loads = loadsOf(cells, parts, STATIONS_2024);
  return loads.reduce(
    (best, load, part) => (load > (loads[best] ?? 0) && !besides.has(part) ? part : best),
    besides.has(0) ? 2 : 0,
  );
}

function farthestFrom(cells: readonly Cell[], parts: readonly number[], part: number): number {
  const middles = partMiddles(cells, parts, STATIONS_2024);
  const from = middles[part] ?? [0, 0];
  return middles.reduce(
    (best, middle, i) => (distance(middle, from) > distance(middles[best] ?? from, from) ? i : best),
    part,
  );
}

const merged = (parts: readonly number[], [into, from]: readonly [number, number]) =>
  parts.map((part) => (part === from ? into : part));

/** One part cut in two; the half that is not the old part's first block becomes a part of its own, numbered last. */
function halved(cells: readonly Cell[], neighbours: Neighbours, parts: readonly number[], part: number): number[] {
  const own = parts.flatMap((each, cell) => (each === part ? [cell] : []));
  const total = own.reduce((sum, cell) => sum + (cells[cell]?.weight ?? 0), 0);
  const result = [...parts];
  let given = 0;
  const start = own.find((cell) => staysWhole(neighbours, parts, cell));
  for (let cell = start; cell !== undefined && given < total * 0.42; ) {
    result[cell] = STATIONS_2024;
    given += cells[cell]?.weight ?? 0;
    cell = own.find(
      (each) =>
        result[each] === part &&
        [...(neighbours[each]?.keys() ?? [])].some((near) => result[near] === STATIONS_2024) &&
        staysWhole(neighbours, result, each),
    );
  }
  return result;
}

/** Hands a few border blocks to the neighbouring part. */
function moveBorders(
  cells: readonly Cell[],
  neighbours: Neighbours,
  given: readonly number[],
  moves: number,
  random: Random,
): number[] {
  const parts = [...given];
  const loads = loadsOf(cells, parts, STATIONS_2024 + 1);
  let left = moves;
  for (const cell of random.shuffled(cells.map((_, i) => i))) {
    const weight = cells[cell]?.weight ?? 0;
    const from = parts[cell] ?? 0;
    if (left === 0) break;
    if (weight < 40 || weight > 130 || (loads[from] ?? 0) - weight < 500) continue;
    const to = [...(neighbours[cell]?.keys() ?? [])].map((near) => parts[near] ?? from).find((part) => part !== from);
    if (to === undefined || (loads[to] ?? 0) + weight > 1050 || !staysWhole(neighbours, parts, cell)) continue;
    parts[cell] = to;
    loads[from] = (loads[from] ?? 0) - weight;
    loads[to] = (loads[to] ?? 0) + weight;
    left--;
  }
  return parts;
}

const partsBetween = (numbers: readonly number[], low: number, high: number) =>
  numbers
    .flatMap((number, part) => (number >= low && number <= high ? [part] : []))
    .sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));

/** Each of these parts takes the number of the next one, the last that of the first. */
function rotate(numbers: number[], parts: readonly number[]): void {
  const old = parts.map((part) => numbers[part] ?? 0);
  parts.forEach((part, i) => {
    numbers[part] = old[(i + 1) % old.length] ?? 0;
  });
}
