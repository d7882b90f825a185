import type { VoteTable } from "../../geodata/scoring/vote-table.ts";
import type { LayerValue, MissingReason } from "../contract/layers.ts";
import type { Side } from "../contract/scores.ts";

export type ValueAt = (station: number) => LayerValue;

/** Share of the registered voters who voted, blank and null votes included, 0 to 1. */
export function turnoutOf({ registered, abstentions, matchedShare }: VoteTable): ValueAt {
  return (station) => {
    const voters = registered[station] ?? Number.NaN;
    if (Number.isNaN(voters)) return missing("noResult");
    // Counts carried by overlap, and slips of the pen that the table lets pass, may overstep by a little.
    return known(within(1 - (abstentions[station] ?? 0) / voters), matchedShare[station]);
  };
}

/**
 * Share of the expressed votes that went to candidates of a side, 0 to 1. Candidates without a side are neutral. Where
 * nobody of the side stood there is no value: a zero would say that nobody wanted them. Where a voter ticks several
 * names (small communes before 2026) it is the share of the names ticked.
 */
export function shareOfSide(table: VoteTable, sides: Readonly<Record<string, Side>>, side: Side): ValueAt {
  const isOfSide = table.candidates.map(({ id }) => (sides[id] ?? "neutral") === side);
  return (station) => {
    const expressed = table.expressed[station] ?? Number.NaN;
    if (Number.isNaN(expressed)) return missing("noResult");
    let stood = false;
    let all = 0;
    let own = 0;
    for (let place = table.starts[station] ?? 0; place < (table.starts[station + 1] ?? 0); place++) {
      const votes = table.votes[place] ?? 0;
      all += votes;
      if (!isOfSide[table.candidateOf[place] ?? -1]) continue;
      stood = true;
      own += votes;
    }
    return stood ? known(own / Math.max(expressed, all), table.matchedShare[station]) : missing("noCandidate");
  };
}

/** The later value minus the earlier one. As sure as the less sure of both; unknown where one of them is. */
export function changeOf(from: ValueAt, to: ValueAt): ValueAt {
  return (station) => {
    const [before, after] = [from(station), to(station)];
    if (before.reason !== null) return before;
    if (after.reason !== null) return after;
    return known(after.value - before.value, Math.min(before.coveredShare, after.coveredShare));
  };
}

function known(value: number, matchedShare: number | undefined): LayerValue {
  return { value, reason: null, coveredShare: matchedShare ?? 0 };
}

function missing(reason: MissingReason): LayerValue {
  return { value: null, reason, coveredShare: 0 };
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
