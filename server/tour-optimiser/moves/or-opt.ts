import { createStringMove } from "./move-string.ts";
import { stretchOfLength } from "./stretch.ts";

/** Moves two or three stops together beside another, as they are (Or 1976) or turned round (or-2opt). */
export const OR_OPT = [2, 3].flatMap((length) =>
  [false, true].flatMap((isReversed) =>
    [false, true].map((goesBefore) =>
      createStringMove(`or-opt ${length} ${isReversed ? "reversed " : ""}${goesBefore ? "before" : "after"}`, {
        stretchOf: stretchOfLength(length),
        isReversed,
        goesBefore,
      }),
    ),
  ),
);
