import { joinParts } from "./join-parts.ts";
import type { RunNetwork } from "./run-network.ts";
import { distancesFrom, farthest, sweepOrders } from "./sweep-orders.ts";

/** Two contiguous parts of a contiguous set of runs, and how many zones each is to be cut into. */
export interface Halves {
  readonly first: readonly number[];
  readonly firstZones: number;
  readonly second: readonly number[];
}

/** How far, as a share, the mean zone of a half may be from the mean zone of the whole. */
const TOLERANCE = 0.06;
/** What an uneven cut costs, in seams: 3 seams at 5 %. */
const UNEVEN = 1200;
/** Cuts looked at to the end, of those that the sweeps find. */
const FINALISTS = 6;

/**
 * Cuts a contiguous set of runs in two for `zones` zones in all, along barriers where the numbers allow it.
 *
 * Idea: sweep the set from one end to the other, in the order of network distance to one end less that to the other,
 * barriers counted as detours; every prefix is a possible cut, judged by the seams that it tears and how well it
 * suits a number of zones. A second sweep takes the quarters between barriers one after the other, so that cuts along
 * barriers are among those judged. Several pairs of ends are tried. What a cut leaves hanging is given to the
 * other side, which keeps both contiguous. Sweep cuts: Spielman & Teng 2007, here over geodesics as in Stoer's and Dial's
 * order of labels. O(sweeps × (runs log + zones × runs)).
 */
export function splitInTwo(
  network: RunNetwork,
  members: readonly number[],
  zones: number,
  random: () => number,
): Halves {
  const inside = new Uint8Array(network.count);
  for (const run of members) inside[run] = 1;
  const total = sum(network.seconds, members);
  const found: Candidate[] = [];
  for (const order of sweepOrders(network, members, inside, random)) {
    found.push(...cutsOf(network, order, inside, zones, total));
  }
  found.sort((a, b) => a.loss - b.loss || a.firstZones - b.firstZones);
  let best: Halves | null = null;
  let bestLoss = Infinity;
  for (const { order, at, firstZones } of found.slice(0, FINALISTS)) {
    const halves = mended(network, order, at, firstZones);
    if (halves.first.length < firstZones || halves.second.length < zones - firstZones) continue;
    const loss =
      seamsBetween(network, halves.first, inside) +
      uneven(sum(network.seconds, halves.first), firstZones, total, zones);
    if (loss >= bestLoss) continue;
    best = halves;
    bestLoss = loss;
  }
  return best ?? peel(network, members, inside);
}

interface Candidate {
  readonly order: readonly number[];
  /** Runs of the order that go to the first half. */
  readonly at: number;
  readonly firstZones: number;
  readonly loss: number;
}

/** The best prefix of an order for each number of zones, even halves preferred to slices. */
function cutsOf(
  network: RunNetwork,
  order: readonly number[],
  inside: Uint8Array,
  zones: number,
  total: number,
): readonly Candidate[] {
  const isFirst = new Uint8Array(network.count);
  const best = new Map<number, Candidate>();
  const least = Math.max(1, Math.floor(zones / 3));
  let seconds = 0;
  let seams = 0;
  order.forEach((run, position) => {
    isFirst[run] = 1;
    seconds += network.seconds[run] ?? 0;
    for (let link = network.start[run] ?? 0; link < (network.start[run + 1] ?? 0); link++) {
      const other = network.target[link] ?? 0;
      if (inside[other] === 1) seams += isFirst[other] === 1 ? -(network.seam[link] ?? 0) : (network.seam[link] ?? 0);
    }
    const at = position + 1;
    const ideal = (zones * seconds) / total;
    for (const firstZones of new Set([Math.floor(ideal), Math.ceil(ideal)])) {
      if (firstZones < least || firstZones > zones - least) continue;
      if (at < firstZones || order.length - at < zones - firstZones) continue;
      const loss = seams + uneven(seconds, firstZones, total, zones);
      if (loss < (best.get(firstZones)?.loss ?? Infinity)) best.set(firstZones, { order, at, firstZones, loss });
    }
  });
  return [...best.values()];
}

function uneven(firstSeconds: number, firstZones: number, total: number, zones: number): number {
  const mean = total / zones;
  const first = firstSeconds / firstZones / mean - 1;
  const second = (total - firstSeconds) / (zones - firstZones) / mean - 1;
  const worst = Math.max(Math.abs(first), Math.abs(second));
  return UNEVEN * worst ** 2 + (worst > TOLERANCE ? 1000 * (worst - TOLERANCE) : 0);
}

/**
 * Makes both sides of a cut contiguous: all but the largest part of the first go to the second, then all but the
 * largest part of that come back. What comes back touches the first: the whole is contiguous.
 */
function mended(network: RunNetwork, order: readonly number[], at: number, firstZones: number): Halves {
  const [kept, loose] = largestPart(network, order.slice(0, at));
  const [second, back] = largestPart(network, [...order.slice(at), ...loose]);
  return { first: [...kept, ...back], firstZones, second };
}

function largestPart(network: RunNetwork, members: readonly number[]): readonly [readonly number[], readonly number[]] {
  const inside = new Uint8Array(network.count);
  for (const run of members) inside[run] = 1;
  const parts = joinParts(network.count);
  for (const run of members) {
    for (let link = network.start[run] ?? 0; link < (network.start[run + 1] ?? 0); link++) {
      const other = network.target[link] ?? 0;
      if (inside[other] === 1) parts.join(run, other);
    }
  }
  const seconds = new Map<number, number>();
  for (const run of members) {
    const part = parts.partOf(run);
    seconds.set(part, (seconds.get(part) ?? 0) + (network.seconds[run] ?? 0) + 1e-6);
  }
  const [largest] = [...seconds].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [-1];
  return [
    members.filter((run) => parts.partOf(run) === largest),
    members.filter((run) => parts.partOf(run) !== largest),
  ];
}

/** The last resort for a few runs: one that the rest does not hang on, the farthest from another, is a zone. */
function peel(network: RunNetwork, members: readonly number[], inside: Uint8Array): Halves {
  const leaf = farthest(members, distancesFrom(network, members[0] ?? 0, inside));
  return { first: [leaf], firstZones: 1, second: members.filter((run) => run !== leaf) };
}

function seamsBetween(network: RunNetwork, first: readonly number[], inside: Uint8Array): number {
  const isFirst = new Uint8Array(network.count);
  for (const run of first) isFirst[run] = 1;
  let seams = 0;
  for (const run of first) {
    for (let link = network.start[run] ?? 0; link < (network.start[run + 1] ?? 0); link++) {
      const other = network.target[link] ?? 0;
      if (inside[other] === 1 && isFirst[other] === 0) seams += network.seam[link] ?? 0;
    }
  }
  return seams;
}

function sum(seconds: Float64Array, runs: readonly number[]): number {
  return runs.reduce((total, run) => total + (seconds[run] ?? 0), 0);
}
