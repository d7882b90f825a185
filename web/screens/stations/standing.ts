export interface Standing {
  /** 1 for the highest; equal values share the better rank. */
  readonly rank: number;
  readonly low: number;
  readonly high: number;
  readonly median: number;
}

/** Where a value stands among those of the territory. */
export function standing(values: readonly number[], value: number): Standing {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? value;
  const median = sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
  return {
    rank: 1 + values.filter((other) => other > value).length,
    low: sorted[0] ?? value,
    high: sorted.at(-1) ?? value,
    median,
  };
}
