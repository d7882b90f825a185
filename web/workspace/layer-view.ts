import { median } from "simple-statistics";
import {
  type LayerValue,
  type LayerValues,
  MISSING_REASONS,
  type MissingReason,
} from "../../server/contract/layers.ts";
import {
  type ClassMethod,
  type ClassScale,
  classifyAround,
  classifyInSequence,
  cleanBreaks,
  type LayerClass,
} from "./layer-classes.ts";

/** From this share on a value speaks for its station; below, it is drawn faded and the legend says so. */
export const WELL_COVERED = 0.8;

/** A layer as it is drawn: classes, stations without a value by reason, values that are little sure. */
export interface LayerView {
  readonly answer: LayerValues;
  /** What classes lie on both sides of: zero for changes, else the median of the stations. Null where they rise from one end. */
  readonly centre: number | null;
  readonly classes: readonly LayerClass[];
  /** By station id; null has no value. */
  readonly classOf: ReadonlyMap<string, number | null>;
  readonly valueOf: ReadonlyMap<string, LayerValue>;
  readonly missing: readonly { readonly reason: MissingReason; readonly count: number }[];
  /** Stations whose value speaks for less than WELL_COVERED of them. */
  readonly faded: ReadonlySet<string>;
}

/** Classes and doubts of the values the server gave. Pure: another method of classes needs no new answer. */
export function viewLayer(
  answer: LayerValues,
  method: ClassMethod,
  breaks: readonly number[] = [],
  scale: ClassScale = "sequential",
): LayerView {
  const { stations, unit } = answer;
  const values = stations.map(({ value }) => value);
  // Gains and losses are told apart whatever scale is wished for.
  const centre = unit === "points" ? 0 : scale === "diverging" ? medianOf(values) : null;
  const { classes, classOf } =
    centre === null ? classifyInSequence(values, method, breaks) : classifyAround(centre, values, method, breaks);
  const reasons = MISSING_REASONS.map((reason) => ({
    reason,
    count: stations.filter((station) => station.reason === reason).length,
  }));
  return {
    answer,
    centre,
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

/** Null without a value. */
function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : median(known);
}

/** Breaks to begin with by hand: where the classes begin now, rounded to what a hand would write. */
export function startingBreaks({ classes, centre }: LayerView): readonly number[] {
  const openings =
    centre === null ? classes.slice(1).map(({ low }) => low) : classes.slice(3).map(({ low }) => low - centre);
  const rounded = cleanBreaks(openings.map((value) => Number(value.toPrecision(2))));
  return rounded.length > 0 ? rounded : [centre === null ? (classes[0]?.high ?? 0) : 0.01];
}
