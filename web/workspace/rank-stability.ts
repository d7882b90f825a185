/** Half of an 80 % interval of a normal law is this many standard deviations. */
const DEVIATIONS_IN_HALF_WIDTH = 1.2816;
const MOST_STEPS = 90;
/** Now and then the bracket is halved, so that it always closes. */
const STEPS_BETWEEN_HALVINGS = 5;
const SQUARE_ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);
/** The probabilities add up to the places but for this. */
const SLACK = 1e-7;
/** Deviations beyond which nothing is left of the normal law in double precision. */
const FARTHEST_DEVIATIONS = 9;

/**
 * How sure each value is to stay among the first `places` if all were measured again: P_i = Φ((x_i - c) ÷ σ_i), where
 * the cut c is the one that `places` values are expected to pass, found by Newton's steps inside a bracket. Each value moves by itself,
 * normally, with σ = half-width ÷ 1.2816. Against drawing every value again and again, the place of the cut is taken as
 * fixed, which is close for dozens of values and more. It is first looked for at the value that comes first after the places. About 5 · n
 * evaluations of Φ, and its density comes with each.
 *
 * @param halfWidths of the 80 % intervals, in the unit of the values
 * @param places how many are "the first"; a fraction is allowed
 * @returns a probability for each value, in the order given; they add up to `places`
 */
export function rankStability(
  values: readonly number[],
  halfWidths: readonly number[],
  places: number,
): readonly number[] {
  if (places <= 0) return values.map(() => 0);
  if (places >= values.length) return values.map(() => 1);
  let [lowest, highest, widest] = [Infinity, -Infinity, 0];
  for (const value of values) [lowest, highest] = [Math.min(lowest, value), Math.max(highest, value)];
  // Values known exactly get a hair of doubt, so that those that tie share the places that are left.
  const leastDeviation = Math.max(1e-12, Math.max(Math.abs(lowest), Math.abs(highest)) * 1e-7);
  const deviations = Float64Array.from(values, (_, place) =>
    Math.max(leastDeviation, (halfWidths[place] ?? 0) / DEVIATIONS_IN_HALF_WIDTH),
  );
  for (const deviation of deviations) widest = Math.max(widest, deviation);
  const passing = (value: number, place: number, cut: number) =>
    normalShareBelow((value - cut) / (deviations[place] ?? 1));
  let low = lowest - FARTHEST_DEVIATIONS * widest;
  let high = highest + FARTHEST_DEVIATIONS * widest;
  const ascending = Float64Array.from(values).sort();
  let cut = ascending[Math.max(0, values.length - Math.ceil(places) - 1)] ?? (low + high) / 2;
  for (let step = 1; step < MOST_STEPS; step++) {
    let expected = 0;
    let density = 0;
    for (let place = 0; place < values.length; place++) {
      const deviation = deviations[place] ?? 1;
      const distance = ((values[place] ?? 0) - cut) / deviation;
      if (distance > FARTHEST_DEVIATIONS) expected++;
      if (Math.abs(distance) > FARTHEST_DEVIATIONS) continue;
      const height = normalDensity(distance);
      const beyond = height * tailOverDensity(Math.abs(distance));
      expected += distance < 0 ? beyond : 1 - beyond;
      density += height / deviation;
    }
    if (Math.abs(expected - places) < SLACK) break;
    if (expected > places) low = cut;
    else high = cut;
    // Newton's step, unless it leaves the bracket, as it does where ties make a cliff.
    const next = cut + (expected - places) / density;
    cut = next > low && next < high && step % STEPS_BETWEEN_HALVINGS !== 0 ? next : (low + high) / 2;
  }
  return values.map((value, place) => passing(value, place, cut));
}

/**
 * Φ(z), the share of a standard normal law below z, by the expansion of Abramowitz & Stegun 1964, 26.2.17; error
 * below 7.5e-8.
 */
export function normalShareBelow(z: number): number {
  const beyond = normalDensity(z) * tailOverDensity(Math.abs(z));
  return z < 0 ? beyond : 1 - beyond;
}

function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / SQUARE_ROOT_OF_TWO_PI;
}

/** The share beyond z, 0 or more, over the density there: the polynomial of 26.2.17. */
function tailOverDensity(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  return t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
}
