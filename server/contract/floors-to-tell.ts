import type { PlanStop } from "./plan.ts";

/**
 * Floors of a stop that a volunteer should be told: of a building with several doors, null otherwise and when not
 * known. A count of floors includes the ground floor, as *niveaux* do and *étages* do not.
 */
export function floorsToTell({ doors, floors }: Pick<PlanStop, "doors" | "floors">): number | null {
  return doors > 1 ? (floors ?? null) : null;
}
