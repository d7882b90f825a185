import type { BalancedDesign } from "./draw-cube.ts";
import { drawProportional, shuffleFirst } from "./draw-random.ts";
import { improveDraw } from "./improve-draw.ts";
import { type WeighedDraws, weighDraws } from "./weigh-draws.ts";

export interface Lottery extends WeighedDraws {
  readonly draws: readonly Int32Array[];
}

/** In how many draws each station should stand: enough to choose among. */
const DRAWS_PER_STATION = 30;
/** More draws than stations, so that there is room for every station's probability. */
const DRAWS_OVER_STATIONS = 3;
const FEWEST_DRAWS = 1000;
/** Below this a station's probability would hang on too few draws. */
const FEWEST_DRAWS_PER_STATION = 4;
/** Stations that a draw may exchange for: so many, and no more than this part of all. */
const LARGEST_POOL = 100;
const POOL_SHARE = 0.4;
/** Part of a draw that is not exchanged. */
const FIXED_SHARE = 0.2;
/** Elementary steps: some seconds of a processor. */
const MOST_WORK = 2.5e8;

/**
 * Whether a lottery gains something and can be prepared in some seconds. For more stations, or many chosen ones, the cube
 * method alone is nearly as balanced; a single station has no other to be balanced with.
 */
export function canPrepareLottery({ probabilities, balance }: BalancedDesign, count: number): boolean {
  if (count < 2) return false;
  const workPerDraw = poolSizeFor(probabilities.length) * count * Math.max(1, balance.length) + probabilities.length;
  return drawsWanted(probabilities.length, count) * workPerDraw <= MOST_WORK;
}

/**
 * Prepares a lottery over well-balanced draws for few stations, where the landing of the cube method undoes much of its
 * flight. Idea: draws at random are improved by exchanges. That alone would favour middling stations, so the stations
 * that have come up least so far stay in their draws and come first into the pool; then each draw gets the chance with which
 * every station comes up as often as its size wants. One draw by these chances is balanced, and its probabilities are
 * known exactly. What is lost: most pairs of stations never come up together, so that a variance cannot be estimated
 * from one sample without a model.
 */
export function prepareLottery(design: BalancedDesign, count: number, random: () => number): Lottery {
  const { probabilities } = design;
  const order = Int32Array.from(probabilities, (_, i) => i);
  const standsIn = new Int32Array(probabilities.length);
  const rarestFirst = (a: number, b: number) =>
    (standsIn[a] ?? 0) / (probabilities[a] ?? 1) - (standsIn[b] ?? 0) / (probabilities[b] ?? 1);
  const isCertain = (station: number) => probabilities[station] === 1;
  const poolSize = poolSizeFor(order.length);
  const fixedCount = Math.max(1, Math.round(FIXED_SHARE * count));
  const draws: Int32Array[] = [];

  const add = (start: Int32Array) => {
    const looked = Math.min(2 * poolSize, order.length);
    shuffleFirst(order, looked, random);
    const pool = order.slice(0, looked).sort(rarestFirst).subarray(0, poolSize);
    const free = start.filter((station) => !isCertain(station)).sort(rarestFirst);
    const fixed = new Set(free.subarray(0, fixedCount));
    const draw = improveDraw(start, pool, design.balance, (station) => fixed.has(station) || isCertain(station));
    draws.push(draw);
    for (const station of draw) standsIn[station] = (standsIn[station] ?? 0) + 1;
  };

  const enough = drawsWanted(probabilities.length, count);
  while (draws.length < enough) add(drawProportional(probabilities, random));
  probabilities.forEach((probability, station) => {
    while (probability > 0 && (standsIn[station] ?? 0) < FEWEST_DRAWS_PER_STATION) {
      add(withStation(drawProportional(probabilities, random), station, isCertain, random));
    }
  });
  return { draws, ...weighDraws(draws, probabilities) };
}

function poolSizeFor(stations: number): number {
  return Math.min(LARGEST_POOL, Math.ceil(POOL_SHARE * stations));
}

function drawsWanted(stations: number, count: number): number {
  return Math.max(FEWEST_DRAWS, DRAWS_OVER_STATIONS * stations, Math.ceil((DRAWS_PER_STATION * stations) / count));
}

/** The draw with one more station, in the place of one that is not certain. */
function withStation(
  draw: Int32Array,
  station: number,
  isCertain: (station: number) => boolean,
  random: () => number,
): Int32Array {
  if (draw.includes(station)) return draw;
  const places = [...draw.keys()].filter((place) => !isCertain(draw[place] ?? 0));
  const place = places[Math.floor(random() * places.length)];
  return place === undefined ? draw : draw.with(place, station);
}
