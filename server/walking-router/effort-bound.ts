import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import { type ModeNetwork, metresBetween } from "./mode-network.ts";

/**
 * The least that any walk takes: perMetre × metres as the crow flies (on the plane of the network) + perMetreClimbed ×
 * metres that its end lies higher than its beginning, by `height`.
 */
export interface EffortBound {
  readonly perMetre: number;
  readonly perMetreClimbed: number;
  /** Elevation of each node, or of the nearest one where it is known. */
  readonly height: Float32Array;
}

/**
 * The tightest bound that holds on every street of the network, both ways, and therefore on every walk, since climbs
 * and descents of its streets sum to the difference of its ends. Without the climb one street that falls gently (0.84
 * per metre) would loosen the bound for all; with it, what a descent gives is taken back by the climb it leads to.
 *
 * On Tobler's function effort ≥ 1 + 3.5 × slope, its tangent on the flat. Where the elevation model has cliffs, a
 * smaller share of the climb bounds better; the bound is measured, so it holds whatever the heights.
 */
export function effortBound(network: ModeNetwork): EffortBound {
  const { graph, pieceForward, pieceBackward } = network;
  const { pieceCount, pieceFrom, pieceTo } = graph;
  const height = heightsOf(graph);
  const least = new Float64Array(PER_METRE_CLIMBED.length).fill(Infinity);
  for (let piece = 0; piece < pieceCount; piece++) {
    const [from, to] = [pieceFrom[piece] ?? 0, pieceTo[piece] ?? 0];
    const metres = metresBetween(network, from, to);
    const rise = (height[to] ?? 0) - (height[from] ?? 0);
    const forward = pieceForward[piece] ?? Infinity;
    const backward = pieceBackward[piece] ?? Infinity;
    for (let index = 0; index < least.length; index++) {
      const lift = (PER_METRE_CLIMBED[index] ?? 0) * rise;
      const spare = Math.min(forward - lift, backward + lift);
      // A ring or a stair drawn as a point: no length can make up for what its climb lacks.
      const perMetre = metres > 0 ? spare / metres : spare >= 0 ? Infinity : -Infinity;
      if (perMetre < (least[index] ?? 0)) least[index] = perMetre;
    }
  }
  let best: EffortBound = { perMetre: 0, perMetreClimbed: 0, height };
  for (const [index, perMetreClimbed] of PER_METRE_CLIMBED.entries()) {
    const perMetre = least[index] ?? 0;
    // A hair less, so that rounding never makes the bound exceed a walk.
    if (perMetre > best.perMetre && perMetre < Infinity) {
      best = { perMetre: perMetre * (1 - 1e-6), perMetreClimbed, height };
    }
  }
  return best;
}

const PER_METRE_CLIMBED = [0, 0.5, 1, 2, 3, 3.5];

function heightsOf(graph: StreetGraph): Float32Array {
  const height = graph.nodeElevation.slice();
  const known: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    if (!Number.isNaN(height[node])) known.push(node);
  }
  if (known.length === 0) return height.fill(0);
  if (known.length === graph.nodeCount) return height;
  // The list grows while it is read: heights spread outwards from the nodes that know theirs.
  for (const node of known) {
    for (let arc = graph.arcStart[node] ?? 0; arc < (graph.arcStart[node + 1] ?? 0); arc++) {
      const target = graph.arcTarget[arc] ?? 0;
      if (!Number.isNaN(height[target])) continue;
      height[target] = height[node] ?? 0;
      known.push(target);
    }
  }
  return height.map((metres) => (Number.isNaN(metres) ? 0 : metres));
}
