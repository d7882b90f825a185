import type { Side } from "../../server/contract/scores.ts";
import type { StationDetail } from "../../server/contract/territories.ts";

type Result = StationDetail["results"][number];

export type CampShares = Readonly<Record<Side, number>>;

/** Share of the votes cast by side of the campaign's choice; what has no side is neutral. */
export function campShares(result: Result, sides: Readonly<Record<string, Side>>): CampShares {
  const sum = (side: Side) =>
    result.candidates.reduce((total, one) => total + (sides[one.id] === side ? one.share : 0), 0);
  const told = { ours: sum("ours"), near: sum("near"), far: sum("far"), hostile: sum("hostile") };
  return { ...told, neutral: Math.max(0, 1 - told.ours - told.near - told.far - told.hostile) };
}

/** First rounds in the order they were held, the latest ones when there are many. */
export function firstRoundsInOrder(results: readonly Result[], most: number): readonly Result[] {
  return results
    .filter((result) => result.election.round === 1)
    .slice(0, most)
    .reverse();
}
