/** Which of the two scores a past election judges. */
export type JudgedScore = "mobilisation" | "persuasion";

/** The score, or one of three indexes that need no model. */
export type IndexName = "score" | "lastResult" | "abstentionTimesOwn" | "uniformSwing";

/** How well an index put the stations in the order of what they gained. Shares are of registered voters. */
export interface IndexResult {
  readonly index: IndexName;
  /** Spearman, -1 to 1; null for an index that is the same everywhere. */
  readonly rankCorrelation: number | null;
  /** Mean of the same inside constituencies of ten stations or more; null with fewer than two constituencies. */
  readonly withinConstituency: number | null;
  /** Extra gain of the first 20 % of registered voters over all. */
  readonly lift: number;
  /** Share of the whole gain found there; null where we lost overall. */
  readonly foundShare: number | null;
  /** Mean absolute error of the gain foretold by a line through the index, each block of stations by the others. */
  readonly error: number;
}

export interface LiftLine {
  readonly index: IndexName | "oracle";
  /** Extra gain of the first 5 %, 10 %, … 100 % of registered voters. */
  readonly lifts: readonly number[];
}

/** One past election, foretold from what came before it alone. */
export interface BackTest {
  readonly score: JudgedScore;
  /** Election ids. */
  readonly target: string;
  readonly reference: string;
  readonly basis: readonly string[];
  /** For mobilisation: whether clearly more people voted than at the reference. True for persuasion. */
  readonly isFair: boolean;
  readonly stations: number;
  /** Over the stations compared, as a share of registered voters. */
  readonly meanGain: number;
  readonly indexes: readonly IndexResult[];
  /** Lift of who knew the result: nobody can do better. */
  readonly bestLift: number;
  readonly curve: readonly LiftLine[];
  /** Mean gain foretold and realised, by tenths of the stations, lowest first. */
  readonly tenths: readonly { readonly foretold: number; readonly realised: number }[];
  /** Share of the stations inside their 80 % interval, whose width the other stations gave; null with too few. */
  readonly coverage: {
    readonly share: number;
    readonly bySize: readonly { readonly from: number; readonly stations: number; readonly share: number }[];
  } | null;
  /** The naive index that did as well, or better; null when none did. */
  readonly naiveAsGood: Exclude<IndexName, "score" | "uniformSwing"> | null;
  readonly sentence: { readonly fr: string; readonly en: string };
}

/** What the census adds once past votes are known, learned on one election and tried on the next. */
export interface CensusTrial {
  readonly indicators: readonly string[];
  /** Relative change of the squared error, below zero where the census helped; latest first. */
  readonly trials: readonly { readonly learned: string; readonly tried: string; readonly change: number }[];
  readonly isUsed: boolean;
  readonly sentence: { readonly fr: string; readonly en: string };
}

/** Whether the two latest fair back-tests let a camp trust a score. */
export interface Signal {
  readonly level: "reliable" | "weak" | "none" | "untested";
  /** Mean rank correlation of those tests; null when untested. */
  readonly rankCorrelation: number | null;
  readonly targets: readonly string[];
  readonly sentence: { readonly fr: string; readonly en: string };
}

/** POST /api/territories/:name/back-tests */
export interface BackTestReport {
  readonly tests: readonly BackTest[];
  readonly signal: Readonly<Record<JudgedScore, Signal>>;
  readonly census: CensusTrial;
}
