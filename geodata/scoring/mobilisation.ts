import type { ElectionBasis } from "./election-basis.ts";
import type { Pooling } from "./pool-shares.ts";

/** What mobilisation is made of, in columns by station; NaN where a round has no result. Shares, 0 to 1. */
export interface Mobilisation {
  readonly abstentionHigh: Float64Array;
  /** Null without an election of low turnout. */
  readonly abstentionLow: Float64Array | null;
  /** Votes ÷ expressed where most people voted. */
  readonly oursOfExpressed: Float64Array;
  /** Far and hostile votes ÷ expressed where most people voted. */
  readonly opposedOfExpressed: Float64Array;
  /** Votes ÷ registered. */
  readonly oursHigh: Float64Array;
  readonly oursLow: Float64Array | null;
  /** Registered voters who vote at some elections and not at others, as a share; can be below zero by chance. */
  readonly intermittent: Float64Array;
  /** The potential, as a share of registered voters; below zero where the election of low turnout was the better one. */
  readonly potential: Float64Array;
  readonly matchedShare: Float64Array;
}

/**
 * *Mobilisation* (A_low - A_high) · s_high + ½ (x_high - x_low): voters who vote at an election of high turnout and
 * abstain at one of low turnout, times how the station leans; without an election of low turnout, A_high · s_high.
 * A = abstention, x = votes ÷ registered, s = votes ÷ expressed, each partly pooled (see poolShares). The abstainers
 * counted are the intermittent ones: who never votes is in both terms and cancels out. Back-tested on Paris and
 * France; the signed value ranks stations best, so only what is shown is cut at zero.
 */
export function mobilisation({ high, low }: ElectionBasis, pool: Pooling): Mobilisation {
  const abstentionHigh = pool(high.abstentions, high.registered);
  const abstentionLow = low ? pool(low.abstentions, low.registered) : null;
  const oursOfExpressed = pool(high.votes.ours, high.expressed);
  const opposedOfExpressed = pool(high.opposed, high.expressed);
  const oursHigh = pool(high.votes.ours, high.registered);
  const oursLow = low ? pool(low.votes.ours, low.registered) : null;
  const intermittent = abstentionHigh.map((share, station) =>
    abstentionLow ? (abstentionLow[station] ?? Number.NaN) - share : share,
  );
  return {
    abstentionHigh,
    abstentionLow,
    oursOfExpressed,
    opposedOfExpressed,
    oursHigh,
    oursLow,
    intermittent,
    potential: intermittent.map((share, station) => {
      const drift = oursLow ? 0.5 * ((oursHigh[station] ?? Number.NaN) - (oursLow[station] ?? Number.NaN)) : 0;
      return share * (oursOfExpressed[station] ?? Number.NaN) + drift;
    }),
    matchedShare: high.matchedShare.map((share, station) =>
      low ? Math.min(share, low.matchedShare[station] ?? Number.NaN) : share,
    ),
  };
}
