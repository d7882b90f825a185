import { type Area, ringsOf } from "../geometry/polygon.ts";
import { METRES_PER_DEGREE, type Position } from "../geometry/position.ts";

/**
 * Area in square metres that two areas share.
 *
 * The plane is cut into horizontal slabs at every vertex of both areas and at every crossing of their edges. No two
 * edges cross within a slab, so the width shared there changes linearly with height, and the width at mid-height
 * times the height is exact. Nothing is clipped, so slivers, shared edges and touching rings need no special case.
 * Cost: edges of `a` × edges of `b` that meet, plus slabs × edges across them.
 */
export function overlapSquareMetres(a: Area, b: Area): number {
  const edgesOfA = edgesOf(a);
  const edgesOfB = edgesOf(b);
  const south = Math.max(edgesOfA.south, edgesOfB.south);
  const north = Math.min(edgesOfA.north, edgesOfB.north);
  if (south >= north) return 0;

  const heights = slabHeights(edgesOfA.edges, edgesOfB.edges, south, north);
  const sweepA = sweep(edgesOfA.edges);
  const sweepB = sweep(edgesOfB.edges);
  let area = 0;
  for (let slab = 0; slab + 1 < heights.length; slab++) {
    const bottom = heights[slab] ?? 0;
    const top = heights[slab + 1] ?? 0;
    const middle = (bottom + top) / 2;
    area += (top - bottom) * sharedWidth(sweepA(middle), sweepB(middle)) * Math.cos((middle * Math.PI) / 180);
  }
  return area * METRES_PER_DEGREE ** 2;
}

/** An edge that climbs: y1 < y2. */
interface Edge {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

interface Edges {
  /** In order of y1. */
  readonly edges: readonly Edge[];
  readonly south: number;
  readonly north: number;
}

function edgesOf(area: Area): Edges {
  const edges: Edge[] = [];
  for (const ring of ringsOf(area)) {
    for (let to = 0, from = ring.length - 1; to < ring.length; from = to++) {
      const edge = climbingEdge(ring[from], ring[to]);
      if (edge !== null) edges.push(edge);
    }
  }
  edges.sort((a, b) => a.y1 - b.y1);
  const north = edges.reduce((most, edge) => Math.max(most, edge.y2), -Infinity);
  return { edges, south: edges[0]?.y1 ?? Infinity, north };
}

/** Level edges bound no width, so they are left out. */
function climbingEdge(from: Position | undefined, to: Position | undefined): Edge | null {
  if (from === undefined || to === undefined || from[1] === to[1]) return null;
  const [low, high] = from[1] < to[1] ? [from, to] : [to, from];
  return { x1: low[0], y1: low[1], x2: high[0], y2: high[1] };
}

function slabHeights(edgesOfA: readonly Edge[], edgesOfB: readonly Edge[], south: number, north: number): number[] {
  const heights = [south, north];
  for (const edge of [...edgesOfA, ...edgesOfB]) {
    if (edge.y1 > south && edge.y1 < north) heights.push(edge.y1);
    if (edge.y2 > south && edge.y2 < north) heights.push(edge.y2);
  }
  for (const a of edgesOfA) {
    if (a.y2 <= south) continue;
    if (a.y1 >= north) break;
    for (const b of edgesOfB) {
      if (b.y1 >= a.y2) break;
      if (b.y2 > a.y1) addCrossing(a, b, heights);
    }
  }
  return heights.sort((a, b) => a - b);
}

function addCrossing(a: Edge, b: Edge, heights: number[]): void {
  const bottom = Math.max(a.y1, b.y1);
  const top = Math.min(a.y2, b.y2);
  const gapBelow = xAt(a, bottom) - xAt(b, bottom);
  const gapAbove = xAt(a, top) - xAt(b, top);
  if (gapBelow * gapAbove < 0) heights.push(bottom + ((top - bottom) * gapBelow) / (gapBelow - gapAbove));
}

/** Where the edges cross a height, west to east. Heights must be asked for in rising order. */
function sweep(edges: readonly Edge[]): (height: number) => readonly number[] {
  let next = 0;
  let active: Edge[] = [];
  return (height) => {
    for (let edge = edges[next]; edge !== undefined && edge.y1 <= height; edge = edges[++next]) active.push(edge);
    active = active.filter((edge) => edge.y2 > height);
    return active.map((edge) => xAt(edge, height)).sort((a, b) => a - b);
  };
}

function xAt(edge: Edge, height: number): number {
  return edge.x1 + ((height - edge.y1) / (edge.y2 - edge.y1)) * (edge.x2 - edge.x1);
}

/** Length that is inside both, given where each is entered and left in turn (even-odd rule). */
function sharedWidth(a: readonly number[], b: readonly number[]): number {
  let width = 0;
  let indexB = 0;
  for (let indexA = 0; indexA + 1 < a.length; indexA += 2) {
    const enterA = a[indexA] ?? 0;
    const leaveA = a[indexA + 1] ?? 0;
    while (indexB > 0 && (b[indexB - 1] ?? -Infinity) > enterA) indexB -= 2;
    for (; indexB + 1 < b.length && (b[indexB] ?? 0) < leaveA; indexB += 2) {
      width += Math.max(0, Math.min(leaveA, b[indexB + 1] ?? 0) - Math.max(enterA, b[indexB] ?? 0));
    }
  }
  return width;
}
