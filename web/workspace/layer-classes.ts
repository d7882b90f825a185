import { ckmeans } from "simple-statistics";
import { classifyByQuantiles } from "./quantile-classes.ts";

/** Where classes begin: as many stations in each, at gaps in the values, or at equal steps. */
export const CLASS_METHODS = ["quantile", "natural", "equal"] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

/** One colour. `low` and `high` are values of stations, or the limits of the class where it has none. */
export interface LayerClass {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

export interface LayerClasses {
  readonly classes: readonly LayerClass[];
  /** Class of each value, in the order given; null where there was no value. */
  readonly classOf: readonly (number | null)[];
}

const CLASS_COUNT = 5;

/**
 * Sorts the values of a layer into at most five classes, lowest first; equal values share a class. Natural breaks are
 * the classes of least squared distance to their means (Wang and Song 2011, Ckmeans.1d.dp, The R Journal 3/2).
 */
export function classifyInSequence(values: readonly (number | null)[], method: ClassMethod): LayerClasses {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const [least, most] = [known[0], known.at(-1)];
  if (least === undefined || most === undefined) return { classes: [], classOf: values.map(() => null) };
  const breaks = BREAKS[method](known, least, most);
  const place = (value: number) => breaks.filter((opening) => opening <= value).length;
  const limits = [least, ...breaks, most];
  return classesOf(values, place, (own) => [limits[own] ?? least, limits[own + 1] ?? most], breaks.length + 1);
}

/** Lowest value of each class but the first. */
const BREAKS: Readonly<Record<ClassMethod, (sorted: readonly number[], least: number, most: number) => number[]>> = {
  quantile: (sorted) =>
    classifyByQuantiles(sorted, CLASS_COUNT)
      .classes.slice(1)
      .map(({ low }) => low),
  natural: (sorted) => naturalBreaks(sorted, CLASS_COUNT),
  equal: (_, least, most) =>
    least === most ? [] : [1, 2, 3, 4].map((step) => least + ((most - least) * step) / CLASS_COUNT),
};

/**
 * Sorts changes into five classes around zero: clear and slight losses, about the same, slight and clear gains. The
 * method chooses two sizes of change, and both apply to gains and losses alike, so that a colour is as strong as its
 * change. By quantiles at most a fifth of the stations is about the same and two fifths change clearly. Where all
 * stations gain alike none of them is about the same: that is less than a fifth of the largest change.
 */
export function classifyAroundZero(values: readonly (number | null)[], method: ClassMethod): LayerClasses {
  const sizes = values.flatMap((value) => (value === null ? [] : [Math.abs(value)])).sort((a, b) => a - b);
  const most = sizes.at(-1);
  if (most === undefined) return { classes: [], classOf: values.map(() => null) };
  const [unlike = Infinity, clear = Infinity] = SIZES[method](sizes, most);
  const slight = Math.min(unlike, most / 5);
  const place = (value: number) => {
    const size = Math.abs(value);
    return 2 + Math.sign(value) * (size >= clear ? 2 : size >= slight ? 1 : 0);
  };
  const upTo = (limit: number) => Math.min(limit, most);
  const limits = [-most, -upTo(clear), -upTo(slight), upTo(slight), upTo(clear), most];
  return classesOf(values, place, (own) => [limits[own] ?? 0, limits[own + 1] ?? 0], CLASS_COUNT);
}

/** Sizes from which a change is slight, and clear. */
const SIZES: Readonly<Record<ClassMethod, (sorted: readonly number[], most: number) => readonly number[]>> = {
  quantile: (sorted) => [1 / 5, 3 / 5].map((share) => sorted[Math.ceil(share * sorted.length)] ?? Infinity),
  natural: (sorted) => naturalBreaks(sorted, 3),
  equal: (_, most) => (most === 0 ? [] : [most / 5, (most * 3) / 5]),
};

function naturalBreaks(sorted: readonly number[], count: number): number[] {
  const distinct = new Set(sorted).size;
  return ckmeans([...sorted], Math.min(count, distinct))
    .slice(1)
    .flatMap((members) => members[0] ?? [])
    .filter((opening, place, all) => opening > (all[place - 1] ?? sorted[0] ?? opening));
}

function classesOf(
  values: readonly (number | null)[],
  place: (value: number) => number,
  limitsOf: (own: number) => readonly [number, number],
  count: number,
): LayerClasses {
  const classOf = values.map((value) => (value === null ? null : place(value)));
  const members: number[][] = Array.from({ length: count }, () => []);
  values.forEach((value, station) => {
    if (value !== null) members[classOf[station] ?? -1]?.push(value);
  });
  const classes = members.map((own, place): LayerClass => {
    const [low, high] = own.length === 0 ? limitsOf(place) : rangeOf(own);
    return { low, high, count: own.length };
  });
  return { classes, classOf };
}

/** Not by spreading into Math.min: a country has more stations than a call takes arguments. */
function rangeOf(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}
