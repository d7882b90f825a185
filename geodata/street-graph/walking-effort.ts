/** Steepest slope that counts, rise over run. Steeper ones in the data are noise of the elevation model or cliffs. */
const STEEPEST_SLOPE = 0.35;

/** On a flight of steps the slope is in the steps themselves; the ground under them only tells up from down. */
const STEEPEST_STEPS = 0.1;

/**
 * Steps take 1.7 times the flat time of their map length, 2.4 times going up: Fruin, "Pedestrian Planning and
 * Design" (1971), horizontal speed on stairs 0.5 to 0.6 m/s up and 0.65 to 0.75 m/s down against 1.3 m/s walking.
 */
const STEPS_FACTOR = 1.7;

/**
 * Flat-walk metres for one metre walked (measured on the map) on a slope, rise over run, positive upwards.
 *
 * Tobler's hiking function (Tobler 1993, "Three presentations on geographical analysis and modeling", NCGIA 93-1)
 * gives a speed of 6·exp(−3.5·|slope + 0.05|) km/h, divided here into its value on the flat, so that the flat is 1
 * whatever the volunteer's own speed: 1.42 at +10 %, 0.84 at −5 %, 1 again at −10 %.
 */
export function effortPerMetre(slope: number, isSteps: boolean): number {
  const steepest = isSteps ? STEEPEST_STEPS : STEEPEST_SLOPE;
  const counted = Math.max(-steepest, Math.min(steepest, slope));
  const tobler = Math.exp(3.5 * (Math.abs(counted + 0.05) - 0.05));
  return isSteps ? tobler * STEPS_FACTOR : tobler;
}
