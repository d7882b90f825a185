/** Parts of a set that grow together. Union by path halving (Tarjan & van Leeuwen 1984). */
export interface JoinedParts {
  /** Makes one part of the parts of two members; false when they were one already. */
  join(a: number, b: number): boolean;
  partOf(member: number): number;
  count(): number;
  /** Members of each part, in ascending order, parts by their first member. */
  groups(): number[][];
}

export function joinParts(size: number): JoinedParts {
  const above = Int32Array.from({ length: size }, (_, member) => member);
  let parts = size;
  const partOf = (member: number): number => {
    let at = member;
    while (above[at] !== at) {
      above[at] = above[above[at] ?? 0] ?? 0;
      at = above[at] ?? 0;
    }
    return at;
  };
  return {
    partOf,
    count: () => parts,
    join(a, b) {
      const [one, other] = [partOf(a), partOf(b)];
      if (one === other) return false;
      above[Math.max(one, other)] = Math.min(one, other);
      parts--;
      return true;
    },
    groups() {
      const byPart = new Map<number, number[]>();
      for (let member = 0; member < size; member++) {
        const part = partOf(member);
        const list = byPart.get(part);
        if (list) list.push(member);
        else byPart.set(part, [member]);
      }
      return [...byPart.values()];
    },
  };
}
