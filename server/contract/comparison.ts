import * as v from "valibot";

/** As many neighbourhoods as fit side by side on a sheet of paper. */
export const MOST_COMPARED = 4;
/** Stations of a neighbourhood that is put together by hand: their ids fit into a link. */
export const MOST_STATIONS_COMPARED = 400;
/** Stations that zones or a plan may touch. */
const MOST_STATIONS_OF_A_GROUP = 10_000;

const GroupSchema = v.pipe(
  v.object({
    stationIds: v.pipe(
      v.array(v.pipe(v.string(), v.maxLength(200))),
      v.minLength(1),
      v.maxLength(MOST_STATIONS_OF_A_GROUP),
    ),
    /** How much of each station the group holds, as a share of its doors; all of each when left out. */
    shares: v.optional(v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1)))),
  }),
  v.check(
    ({ stationIds, shares }) => shares === undefined || shares.length === stationIds.length,
    "shares must be as many as stationIds",
  ),
);
export const ComparisonRequestSchema = v.object({
  groups: v.pipe(v.array(GroupSchema), v.minLength(1), v.maxLength(MOST_COMPARED)),
});
export type ComparisonRequest = v.InferOutput<typeof ComparisonRequestSchema>;

/**
 * What the public files say of stations taken together. Of a part of a station nothing is published: it counts with
 * its share of everything, so that parts which make up a station add up to it.
 */
export interface GroupFigures {
  /** A part counts as its share. */
  readonly stations: number;
  /** Latest first; only rounds with a result in at least one of the stations. Counts of voters add up. */
  readonly results: readonly {
    readonly electionId: string;
    /** Stations with a result of this round, parts as their share. */
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
