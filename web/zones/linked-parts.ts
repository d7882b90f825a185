import type { GroundIndex } from "./ground-index.ts";

/** Places in parts that hang together, each step of at most so many metres; most doors first. */
export function linkedParts(index: GroundIndex, places: readonly number[], linkMetres: number): number[][] {
  const left = new Set(places);
  const parts: number[][] = [];
  for (const start of places) {
    if (!left.delete(start)) continue;
    const part = [start];
    for (let at = 0; at < part.length; at++) {
      for (const near of index.within(index.positionOf(part[at] ?? start), linkMetres)) {
        if (left.delete(near)) part.push(near);
      }
    }
    parts.push(part);
  }
  return parts.sort((a, b) => index.doorsOf(b) - index.doorsOf(a));
}

/** Places in parts of neighbouring squares, fewest doors first: for many places at once, where metres do not matter. */
export function roughParts(index: GroundIndex, places: readonly number[]): number[][] {
  const squares = new Map<string, number[]>();
  for (const place of places) {
    const key = index.squareOf(place).join("/");
    const list = squares.get(key);
    if (list === undefined) squares.set(key, [place]);
    else list.push(place);
  }
  const left = new Set(squares.keys());
  const parts: number[][] = [];
  for (const start of squares.keys()) {
    if (!left.delete(start)) continue;
    const keys = [start];
    for (const key of keys) {
      const [x = 0, y = 0] = key.split("/").map(Number);
      for (let step = 0; step < 9; step++) {
        const beside = `${x - 1 + (step % 3)}/${y - 1 + Math.floor(step / 3)}`;
        if (left.delete(beside)) keys.push(beside);
      }
    }
    parts.push(keys.flatMap((key) => squares.get(key) ?? []));
  }
  return parts.sort((a, b) => index.doorsOf(a) - index.doorsOf(b));
}
