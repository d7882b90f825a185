import { createStringMove } from "./move-string.ts";
import { stretchOfLength } from "./stretch.ts";

/** Moves one stop beside another. */
export const RELOCATE = [
  createStringMove("relocate after", { stretchOf: stretchOfLength(1), isReversed: false, goesBefore: false }),
  createStringMove("relocate before", { stretchOf: stretchOfLength(1), isReversed: false, goesBefore: true }),
];
