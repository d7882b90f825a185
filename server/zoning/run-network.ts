import { METRES_PER_DEGREE } from "../../geodata/geometry/position.ts";
import type { StreetRun } from "./gather-runs.ts";
import { linkCost, type RunLink } from "./link-runs.ts";
import { BARRIER, WALK_OVER_SPAN } from "./zone-stop.ts";

/** Runs and their links as flat arrays: what cutting works on. */
export interface RunNetwork {
  readonly count: number;
  /** Seconds at the doors and on the way, by run. */
  readonly seconds: Float64Array;
  /** Metres east and north of the middle, by run. */
  readonly east: Float64Array;
  readonly north: Float64Array;
  /** Links of run r: indices start[r] to start[r + 1] - 1. */
  readonly start: Uint32Array;
  readonly target: Uint32Array;
  readonly cost: Float64Array;
  readonly barrier: Uint8Array;
  /** What it costs to have the two runs in different zones: much on one street, little far apart, nothing over a barrier. */
  readonly seam: Float64Array;
  /** What it costs to have them in the same zone: something over a barrier only. */
  readonly straddle: Float64Array;
}

/** Neighbours this far apart hold together half as much as neighbours at one corner. */
const LOOSE_METRES = 150;
/** By BARRIER, in seams. A road has a crossing at every corner, a bridge is one link. */
const STRADDLE = [0, 0.6, 4, 4] as const;
const SAME_PIECE_SEAM = 2;

/**
 * The share of the walk that falls to a run is its own length and the way from its nearest neighbour, times what real
 * walks are over the network that spans their doors.
 */
export function createRunNetwork(
  runs: readonly StreetRun[],
  links: readonly RunLink[],
  metresPerSecond: number,
): RunNetwork {
  const count = runs.length;
  const nearest = new Float64Array(count).fill(Infinity);
  const start = new Uint32Array(count + 1);
  for (const { a, b, metres, barrier } of links) {
    start[a + 1] = (start[a + 1] ?? 0) + 1;
    start[b + 1] = (start[b + 1] ?? 0) + 1;
    if (barrier === BARRIER.gap) continue;
    nearest[a] = Math.min(nearest[a] ?? 0, metres);
    nearest[b] = Math.min(nearest[b] ?? 0, metres);
  }
  for (let run = 0; run < count; run++) start[run + 1] = (start[run + 1] ?? 0) + (start[run] ?? 0);
  const next = start.slice();
  const size = 2 * links.length;
  const network = {
    target: new Uint32Array(size),
    cost: new Float64Array(size),
    barrier: new Uint8Array(size),
    seam: new Float64Array(size),
    straddle: new Float64Array(size),
  };
  const add = (from: number, to: number, link: RunLink): void => {
    const at = next[from] ?? 0;
    next[from] = at + 1;
    network.target[at] = to;
    network.cost[at] = linkCost(link);
    network.barrier[at] = link.barrier;
    network.seam[at] = seamOf(link);
    network.straddle[at] = STRADDLE[link.barrier] ?? 0;
  };
  for (const link of links) {
    add(link.a, link.b, link);
    add(link.b, link.a, link);
  }
  const seconds = Float64Array.from(runs, ({ doorSeconds, fromMetres, toMetres }, run) => {
    const way = nearest[run] ?? Infinity;
    const walkMetres = WALK_OVER_SPAN * (toMetres - fromMetres + (Number.isFinite(way) ? way : 0));
    return doorSeconds + walkMetres / metresPerSecond;
  });
  return { count, seconds, ...flatPositions(runs), start, ...network };
}

function seamOf({ barrier, isSamePiece, metres }: RunLink): number {
  if (barrier !== BARRIER.none) return 0;
  return isSamePiece ? SAME_PIECE_SEAM : 1 / (1 + metres / LOOSE_METRES);
}

function flatPositions(runs: readonly StreetRun[]): { readonly east: Float64Array; readonly north: Float64Array } {
  const [longitude, latitude] = runs[0]?.position ?? [0, 0];
  const eastScale = METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
  return {
    east: Float64Array.from(runs, ({ position }) => (position[0] - longitude) * eastScale),
    north: Float64Array.from(runs, ({ position }) => (position[1] - latitude) * METRES_PER_DEGREE),
  };
}
