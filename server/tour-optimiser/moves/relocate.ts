import { createStringMove } from "./move-string.ts";

/** Moves one stop beside another. */
export const RELOCATE = [
  createStringMove("relocate after", { length: 1, isReversed: false, goesBefore: false }),
  createStringMove("relocate before", { length: 1, isReversed: false, goesBefore: true }),
];
