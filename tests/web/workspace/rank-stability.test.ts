import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalShareBelow, rankStability } from "../../../web/workspace/rank-stability.ts";

const seed = 4;
const measured = fc.array(
  fc.record({
    value: fc.double({ min: -0.2, max: 0.5, noNaN: true }),
    halfWidth: fc.double({ min: 0, max: 0.1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 60 },
);
const stabilityOf = (stations: readonly { readonly value: number; readonly halfWidth: number }[], places: number) =>
  rankStability(
    stations.map(({ value }) => value),
    stations.map(({ halfWidth }) => halfWidth),
    places,
  );
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("the probability of staying among the first", () => {
  it("lies between 0 and 1, and adds up to the number of places", () => {
    fc.assert(
      fc.property(measured, fc.double({ min: 0, max: 1, noNaN: true }), (stations, share) => {
        const places = share * stations.length;

        const stays = stabilityOf(stations, places);

        expect(stays.every((own) => own >= 0 && own <= 1)).toBe(true);
        expect(sum(stays)).toBeCloseTo(places, 5);
      }),
      { seed, numRuns: 300 },
    );
  });

  it("is never lower for a higher value of the same width", () => {
    fc.assert(
      fc.property(measured, fc.double({ min: 0.001, max: 0.1, noNaN: true }), (stations, halfWidth) => {
        const alike = stations.map(({ value }) => ({ value, halfWidth })).sort((a, b) => a.value - b.value);

        const stays = stabilityOf(alike, alike.length / 5);

        for (let place = 1; place < stays.length; place++) {
          expect(stays[place]).toBeGreaterThanOrEqual((stays[place - 1] ?? 0) - 1e-6);
        }
      }),
      { seed, numRuns: 100 },
    );
  });

  it("does not depend on where zero is, nor on the unit", () => {
    fc.assert(
      fc.property(measured, (stations) => {
        const places = stations.length / 5;
        const wide = stations.map(({ value, halfWidth }) => ({ value, halfWidth: halfWidth + 0.01 }));
        const moved = wide.map(({ value, halfWidth }) => ({ value: 1000 * value + 7, halfWidth: 1000 * halfWidth }));

        const [before, after] = [stabilityOf(wide, places), stabilityOf(moved, places)];

        for (const [place, own] of before.entries()) expect(after[place]).toBeCloseTo(own, 4);
      }),
      { seed, numRuns: 100 },
    );
  });

  it("is what drawing every value again and again gives", () => {
    const random = seededNormal(12);
    const stations = Array.from({ length: 100 }, (_, place) => ({
      value: Math.sin(place * 12.9898) * 0.05,
      halfWidth: 0.02 + (place % 5) * 0.01,
    }));
    const among = stations.map(() => 0);
    const draws = 4000;
    for (let draw = 0; draw < draws; draw++) {
      const drawn = stations.map(({ value, halfWidth }) => value + (random() * halfWidth) / 1.2816);
      const cut = drawn.toSorted((a, b) => b - a)[19] ?? 0;
      drawn.forEach((value, place) => {
        if (value >= cut) among[place] = (among[place] ?? 0) + 1 / draws;
      });
    }

    const stays = stabilityOf(stations, 20);

    for (const [place, own] of stays.entries()) expect(Math.abs(own - (among[place] ?? 0))).toBeLessThan(0.05);
  });

  it("is sure without doubt about the values, and shared by those that tie", () => {
    const exact = (values: readonly number[]) =>
      stabilityOf(
        values.map((value) => ({ value, halfWidth: 0 })),
        1,
      );

    expect(exact([0.1, 0.3, 0.2, 0.05, 0]).map((own) => Math.round(own * 1e6))).toEqual([0, 1e6, 0, 0, 0]);
    for (const own of exact([0.2, 0.2, 0.2, 0.2])) expect(own).toBeCloseTo(0.25, 6);
  });
});

describe("the normal law", () => {
  it("has the shares that tables print", () => {
    expect(normalShareBelow(0)).toBeCloseTo(0.5, 7);
    expect(normalShareBelow(1.281551566)).toBeCloseTo(0.9, 6);
    expect(normalShareBelow(-1.959963985)).toBeCloseTo(0.025, 6);
    expect(normalShareBelow(-40)).toBeCloseTo(0, 10);
  });
});

/** Normal numbers by Box and Muller from a small congruential generator. */
function seededNormal(start: number): () => number {
  let state = start;
  const uniform = () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return (state + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
