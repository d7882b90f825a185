import * as v from "valibot";

/** The scale of a campaign's view, from its own candidates to those it stands against. */
export const SIDES = ["ours", "near", "neutral", "far", "hostile"] as const;
export const SideSchema = v.picklist(SIDES);
export type Side = v.InferOutput<typeof SideSchema>;
/**
 * A campaign's view of each candidate: candidate id → side. A candidate that is left out counts as neutral, and is
 * shown as one that nobody has looked at yet.
 */
export const CampChoiceSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(80)),
  sides: v.record(v.pipe(v.string(), v.maxLength(200)), SideSchema),
});
export type CampChoice = v.InferOutput<typeof CampChoiceSchema>;

/** A share of registered voters with its 80 % interval, and the same as voters. Shares are 0 to 1. */
export interface Estimate {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly voters: number;
}

/** One number that the score was made from, for the panel "why this score". */
export interface ScorePart {
  readonly code: string;
  readonly label: { readonly fr: string; readonly en: string };
  readonly value: number;
  readonly kind: "share" | "voters" | "factor";
}

export interface StationScore {
  readonly stationIndex: number;
  readonly stationId: string;
  readonly registered: number;
  readonly mobilisation: Estimate;
  readonly persuasion: Estimate;
  readonly parts: { readonly mobilisation: readonly ScorePart[]; readonly persuasion: readonly ScorePart[] };
  /** Expected votes won per door knocked, central assumption. What `--goal value` adds up. */
  readonly votesPerDoor: number;
  /** Lowest matched share among the results used. */
  readonly matchedShare: number;
}

export interface ScoreReport {
  readonly territory: { readonly name: string; readonly version: string };
  readonly choice: CampChoice;
  /** Elections used: the low- and the high-turnout one, and those that persuasion compares. */
  readonly basis: { readonly low: string | null; readonly high: string | null; readonly persuasion: readonly string[] };
  readonly stations: readonly StationScore[];
  /** Stations without a score, and why, in words. */
  readonly missing: readonly {
    readonly stationId: string;
    readonly reason: { readonly fr: string; readonly en: string };
  }[];
  readonly notes: readonly { readonly fr: string; readonly en: string }[];
}
