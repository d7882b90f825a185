import { expect, it } from "vitest";
import { printFit } from "../../../web/screens/compare/print-fit.ts";

it("prints four columns at full size where they fit, smaller where they do not, and never too small to be read", () => {
  expect(printFit(41, 4)).toBe(1);
  expect(printFit(52, 4)).toBeCloseTo(0.934, 2);
  expect(printFit(200, 4)).toBe(0.85);
});

it("prints few rows and few columns larger, up to what is easy to read, and never past what fits on a page", () => {
  // By hand on A4, with charts: 37 rows of one column fit at 1.7, 37 of two and of three at 1.3, 53 of two at 1.1.
  expect(printFit(37, 1)).toBeCloseTo(1.228);
  expect(printFit(37, 2)).toBeLessThan(1.3);
  expect(printFit(37, 3)).toBeLessThan(1.3);
  expect(printFit(53, 2)).toBeLessThan(1.1);
  expect(printFit(31, 1)).toBeCloseTo(1.3);
});

it("prints four columns never larger, where words and charts would not stand beside each other", () => {
  expect(printFit(31, 4)).toBe(1);
  expect(printFit(37, 4)).toBe(1);
});
