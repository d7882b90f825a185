import { type BoundingBox, isInBox, type Position } from "../geometry/position.ts";

/** A stretch of a line inside a box. Places on the edge count 0 to 4, clockwise from the north-west corner. */
export interface Crossing {
  readonly positions: readonly Position[];
  readonly entry: number;
  readonly exit: number;
}

export type ClippedLine =
  | { readonly kind: "crossings"; readonly crossings: readonly Crossing[] }
  /** A closed line that never leaves the box. */
  | { readonly kind: "inside" }
  /** A line that begins or ends within the box. */
  | { readonly kind: "open-end" };

/** Cuts a line at the edge of a box. */
export function clipToBox(line: readonly Position[], isClosed: boolean, box: BoundingBox): ClippedLine {
  const isInside = (position: Position | undefined) => position !== undefined && isInBox(position, box);
  if (!isClosed && (isInside(line[0]) || isInside(line.at(-1)))) return { kind: "open-end" };
  const outside = line.findIndex((position) => !isInside(position));
  if (outside === -1) return { kind: "inside" };
  // A closed line is turned to begin outside, so that no stretch is cut where the list happens to begin.
  const turned = isClosed ? [...line.slice(outside), ...line.slice(1, outside + 1)] : line;

  const crossings: Crossing[] = [];
  let current: Position[] = [];
  let entry = 0;
  for (let at = 1; at < turned.length; at++) {
    const from = turned[at - 1];
    const to = turned[at];
    if (from === undefined || to === undefined) continue;
    const part = clipSegment(from, to, box);
    if (part === null) continue;
    if (!isInside(from)) {
      current = [part.from];
      entry = placeOnEdge(part.from, box);
    }
    current.push(part.to);
    if (isInside(to)) continue;
    const exit = placeOnEdge(part.to, box);
    // A line that only touches a corner encloses nothing.
    if (exit !== entry || current.length > 2) crossings.push({ positions: current, entry, exit });
  }
  return { kind: "crossings", crossings };
}

/** The part of a segment inside the box (Liang and Barsky 1984), null when there is none. */
function clipSegment(from: Position, to: Position, box: BoundingBox): { from: Position; to: Position } | null {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  let start = 0;
  let end = 1;
  const edges: readonly (readonly [speed: number, room: number])[] = [
    [-dx, from[0] - box[0]],
    [dx, box[2] - from[0]],
    [-dy, from[1] - box[1]],
    [dy, box[3] - from[1]],
  ];
  for (const [speed, room] of edges) {
    if (speed === 0) {
      if (room < 0) return null;
    } else if (speed < 0) start = Math.max(start, room / speed);
    else end = Math.min(end, room / speed);
  }
  if (start > end) return null;
  const at = (share: number): Position =>
    share === 0 ? from : share === 1 ? to : [from[0] + share * dx, from[1] + share * dy];
  return { from: at(start), to: at(end) };
}

function placeOnEdge([x, y]: Position, [west, south, east, north]: BoundingBox): number {
  const alongX = Math.min(Math.max((x - west) / (east - west), 0), 1);
  const alongY = Math.min(Math.max((north - y) / (north - south), 0), 1);
  const distances = [north - y, east - x, y - south, x - west].map(Math.abs);
  const edge = distances.indexOf(Math.min(...distances));
  return [alongX, 1 + alongY, 3 - alongX, 4 - alongY][edge] ?? 0;
}
