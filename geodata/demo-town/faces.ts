import { edgesAtNodes, type Network } from "./network.ts";
import { angleOf, type Line, type Point, pointAt, signedArea } from "./plane.ts";

/** One side of an edge: the edge walked forward or backward, with the face on its left. */
export interface HalfEdge {
  readonly edge: number;
  readonly isForward: boolean;
}

/** A piece of ground enclosed by edges. Dead ends inside it are walked along both sides. */
export interface Face {
  readonly sides: readonly HalfEdge[];
  /** Anticlockwise, first point not repeated. */
  readonly ring: Line;
  readonly area: number;
}

/** All bounded faces of a network that hangs together, by walking each side with the face on the left. */
export function enclosedFaces(network: Network): readonly Face[] {
  const nextOf = nextSides(network);
  const visited = new Set<number>();
  const faces: Face[] = [];
  for (let start = 0; start < network.edges.length * 2; start++) {
    if (visited.has(start)) continue;
    const sides: HalfEdge[] = [];
    const ring: Point[] = [];
    for (let side = start; !visited.has(side); side = nextOf[side] ?? start) {
      visited.add(side);
      const half = { edge: side >> 1, isForward: side % 2 === 0 };
      sides.push(half);
      ring.push(...sidePoints(network, half).slice(0, -1));
    }
    const area = signedArea(ring);
    if (area > 1) faces.push({ sides, ring, area });
  }
  return faces;
}

/** Points of a side in its walking direction. */
export function sidePoints(network: Network, { edge, isForward }: HalfEdge): Line {
  const points = network.edges[edge]?.points ?? [];
  return isForward ? points : [...points].reverse();
}

/** For side 2e (forward) and 2e + 1 (backward): the side that follows, the next one clockwise at its end. */
export function nextSides(network: Network): Int32Array {
  const next = new Int32Array(network.edges.length * 2);
  edgesAtNodes(network).forEach((edgeIndices, node) => {
    const leaving = [...new Set(edgeIndices)].flatMap((index) => {
      const edge = network.edges[index];
      if (!edge) return [];
      const last = edge.points.length - 1;
      const forward = { side: 2 * index, angle: angleOf(pointAt(edge.points, 0), pointAt(edge.points, 1)) };
      const backward = {
        side: 2 * index + 1,
        angle: angleOf(pointAt(edge.points, last), pointAt(edge.points, last - 1)),
      };
      return [...(edge.from === node ? [forward] : []), ...(edge.to === node ? [backward] : [])];
    });
    leaving.sort((a, b) => a.angle - b.angle || a.side - b.side);
    leaving.forEach(({ side }, i) => {
      const clockwise = leaving[(i + leaving.length - 1) % leaving.length];
      if (clockwise) next[side ^ 1] = clockwise.side;
    });
  });
  return next;
}
