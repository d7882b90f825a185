import type { ElevationModel } from "../elevation/elevation-model.ts";
import { METRES_PER_DEGREE, type Position } from "../geometry/position.ts";

const SMOOTHING_METRES = 30;

/**
 * Elevation as a walker feels it: the mean of the model at the position (weight 2) and at eight points 30 metres
 * around it. Cells of SRTM are 30 or 90 metres wide with an error of some metres from one to the next and roofs among
 * the ground; unsmoothed, a flat street between tall buildings would be all hills. Smoothing the ground rather than
 * each street gives one elevation per place, so that streets agree where they meet.
 */
export function groundElevation(model: ElevationModel, position: Position): number | null {
  const centre = model.elevationAt(position);
  if (centre === null) return null;
  let sum = 2 * centre;
  let weight = 2;
  const [longitude, latitude] = position;
  const northDegrees = SMOOTHING_METRES / METRES_PER_DEGREE;
  const eastDegrees = northDegrees / Math.cos((latitude * Math.PI) / 180);
  for (const [east, north] of AROUND) {
    const elevation = model.elevationAt([longitude + east * eastDegrees, latitude + north * northDegrees]);
    if (elevation === null) continue;
    sum += elevation;
    weight++;
  }
  return sum / weight;
}

const AROUND: readonly (readonly [east: number, north: number])[] = [
  [1, 0],
  [Math.SQRT1_2, Math.SQRT1_2],
  [0, 1],
  [-Math.SQRT1_2, Math.SQRT1_2],
  [-1, 0],
  [-Math.SQRT1_2, -Math.SQRT1_2],
  [0, -1],
  [Math.SQRT1_2, -Math.SQRT1_2],
];
