import type { RunNetwork } from "./run-network.ts";

/** What makes a cut good. All terms are in seams: a street corner torn between two zones costs about one. */
const WEIGHTS = {
  /** Uneven zones: little up to 2 %, much beyond 6 %. */
  uneven: 100,
  tooHeavy: 2000,
  /** A zone spread out by 10 % more costs half a seam. */
  spread: 5,
} as const;
const EVEN_ENOUGH = 0.02;
const HEAVY = 0.06;
/** However many runs: two seconds. */
const MOST_STEPS = 40_000_000;
const HOTTEST = 0.8;
const COLDEST = 0.02;
/** Variance of a zone of one house, in square metres: keeps the logarithm of the spread finite. */
const LEAST_VARIANCE = 400;

export interface SettleOptions {
  readonly random: () => number;
  /** Moves tried, by run: effort is counted, not timed, so that a seed gives one answer on every machine. */
  readonly stepsPerRun: number;
  readonly shouldStop: () => boolean;
}

/**
 * Moves runs between neighbouring zones until balance, seams, barriers and spread are as good as they get, under
 * simulated annealing (Kirkpatrick, Gelatt & Vecchi 1983). Changes `zoneOf` in place; zones stay contiguous and not
 * empty after every move, so that it may be ended at any time. Moves that lose nothing are the last to be accepted.
 */
export function settleBorders(
  network: RunNetwork,
  zoneOf: Int32Array,
  zoneCount: number,
  { random, stepsPerRun, shouldStop }: SettleOptions,
): void {
  const { count, start, target, seam, straddle, seconds, east, north } = network;
  const sums = sumsOf(network, zoneOf, zoneCount);
  const mean = sums.seconds.reduce((total, value) => total + value, 0) / zoneCount;
  const isConnected = createContiguityCheck(network, zoneOf);
  const steps = Math.min(MOST_STEPS, stepsPerRun * count);

  for (let step = 0; step < steps; step++) {
    if ((step & 1023) === 0 && shouldStop()) return;
    const run = Math.floor(random() * count);
    const first = start[run] ?? 0;
    const degree = (start[run + 1] ?? 0) - first;
    if (degree === 0) continue;
    const from = zoneOf[run] ?? 0;
    const to = zoneOf[target[first + Math.floor(random() * degree)] ?? 0] ?? 0;
    if (from === to || (sums.runs[from] ?? 0) <= 1) continue;
    const heat = HOTTEST * (COLDEST / HOTTEST) ** (step / steps);
    const loss = seamLoss(run, from, to) + zoneLoss(from, run, -1) + zoneLoss(to, run, 1);
    if (loss > 0 && random() >= Math.exp(-loss / heat)) continue;
    if (!isConnected(run, from)) continue;
    zoneOf[run] = to;
    move(from, run, -1);
    move(to, run, 1);
  }

  function seamLoss(run: number, from: number, to: number): number {
    let loss = 0;
    for (let link = start[run] ?? 0; link < (start[run + 1] ?? 0); link++) {
      const zone = zoneOf[target[link] ?? 0];
      const together = (seam[link] ?? 0) - (straddle[link] ?? 0);
      if (zone === from) loss += together;
      else if (zone === to) loss -= together;
    }
    return loss;
  }

  /** What a zone loses when a run joins (1) or leaves (-1). */
  function zoneLoss(zone: number, run: number, sign: 1 | -1): number {
    const weight = sign * (seconds[run] ?? 0);
    const before = sums.seconds[zone] ?? 0;
    const spreadBefore = variance(before, sums.east[zone] ?? 0, sums.north[zone] ?? 0, sums.squares[zone] ?? 0);
    const [x, y] = [east[run] ?? 0, north[run] ?? 0];
    const spreadAfter = variance(
      before + weight,
      (sums.east[zone] ?? 0) + weight * x,
      (sums.north[zone] ?? 0) + weight * y,
      (sums.squares[zone] ?? 0) + weight * (x * x + y * y),
    );
    return (
      unevenLoss((before + weight) / mean) -
      unevenLoss(before / mean) +
      WEIGHTS.spread * Math.log(spreadAfter / spreadBefore)
    );
  }

  function move(zone: number, run: number, sign: 1 | -1): void {
    const weight = sign * (seconds[run] ?? 0);
    const [x, y] = [east[run] ?? 0, north[run] ?? 0];
    sums.seconds[zone] = (sums.seconds[zone] ?? 0) + weight;
    sums.east[zone] = (sums.east[zone] ?? 0) + weight * x;
    sums.north[zone] = (sums.north[zone] ?? 0) + weight * y;
    sums.squares[zone] = (sums.squares[zone] ?? 0) + weight * (x * x + y * y);
    sums.runs[zone] = (sums.runs[zone] ?? 0) + sign;
  }
}

/** What is bad about a cut, in seams, by the terms that settling weighs: less is better. */
export function cutLoss(network: RunNetwork, zoneOf: Int32Array, zoneCount: number): number {
  const sums = sumsOf(network, zoneOf, zoneCount);
  const mean = sums.seconds.reduce((total, value) => total + value, 0) / zoneCount;
  let loss = 0;
  for (let zone = 0; zone < zoneCount; zone++) {
    const seconds = sums.seconds[zone] ?? 0;
    const spread = variance(seconds, sums.east[zone] ?? 0, sums.north[zone] ?? 0, sums.squares[zone] ?? 0);
    loss += unevenLoss(seconds / mean) + WEIGHTS.spread * Math.log(spread);
  }
  for (let run = 0; run < network.count; run++) {
    for (let link = network.start[run] ?? 0; link < (network.start[run + 1] ?? 0); link++) {
      const isTogether = zoneOf[run] === zoneOf[network.target[link] ?? 0];
      loss += ((isTogether ? network.straddle[link] : network.seam[link]) ?? 0) / 2;
    }
  }
  return loss;
}

function unevenLoss(load: number): number {
  const off = Math.max(0, Math.abs(load - 1) - EVEN_ENOUGH);
  const heavy = Math.max(0, load - 1 - HEAVY);
  return WEIGHTS.uneven * off ** 2 + WEIGHTS.tooHeavy * heavy ** 2;
}

function variance(seconds: number, east: number, north: number, squares: number): number {
  if (seconds <= 0) return LEAST_VARIANCE;
  return LEAST_VARIANCE + Math.max(0, squares / seconds - (east ** 2 + north ** 2) / seconds ** 2);
}

function sumsOf({ count, seconds, east, north }: RunNetwork, zoneOf: Int32Array, zoneCount: number) {
  const sums = {
    seconds: new Float64Array(zoneCount),
    east: new Float64Array(zoneCount),
    north: new Float64Array(zoneCount),
    squares: new Float64Array(zoneCount),
    runs: new Uint32Array(zoneCount),
  };
  for (let run = 0; run < count; run++) {
    const zone = zoneOf[run] ?? 0;
    const weight = seconds[run] ?? 0;
    const [x, y] = [east[run] ?? 0, north[run] ?? 0];
    sums.seconds[zone] = (sums.seconds[zone] ?? 0) + weight;
    sums.east[zone] = (sums.east[zone] ?? 0) + weight * x;
    sums.north[zone] = (sums.north[zone] ?? 0) + weight * y;
    sums.squares[zone] = (sums.squares[zone] ?? 0) + weight * (x * x + y * y);
    sums.runs[zone] = (sums.runs[zone] ?? 0) + 1;
  }
  return sums;
}

/**
 * Whether a zone hangs together without one of its runs: the neighbours of the run in the zone must find each other. The
 * search ends when they have, most often after a few steps round a block.
 */
function createContiguityCheck({ count, start, target }: RunNetwork, zoneOf: Int32Array) {
  const seen = new Uint32Array(count);
  const queue = new Uint32Array(count);
  const wanted = new Uint32Array(count);
  let round = 0;
  return (run: number, zone: number): boolean => {
    round++;
    let missing = 0;
    let first = -1;
    for (let link = start[run] ?? 0; link < (start[run + 1] ?? 0); link++) {
      const other = target[link] ?? 0;
      if (zoneOf[other] !== zone || wanted[other] === round) continue;
      wanted[other] = round;
      missing++;
      first = other;
    }
    if (missing <= 1) return missing === 1;
    seen[run] = round;
    seen[first] = round;
    queue[0] = first;
    missing--;
    for (let head = 0, tail = 1; head < tail; head++) {
      const at = queue[head] ?? 0;
      for (let link = start[at] ?? 0; link < (start[at + 1] ?? 0); link++) {
        const other = target[link] ?? 0;
        if (seen[other] === round || zoneOf[other] !== zone) continue;
        seen[other] = round;
        if (wanted[other] === round && --missing === 0) return true;
        queue[tail++] = other;
      }
    }
    return false;
  };
}
