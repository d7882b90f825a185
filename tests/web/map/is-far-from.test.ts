import { expect, it } from "vitest";
import { isFarFrom } from "../../../web/map/is-far-from.ts";

const PARIS = [2.22, 48.81, 2.47, 48.91] as const;

it.each([
  [[2.35, 48.86], false],
  // Moved to the edge, with the territory still beside it.
  [[2.6, 48.86], false],
  [[2.35, 48.73], false],
  [[7.42, 43.73], true],
  [[0, 0], true],
  [[2.35, -48.86], true],
] as const)("a view of %j is far from Paris: %s", ([longitude, latitude], isFar) => {
  expect(isFarFrom(PARIS, { longitude, latitude })).toBe(isFar);
});
