import type { EditedByHand } from "../../server/contract/plan-edit.ts";

/** What an edit changed besides the figures of routes. Below zero: so many fewer. */
export interface EditDifferences {
  readonly takenOut: number;
  readonly lockedStops: number;
  readonly lockedRoutes: readonly string[];
  readonly unlockedRoutes: readonly string[];
}

export const NO_DIFFERENCES: EditDifferences = { takenOut: 0, lockedStops: 0, lockedRoutes: [], unlockedRoutes: [] };

type Edited = Pick<EditedByHand, "takenOut" | "lockedStops" | "lockedRoutes">;

const NOT_EDITED: Edited = { takenOut: [], lockedStops: [], lockedRoutes: [] };

/** @param before of a plan that nobody has edited there is nothing */
export function editDifferences(before: Edited | null | undefined, after: Edited): EditDifferences {
  const { takenOut, lockedStops, lockedRoutes } = before ?? NOT_EDITED;
  return {
    takenOut: after.takenOut.length - takenOut.length,
    lockedStops: after.lockedStops.length - lockedStops.length,
    lockedRoutes: after.lockedRoutes.filter((id) => !lockedRoutes.includes(id)),
    unlockedRoutes: lockedRoutes.filter((id) => !after.lockedRoutes.includes(id)),
  };
}
