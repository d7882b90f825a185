import type { VoteTable } from "./vote-table.ts";

/** Constituency of each station at the latest legislative election that names them; null where none does. */
export function latestConstituencies(tables: readonly VoteTable[]): readonly (string | null)[] {
  const legislative = tables.find(
    ({ election, candidates }) =>
      election.type === "legislative" && candidates.some(({ constituency }) => constituency !== null),
  );
  const size = tables[0]?.registered.length ?? 0;
  if (!legislative) return new Array<null>(size).fill(null);
  const { starts, candidateOf, votes, candidates } = legislative;
  return Array.from({ length: size }, (_, station) => {
    let best: { constituency: string; votes: number } | null = null;
    for (let place = starts[station] ?? 0; place < (starts[station + 1] ?? 0); place++) {
      const constituency = candidates[candidateOf[place] ?? -1]?.constituency ?? null;
      const count = votes[place] ?? 0;
      // Results carried over new contours can hold a few votes of the constituency next door.
      if (constituency !== null && count > (best?.votes ?? 0)) best = { constituency, votes: count };
    }
    return best?.constituency ?? null;
  });
}
