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
