import { expect, it } from "vitest";
import { printFit } from "../../../web/screens/compare/print-fit.ts";

it("prints at full size what fits, smaller what does not, and never too small to be read", () => {
  expect([0, 20, 41].map(printFit)).toEqual([1, 1, 1]);
  expect(printFit(52)).toBeCloseTo(0.934, 2);
  expect(printFit(200)).toBe(0.85);
});
