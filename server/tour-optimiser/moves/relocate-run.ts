import { createStringMove } from "./move-string.ts";
import { stretchOfRun } from "./stretch.ts";

/** Moves all that a route serves in one go on a side of a street beside another stop, as it is or turned round. */
export const RELOCATE_RUN = [false, true].flatMap((isReversed) =>
  [false, true].map((goesBefore) =>
    createStringMove(`relocate run ${isReversed ? "reversed " : ""}${goesBefore ? "before" : "after"}`, {
      stretchOf: stretchOfRun,
      isReversed,
      goesBefore,
    }),
  ),
);
