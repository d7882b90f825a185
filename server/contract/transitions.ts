import * as v from "valibot";
import { CampChoiceSchema, type Side } from "./scores.ts";

const ElectionId = v.pipe(v.string(), v.maxLength(60));

/** POST /api/territories/:name/transitions */
export const TransitionsRequestSchema = v.object({
  choice: CampChoiceSchema,
  /** First rounds: the earlier and the later one. */
  from: ElectionId,
  to: ElectionId,
  /** The likeliest table of one station instead of the whole territory. */
  stationId: v.optional(v.pipe(v.string(), v.maxLength(60))),
});
export type TransitionsRequest = v.InferOutput<typeof TransitionsRequestSchema>;

/** Where voters stand at an election; "away" holds abstention, blank and null votes and who was not yet registered. */
export type Standing = Side | "away";

/** Who went where between two elections, by ecological inference. A fact about places, never about a person. */
export interface TransitionReport {
  readonly from: string;
  readonly to: string;
  readonly standings: readonly Standing[];
  /** In the order of `standings`; rows without voters are left out, all of them where nobody voted at both elections. */
  readonly rows: readonly {
    readonly standing: Standing;
    readonly voters: number;
    /** Shares of the row's voters, in the order of `standings`, with their 80 % interval; null for one station. */
    readonly shares: readonly number[];
    readonly intervals: readonly { readonly low: number; readonly high: number }[] | null;
  }[];
  readonly stations: number;
  /** Stations whose register changed too much, or that have no result in one of the two. */
  readonly stationsLeftOut: number;
}
