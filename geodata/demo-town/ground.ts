import { cutAtCrossings } from "./cut-at-crossings.ts";
import type { District } from "./districts.ts";
import { enclosedFaces, type Face, type HalfEdge } from "./faces.ts";
import type { Landscape } from "./landscape.ts";
import { largestPart, type Network } from "./network.ts";
import { along, between, isInside, lineLength, type Point, pointAt } from "./plane.ts";
import type { Street } from "./streets.ts";
import type { BarrierKind } from "./town-lines.ts";

/** What lies along one edge of the ground: a street, or a line that nobody walks. */
export type Border =
  | { readonly kind: "street"; readonly street: Street; readonly streetIndex: number }
  | { readonly kind: "barrier"; readonly barrier: BarrierKind };

export interface Block {
  readonly index: number;
  readonly face: Face;
  /** A point well inside. */
  readonly middle: Point;
  readonly district: District | null;
}

/** The commune cut into blocks by its streets, river, railway, bypass and outline: no gap, no overlap. */
export interface Ground {
  readonly network: Network;
  /** One per edge of the network. */
  readonly borders: readonly Border[];
  readonly blocks: readonly Block[];
}

export function createGround(
  streets: readonly Street[],
  landscape: Landscape,
  districtAt: (point: Point) => District | null,
): Ground {
  const lines: { readonly points: readonly Point[]; readonly border: Border }[] = [
    ...streets.map((street, streetIndex) => ({
      points: street.points,
      border: { kind: "street", street, streetIndex } as const,
    })),
    barrier(landscape.river.course, "river"),
    barrier(landscape.river.brook, "brook"),
    barrier(landscape.railway, "railway"),
    barrier(landscape.bypass, "bypass"),
    barrier(landscape.boundary, "boundary"),
  ];
  const network = largestPart(cutAtCrossings(lines.map(({ points }) => points)));
  const borders = network.edges.map(({ line }) => {
    const border = lines[line]?.border;
    if (!border) throw new RangeError(`no line ${line} in the ground`);
    return border;
  });
  const blocks: Block[] = [];
  for (const face of enclosedFaces(network)) {
    const middle = innerPoint(face);
    if (!isInside(middle, landscape.boundary)) continue;
    blocks.push({ index: blocks.length, face, middle, district: districtAt(middle) });
  }
  return { network, borders, blocks };
}

const barrier = (points: readonly Point[], kind: BarrierKind) => ({
  points,
  border: { kind: "barrier", barrier: kind } as const,
});

export function borderOf(ground: Ground, side: HalfEdge): Border {
  const border = ground.borders[side.edge];
  if (!border) throw new RangeError(`no edge ${side.edge} in the ground`);
  return border;
}

/** The middle of the longest cut through the face, out of eleven level ones. */
function innerPoint({ ring }: Face): Point {
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const [, y] of ring) {
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  let best: { readonly width: number; readonly point: Point } = {
    width: -1,
    point: along(ring, lineLength(ring) / 2).point,
  };
  for (let cut = 1; cut <= 11; cut++) {
    const y = south + ((north - south) * (cut + 0.013)) / 12;
    const hits: number[] = [];
    ring.forEach((from, i) => {
      const to = pointAt(ring, (i + 1) % ring.length);
      if (from[1] > y !== to[1] > y) hits.push(between(from, to, (y - from[1]) / (to[1] - from[1]))[0]);
    });
    hits.sort((a, b) => a - b);
    for (let i = 0; i + 1 < hits.length; i += 2) {
      const [west, east] = [hits[i] ?? 0, hits[i + 1] ?? 0];
      if (east - west > best.width) best = { width: east - west, point: [(west + east) / 2, y] };
    }
  }
  return best.point;
}
