/**
 * Nodes by a small whole number that changes often: first in, first out within a number. A node may wait several
 * times; who takes it out checks whether the number still holds.
 */
export interface DegreeQueue {
  put(node: number, degree: number): void;
  /** The next entry of the least number, which `degree` then holds; -1 when the queue is empty. */
  take(): number;
  readonly degree: number;
}

export function createDegreeQueue(): DegreeQueue {
  const first = new Int32Array(MOST + 1).fill(-1);
  const last = new Int32Array(MOST + 1).fill(-1);
  const nodes: number[] = [];
  const next: number[] = [];
  let least = 0;
  return {
    put: (node, degree) => {
      const slot = Math.min(degree, MOST);
      const entry = nodes.length;
      nodes.push(node);
      next.push(-1);
      const before = last[slot] ?? -1;
      if (before < 0) first[slot] = entry;
      else next[before] = entry;
      last[slot] = entry;
      if (slot < least) least = slot;
    },
    take: () => {
      while (least <= MOST && (first[least] ?? -1) < 0) least++;
      if (least > MOST) return -1;
      const entry = first[least] ?? 0;
      const after = next[entry] ?? -1;
      first[least] = after;
      if (after < 0) last[least] = -1;
      return nodes[entry] ?? -1;
    },
    get degree() {
      return least;
    },
  };
}

/** Beyond this number, nodes leave in the order in which they came. */
export const MOST = 4095;
