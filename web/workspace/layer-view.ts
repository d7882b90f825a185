import {
  type LayerValue,
  type LayerValues,
  MISSING_REASONS,
  type MissingReason,
} from "../../server/contract/layers.ts";
import {
  type ClassMethod,
  classifyAroundZero,
  classifyInSequence,
  cleanBreaks,
  type LayerClass,
} from "./layer-classes.ts";

/** From this share on a value speaks for its station; below, it is drawn faded and the legend says so. */
export const WELL_COVERED = 0.8;

/** A layer as it is drawn: classes, stations without a value by reason, values that are little sure. */
export interface LayerView {
  readonly answer: LayerValues;
  readonly isDiverging: boolean;
  readonly classes: readonly LayerClass[];
  /** By station id; null has no value. */
  readonly classOf: ReadonlyMap<string, number | null>;
  readonly valueOf: ReadonlyMap<string, LayerValue>;
  readonly missing: readonly { readonly reason: MissingReason; readonly count: number }[];
  /** Stations whose value speaks for less than WELL_COVERED of them. */
  readonly faded: ReadonlySet<string>;
}

/** Classes and doubts of the values the server gave. Pure: another method of classes needs no new answer. */
export function viewLayer(answer: LayerValues, method: ClassMethod, breaks: readonly number[] = []): LayerView {
  const { stations, unit } = answer;
  const isDiverging = unit === "points";
  const values = stations.map(({ value }) => value);
  const { classes, classOf } = isDiverging
    ? classifyAroundZero(values, method, breaks)
    : classifyInSequence(values, method, breaks);
  const reasons = MISSING_REASONS.map((reason) => ({
    reason,
    count: stations.filter((station) => station.reason === reason).length,
  }));
  return {
    answer,
    isDiverging,
    classes,
    classOf: new Map(stations.map(({ stationId }, place) => [stationId, classOf[place] ?? null])),
    valueOf: new Map(stations.map((station) => [station.stationId, station])),
    missing: reasons.filter(({ count }) => count > 0),
    faded: new Set(
      stations
        .filter(({ value, coveredShare }) => value !== null && coveredShare < WELL_COVERED)
        .map(({ stationId }) => stationId),
    ),
  };
}

/** Breaks to begin with by hand: where the classes begin now, rounded to what a hand would write. */
export function startingBreaks({ classes, isDiverging }: LayerView): readonly number[] {
  const openings = isDiverging ? classes.slice(3).map(({ low }) => low) : classes.slice(1).map(({ low }) => low);
  const rounded = cleanBreaks(openings.map((value) => Number(value.toPrecision(2))));
  return rounded.length > 0 ? rounded : [isDiverging ? 0.01 : (classes[0]?.high ?? 0)];
}
