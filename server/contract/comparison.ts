import * as v from "valibot";

/** As many neighbourhoods as fit side by side on a sheet of paper. */
export const MOST_COMPARED = 4;
/** Stations of one neighbourhood. */
export const MOST_STATIONS_COMPARED = 400;

const GroupSchema = v.object({
  stationIds: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(200))),
    v.minLength(1),
    v.maxLength(MOST_STATIONS_COMPARED),
  ),
});
export const ComparisonRequestSchema = v.object({
  groups: v.pipe(v.array(GroupSchema), v.minLength(1), v.maxLength(MOST_COMPARED)),
});
export type ComparisonRequest = v.InferOutput<typeof ComparisonRequestSchema>;

/** What the public files say of stations taken together. */
export interface GroupFigures {
  readonly stations: number;
  /** Latest first; only rounds with a result in at least one of the stations. Counts of voters add up. */
  readonly results: readonly {
    readonly electionId: string;
    /** Stations with a result of this round. */
    readonly stations: number;
    readonly registered: number;
    readonly abstentions: number;
    readonly expressed: number;
    /** By candidate id. */
    readonly votes: Readonly<Record<string, number>>;
    /** Lowest of the stations: the share of today's station that comes from the old one that gave most. */
    readonly matchedShare: number;
  }[];
  /** Counts add up; medians and shares are means, weighted by doors as the census was carried to the stations. */
  readonly indicators: readonly {
    readonly id: string;
    /** Null where everything is suppressed or missing. */
    readonly value: number | null;
    /** Share of the doors that lie in areas with a value. */
    readonly coveredShare: number;
  }[];
}

/** POST /api/territories/:name/comparison: the groups in the order they were asked for, and the whole territory. */
export interface ComparisonAnswer {
  readonly groups: readonly GroupFigures[];
  readonly territory: GroupFigures;
}
