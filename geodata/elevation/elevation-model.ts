import type { Position } from "../geometry/position.ts";

/** Height of the ground. */
export interface ElevationModel {
  /** Metres above sea level, bilinear between the four nearest cells; null outside the model or where it is void. */
  elevationAt(position: Position): number | null;
}

/** Several tiles as one model: the first that knows a position answers. Give the finest first where they overlap. */
export function combineElevation(models: readonly ElevationModel[]): ElevationModel {
  const [only] = models;
  if (only !== undefined && models.length === 1) return only;
  return {
    elevationAt: (position) => {
      for (const model of models) {
        const elevation = model.elevationAt(position);
        if (elevation !== null) return elevation;
      }
      return null;
    },
  };
}
