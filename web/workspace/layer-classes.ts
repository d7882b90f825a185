import { ckmeans } from "simple-statistics";
import { classifyByQuantiles } from "./quantile-classes.ts";

/** Methods that find where classes begin: as many stations in each, at gaps in the values, or at equal steps. */
export const FOUND_METHODS = ["quantile", "natural", "equal"] as const;
type FoundMethod = (typeof FOUND_METHODS)[number];
/** The same, or where somebody says. */
export const CLASS_METHODS = [...FOUND_METHODS, "manual"] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

/** Colours that rise from one end, or that part in the middle. Changes always part at zero. */
export const CLASS_SCALES = ["sequential", "diverging"] as const;
export type ClassScale = (typeof CLASS_SCALES)[number];

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
/** There are no more colours than classes. */
export const MOST_BREAKS = CLASS_COUNT - 1;
/** Around zero two sizes of change make the classes. */
export const MOST_SIZES = 2;

/** Breaks as they may be kept: numbers, each once, ascending, no more than there are colours for. */
export function cleanBreaks(breaks: readonly number[]): readonly number[] {
  // Minus zero and zero are one break.
  const known = breaks.filter(Number.isFinite).map((value) => value + 0);
  return [...new Set(known)].sort((a, b) => a - b).slice(0, MOST_BREAKS);
}

/**
 * Sorts the values of a layer into at most five classes, lowest first; equal values share a class. Natural breaks are
 * the classes of least squared distance to their means (Wang and Song 2011, Ckmeans.1d.dp, The R Journal 3/2).
 */
export function classifyInSequence(
  values: readonly (number | null)[],
  method: ClassMethod,
  byHand: readonly number[] = [],
): LayerClasses {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const [least, most] = [known[0], known.at(-1)];
  if (least === undefined || most === undefined) return { classes: [], classOf: values.map(() => null) };
  const breaks = method === "manual" ? byHand : BREAKS[method](known, least, most);
  const place = (value: number) => breaks.filter((opening) => opening <= value).length;
  const limits = [Math.min(least, breaks[0] ?? least), ...breaks, Math.max(most, breaks.at(-1) ?? most)];
  const limitsOf = (own: number): Limits => [limits[own] ?? least, limits[own + 1] ?? most];
  const found = classesOf(values, place, limitsOf, breaks.length + 1);
  // Who says where a class begins wants to read it there, and not at the first value beyond.
  return method === "manual" ? { ...found, classes: found.classes.map(withLimits(limitsOf)) } : found;
}

type Limits = readonly [number, number];

function withLimits(limitsOf: (own: number) => Limits) {
  return ({ count }: LayerClass, own: number): LayerClass => {
    const [low, high] = limitsOf(own);
    return { low, high, count };
  };
}

/** Lowest value of each class but the first. */
const BREAKS: Readonly<Record<FoundMethod, (sorted: readonly number[], least: number, most: number) => number[]>> = {
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
export function classifyAroundZero(
  values: readonly (number | null)[],
  method: ClassMethod,
  byHand: readonly number[] = [],
): LayerClasses {
  const sizes = values.flatMap((value) => (value === null ? [] : [Math.abs(value)])).sort((a, b) => a - b);
  const most = sizes.at(-1);
  if (most === undefined) return { classes: [], classOf: values.map(() => null) };
  const isByHand = method === "manual";
  const [unlike = Infinity, clear = Infinity] = isByHand ? sizesByHand(byHand) : SIZES[method](sizes, most);
  const slight = isByHand ? unlike : Math.min(unlike, most / 5);
  const place = (value: number) => {
    const size = Math.abs(value);
    return 2 + Math.sign(value) * (size >= clear ? 2 : size >= slight ? 1 : 0);
  };
  const upTo = (limit: number) => Math.min(limit, most);
  const limits = [-most, -upTo(clear), -upTo(slight), upTo(slight), upTo(clear), most];
  return classesOf(values, place, (own) => [limits[own] ?? 0, limits[own + 1] ?? 0], CLASS_COUNT);
}

/** The same around another value than zero: breaks by hand are distances from it. */
export function classifyAround(
  centre: number,
  values: readonly (number | null)[],
  method: ClassMethod,
  byHand: readonly number[] = [],
): LayerClasses {
  const distances = values.map((value) => (value === null ? null : value - centre));
  const { classes, classOf } = classifyAroundZero(distances, method, byHand);
  return {
    classes: classes.map(({ low, high, count }) => ({ low: low + centre, high: high + centre, count })),
    classOf,
  };
}

function sizesByHand(breaks: readonly number[]): readonly number[] {
  return cleanBreaks(breaks.map(Math.abs))
    .filter((size) => size > 0)
    .slice(0, MOST_SIZES);
}

/** Sizes from which a change is slight, and clear. */
const SIZES: Readonly<Record<FoundMethod, (sorted: readonly number[], most: number) => readonly number[]>> = {
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
