import { distanceMetres, type Position } from "./position.ts";

/** Length in metres of a line through positions. */
export function pathLengthMetres(path: readonly Position[]): number {
  let length = 0;
  for (let index = 1; index < path.length; index++) length += segmentMetres(path, index);
  return length;
}

/**
 * The part of a line between two distances from its beginning, ends included; distances are held to the line. The
 * part runs as the line does when `fromMetres` is smaller, against it otherwise; equal distances give one position
 * twice. New positions are rounded to 7 decimals, about a centimetre, like those of OpenStreetMap.
 */
export function pathBetween(path: readonly Position[], fromMetres: number, toMetres: number): Position[] {
  if (fromMetres > toMetres) return pathBetween(path, toMetres, fromMetres).reverse();
  const part: Position[] = [pointAlong(path, fromMetres)];
  let along = 0;
  for (let index = 1; index < path.length - 1; index++) {
    along += segmentMetres(path, index);
    const position = path[index];
    if (along > fromMetres + SAME_METRES && along < toMetres - SAME_METRES && position !== undefined)
      part.push(position);
  }
  part.push(pointAlong(path, toMetres));
  return part;
}

/** The position `metres` along a line from its beginning, held to the line. Throws on a line without a position. */
export function pointAlong(path: readonly Position[], metres: number): Position {
  const first = path[0];
  if (first === undefined) throw new RangeError("pointAlong needs a line with at least one position");
  let left = metres;
  let previous = first;
  for (let index = 1; index < path.length; index++) {
    const position = path[index] ?? previous;
    const length = distanceMetres(previous, position);
    if (left <= SAME_METRES) return previous;
    if (left < length - SAME_METRES) return between(previous, position, left / length);
    left -= length;
    previous = position;
  }
  return previous;
}

/** Lengths added in another order differ in their last digits: this near to a position of the line is at it. */
const SAME_METRES = 1e-6;

function between(a: Position, b: Position, share: number): Position {
  return [rounded(a[0] + (b[0] - a[0]) * share), rounded(a[1] + (b[1] - a[1]) * share)];
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

function segmentMetres(path: readonly Position[], index: number): number {
  const [a, b] = [path[index - 1], path[index]];
  return a === undefined || b === undefined ? 0 : distanceMetres(a, b);
}
