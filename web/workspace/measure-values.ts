import type { Mix, RankedScore } from "../../server/contract/scores.ts";
import type { StationWalks } from "../../server/contract/station-walks.ts";
import type { Measure } from "./workspace-state.ts";

export type StationWalk = StationWalks["stations"][number];

/** What a measure says of one station. */
export interface MeasuredValue {
  /** What stations are put in order by: also tells apart what is shown as zero. */
  readonly ranked: number;
  readonly shown: number;
  /** Of the 80 % interval around `ranked`; null where the doubt is one of assumptions, alike everywhere. */
  readonly halfWidth: number | null;
}

/** Null while the walk of the station is not known, for the measure that needs it. */
export function measuredValue(
  score: RankedScore,
  measure: Measure,
  mix: Mix,
  walk: StationWalk | undefined,
): MeasuredValue | null {
  switch (measure) {
    case "mobilisation":
    case "persuasion": {
      const { signed, share, halfWidth } = score[measure];
      return { ranked: signed, shown: share, halfWidth };
    }
    case "mix":
      return mixedValue(score, mix);
    case "hourly": {
      const worth = votesPerHour(score, walk);
      return worth === null ? null : { ranked: worth.central, shown: worth.central, halfWidth: null };
    }
  }
}

/**
 * The weighted sum of both reservoirs, as a share of registered voters. The parts are taken before they were cut at
 * zero, so the sum may be negative; their errors are taken as independent.
 */
function mixedValue({ mobilisation, persuasion }: RankedScore, mix: Mix): MeasuredValue {
  const value = withoutMinusZero(mix.mobilisation * mobilisation.signed + mix.persuasion * persuasion.signed);
  return {
    ranked: value,
    shown: value,
    halfWidth: Math.hypot(mix.mobilisation * mobilisation.halfWidth, mix.persuasion * persuasion.halfWidth),
  };
}

/** Expected votes per volunteer-hour, under the campaign's assumptions and under the published extremes. */
export interface VotesPerHour {
  readonly central: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Votes per door times the doors that fit in an hour, the walk between them included. Negative where canvassing would
 * bring more votes to the other side. Null without a door that can be walked to.
 */
export function votesPerHour(
  score: Pick<RankedScore, "votesPerDoor" | "votesPerDoorRange">,
  walk: StationWalk | undefined,
): VotesPerHour | null {
  const seconds = walk === undefined ? 0 : walk.walkSeconds + walk.doorSeconds;
  if (walk === undefined || walk.doors === 0 || seconds === 0) return null;
  const doorsPerHour = (walk.doors * 3600) / seconds;
  return {
    central: withoutMinusZero(score.votesPerDoor * doorsPerHour),
    low: withoutMinusZero(score.votesPerDoorRange.low * doorsPerHour),
    high: withoutMinusZero(score.votesPerDoorRange.high * doorsPerHour),
  };
}

/** Zero is written without a sign. */
function withoutMinusZero(value: number): number {
  return value + 0;
}
