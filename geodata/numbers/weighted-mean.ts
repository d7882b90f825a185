/** Σ weight × value ÷ Σ weight; 0 where nothing has weight. */
export function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let place = 0; place < values.length; place++) {
    const weight = weights[place] ?? 0;
    sum += (values[place] ?? 0) * weight;
    total += weight;
  }
  return total > 0 ? sum / total : 0;
}
