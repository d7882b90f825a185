/** One colour of the map: stations whose value lies between `low` and `high`, both seen in the territory. */
export interface QuantileClass {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

export interface Classification {
  /** Lowest first; fewer than asked when the values do not differ enough. */
  readonly classes: readonly QuantileClass[];
  /** Class of each value, in the order given; null where there was no value. */
  readonly classOf: readonly (number | null)[];
}

/**
 * Sorts values into classes of about equal count. Equal values always share a class, so a class says something true
 * of every station in it. The breaks are order statistics: value number ⌈k·n/classes⌉ opens class k, or the next that
 * is higher when ties reach that far: many equal values fill one class and leave the others to tell the rest apart.
 */
export function classifyByQuantiles(values: readonly (number | null)[], classCount: number): Classification {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const breaks: number[] = [];
  for (let k = 1; k < classCount; k++) {
    const before = breaks.at(-1) ?? sorted[0];
    const opening = sorted
      .slice(Math.ceil((k * sorted.length) / classCount))
      .find((value) => before !== undefined && value > before);
    if (opening !== undefined) breaks.push(opening);
  }
  const classOf = values.map((value) => (value === null ? null : breaks.filter((opening) => opening <= value).length));
  const classes =
    sorted.length === 0 ? [] : [sorted[0] ?? 0, ...breaks].map((low, k) => describe(sorted, low, breaks[k]));
  return { classes, classOf };
}

function describe(sorted: readonly number[], low: number, next: number | undefined): QuantileClass {
  const members = sorted.filter((value) => value >= low && (next === undefined || value < next));
  return { low, high: members.at(-1) ?? low, count: members.length };
}
