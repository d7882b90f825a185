/**
 * Probabilities of being chosen, proportional to size, that add up to `count`. A station so large that its share would
 * pass 1 is certain; the others share what is left. Complexity: as many passes as there are waves of certain stations.
 * Source: Särndal, Swensson & Wretman 1992, section 3.6.2.
 *
 * Throws RangeError unless 1 ≤ count ≤ number of stations and every size is positive.
 */
export function inclusionProbabilities(sizes: Float64Array, count: number): Float64Array {
  if (!Number.isInteger(count) || count < 1 || count > sizes.length) {
    throw new RangeError(`count is ${count}; expected a whole number from 1 to ${sizes.length}`);
  }
  if (sizes.some((size) => !(size > 0))) throw new RangeError("every size must be positive");
  const probabilities = new Float64Array(sizes.length);
  let certain = 0;
  for (;;) {
    const rest = sizes.reduce((sum, size, i) => (probabilities[i] === 1 ? sum : sum + size), 0);
    let found = 0;
    sizes.forEach((size, i) => {
      if (probabilities[i] === 1) return;
      const probability = ((count - certain) * size) / rest;
      if (probability >= 1 - ROUNDING) found++;
      probabilities[i] = probability >= 1 - ROUNDING ? 1 : probability;
    });
    if (found === 0) return probabilities;
    certain += found;
    if (certain === count || certain === sizes.length) return probabilities.map((p) => (p === 1 ? 1 : 0));
  }
}

/** Shares this close to 1 are certain: the rest is the error of dividing. */
const ROUNDING = 1e-12;
