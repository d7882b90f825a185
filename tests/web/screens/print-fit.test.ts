import { expect, it } from "vitest";
import { printFit } from "../../../web/screens/compare/print-fit.ts";

it("prints four columns at full size where they fit, smaller where they do not, and never too small to be read", () => {
  expect(printFit(41, 4)).toBe(1);
  expect(printFit(52, 4)).toBeCloseTo(0.934, 2);
  expect(printFit(200, 4)).toBe(0.85);
});

it("prints few rows and few columns larger, up to what is easy to read, and never past what fits on a page", () => {
  // By hand on A4: 31 rows of four columns fit at 1.2, 35 of two at 1.4, 37 of three at 1.2, 37 of four at 1.1.
  expect(printFit(31, 4)).toBeLessThan(1.2);
  expect(printFit(35, 2)).toBeLessThan(1.4);
  expect(printFit(37, 3)).toBeLessThan(1.2);
  expect(printFit(37, 4)).toBeLessThan(1.1);
  expect(printFit(37, 4)).toBeGreaterThan(1);
  expect(printFit(31, 1)).toBeCloseTo(1.3);
});
