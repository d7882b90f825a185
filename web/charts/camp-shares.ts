import type { Side } from "../../server/contract/scores.ts";
import type { StationDetail } from "../../server/contract/territories.ts";

type Result = StationDetail["results"][number];

export interface CampShares {
  readonly ours: number;
  readonly near: number;
  readonly far: number;
  readonly other: number;
}

/** Share of the votes cast by side of the campaign's choice; what is left over is `other`. */
export function campShares(result: Result, sides: Readonly<Record<string, Side>>): CampShares {
  const sum = (side: Side) =>
    result.candidates.reduce((total, one) => total + (sides[one.id] === side ? one.share : 0), 0);
  const [ours, near, far] = [sum("ours"), sum("near"), sum("far")];
  return { ours, near, far, other: Math.max(0, 1 - ours - near - far) };
}

/** First rounds in the order they were held, the latest ones when there are many. */
export function firstRoundsInOrder(results: readonly Result[], most: number): readonly Result[] {
  return results
    .filter((result) => result.election.round === 1)
    .slice(0, most)
    .reverse();
}
