import * as v from "valibot";
import type { JudgedScore, Signal } from "./back-test.ts";

/** The scale of a campaign's view, from its own candidates to those it stands against. */
export const SIDES = ["ours", "near", "neutral", "far", "hostile"] as const;
export const SideSchema = v.picklist(SIDES);
export type Side = v.InferOutput<typeof SideSchema>;

const share = (most: number) => v.pipe(v.number(), v.minValue(0), v.maxValue(most));

/** What a knock is expected to yield. Every figure is an assumption of the campaign; see FIELD_ASSUMPTIONS. */
export const AssumptionsSchema = v.object({
  /** Doors that open and talk, per door knocked. */
  conversationsPerDoor: share(1),
  /** Registered voters met per conversation. */
  votersPerConversation: share(5),
  /** Votes won per voter met, on average over the territory, by making intermittent voters vote. */
  mobilisationEffect: share(0.2),
  /** Votes won per voter met by persuasion. */
  persuasionEffect: share(0.2),
});
export type Assumptions = v.InferOutput<typeof AssumptionsSchema>;

/** How the organizer mixes the two scores, and where the three classes begin. */
export const MixSchema = v.object({
  /** Weight of mobilisation and of persuasion, 0 to 1. */
  mobilisation: share(1),
  persuasion: share(1),
  /** Shares of the registered voters, best stations first: priority, then second as far as `second`. */
  priority: share(1),
  second: share(1),
});
export type Mix = v.InferOutput<typeof MixSchema>;
/** Both scores alike; a fifth of the voters first, half of them in all. */
export const STARTING_MIX: Mix = { mobilisation: 1, persuasion: 1, priority: 0.2, second: 0.5 };

/**
 * A campaign's view of each candidate: candidate id → side. A candidate that is left out counts as neutral, and is
 * shown as one that nobody has looked at yet.
 */
export const CampChoiceSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(80)),
  sides: v.record(v.pipe(v.string(), v.maxLength(200)), SideSchema),
  /** Left out: the published defaults. */
  assumptions: v.optional(AssumptionsSchema),
  mix: v.optional(MixSchema),
});
export type CampChoice = v.InferOutput<typeof CampChoiceSchema>;

/** A share of registered voters with its 80 % interval, and the same as voters. Shares are 0 to 1. */
export interface Estimate {
  /** Never below 0: a reservoir is not negative. */
  readonly share: number;
  /** The value before it was cut at 0: what stations are ranked by. */
  readonly signed: number;
  readonly low: number;
  readonly high: number;
  /** Of the 80 % interval around `signed`, before its ends were cut at 0 and 1. */
  readonly halfWidth: number;
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
  /** Expected votes won per door knocked, by the campaign's assumptions. What `--goal value` adds up. */
  readonly votesPerDoor: number;
  /** The least and the most under any effects that published experiments allow. */
  readonly votesPerDoorRange: { readonly low: number; readonly high: number };
  /** Lowest matched share among the results used. */
  readonly matchedShare: number;
  /** What the leaning of the station's non-voters is worth to a campaign that meets everybody; see votesPerDoor. */
  readonly leaning: StationLeaning;
}

/** What the map and the list need of a score; the parts of one station are asked for when its panel opens. */
export type RankedScore = Omit<StationScore, "parts" | "leaning">;

/** What a station's doors are worth, before the walk. Shares of registered voters unless said. */
export interface StationLeaning {
  /** Voters who vote at some elections and abstain at others. */
  readonly intermittent: number;
  /** Share of expressed votes for ours, and for far and hostile candidates, where most people vote. */
  readonly oursOfExpressed: number;
  readonly opposedOfExpressed: number;
  readonly persuasion: number;
}

export interface ScoreReport {
  readonly territory: { readonly name: string; readonly version: string };
  readonly choice: CampChoice;
  /** Elections used: the low- and the high-turnout one, and those that persuasion compares. */
  readonly basis: { readonly low: string | null; readonly high: string | null; readonly persuasion: readonly string[] };
  readonly stations: readonly StationScore[];
  /** What votesPerDoor was computed with. */
  readonly assumptions: Assumptions;
  /** Where the width of the intervals comes from: election ids of past gains, none when measured elsewhere. */
  readonly intervals: Readonly<
    Record<JudgedScore, { readonly elections: readonly string[]; readonly stations: number }>
  >;
  /** Means over the scored stations, weighted by registered voters. */
  readonly means: { readonly intermittent: number; readonly persuasion: number };
  /** Whether past elections let this camp trust the scores. */
  readonly signal: Readonly<Record<JudgedScore, Signal>>;
  /** Results that do not add up and that no model uses. */
  readonly leftOut: readonly {
    readonly electionId: string;
    readonly stationId: string;
    readonly reason: { readonly fr: string; readonly en: string };
  }[];
  /** Stations without a score, and why, in words. */
  readonly missing: readonly {
    readonly stationId: string;
    readonly reason: { readonly fr: string; readonly en: string };
  }[];
  readonly notes: readonly { readonly fr: string; readonly en: string }[];
}

/** The report that colours the map: of every station what it is ranked by. */
export type RankedReport = Omit<ScoreReport, "stations"> & { readonly stations: readonly RankedScore[] };
