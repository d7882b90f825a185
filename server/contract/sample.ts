import * as v from "valibot";
import type { Sentence } from "./refusal.ts";

/** A request for representative areas: stations are chosen, never persons. */
export const SampleRequestSchema = v.object({
  /** How many stations. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  /** Names of margins, the most important first; null for the usual ones. */
  margins: v.optional(v.nullable(v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(60))), null),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)), 1),
  /** Replacements for each chosen station. */
  spares: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)), 3),
});
export type SampleRequest = v.InferOutput<typeof SampleRequestSchema>;

/** One margin; gaps are in standard deviations between stations. Means are in the unit of the margin. */
export interface SampleMargin {
  readonly id: string;
  readonly label: Sentence;
  /** What the sample should resemble. */
  readonly referenceMean: number;
  /** The standard deviation that gaps are counted in. */
  readonly deviation: number;
  readonly territoryMean: number;
  /** Share of the registered voters of the territory whose station has a value. */
  readonly knownShare: number;
  /** The same among the chosen stations, by what they stand for. */
  readonly sampleKnownShare: number;
  /** Null when no chosen station has a value. */
  readonly gapBefore: number | null;
  readonly gapAfter: number | null;
  readonly meanBefore: number | null;
  readonly meanAfter: number | null;
}

/** The largest gap that a way of drawing gives: on average, and in the worst draw of twenty. */
export interface GapsOfDraws {
  readonly mean: number;
  readonly percentile95: number;
}

export interface SampledStation {
  readonly stationIndex: number;
  readonly stationId: string;
  readonly name: string;
  readonly communeName: string;
  readonly registered: number;
  /** Of being chosen, 0 to 1; 1 for a station so large that it is always chosen. */
  readonly probability: number;
  /** What an answer from here counts after weighting; 1 on average. */
  readonly weight: number;
  /** Who could stand in, the one that keeps the balance best first. */
  readonly spares: readonly {
    readonly stationIndex: number;
    readonly stationId: string;
    readonly name: string;
    readonly communeName: string;
    /** Largest gap before weighting, once it stands in. */
    readonly largestGap: number;
  }[];
}

export interface SampleReport {
  readonly version: 1;
  readonly territory: { readonly name: string; readonly version: string };
  readonly request: SampleRequest;
  /** "territory", or the name of the file that says whom to resemble. */
  readonly reference: string;
  readonly design: {
    /** "lottery": one of many balanced draws, by chances that keep the probabilities; "cube": the cube method. */
    readonly method: "lottery" | "cube";
    /** Draws in the lottery, or repetitions that the comparison below stands on; 0 when there is none. */
    readonly draws: number;
    /** Largest difference between a probability and the one proportional to size, as a share of it. */
    readonly probabilityDeviation: number;
  };
  readonly margins: readonly SampleMargin[];
  readonly largestGap: { readonly before: number; readonly after: number };
  /** What to expect of this design, and of draws that know no margin. Null when repeating would take too long. */
  readonly expected: {
    readonly design: GapsOfDraws | null;
    readonly proportional: GapsOfDraws;
    readonly simple: GapsOfDraws;
  };
  /** By how much unequal weights multiply the variance of a mean (Kish): 1 for equal weights. */
  readonly kish: { readonly before: number; readonly after: number };
  /** Variance of votes that the draw did not look at, over that of draws that know no margin: below 1 is better. */
  readonly outcomes: readonly {
    readonly id: string;
    readonly label: Sentence;
    readonly versusProportional: number;
    readonly versusSimple: number;
  }[];
  readonly stations: readonly SampledStation[];
  /** Margins that were asked for and cannot be balanced. */
  readonly leftOut: readonly { readonly marginId: string; readonly reason: Sentence }[];
  /** Stations that could not be chosen. */
  readonly excluded: readonly { readonly stationId: string; readonly reason: Sentence }[];
  readonly notes: readonly Sentence[];
}
