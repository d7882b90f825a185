import { describe, expect, it } from "vitest";
import { carryCensus } from "../../../geodata/census/carry-census.ts";
import type { CensusValue } from "../../../geodata/readers/census-table-reader.ts";
import type { Indicator } from "../../../geodata/territory/territory.ts";

const AREAS = [rectangle(0, 1), rectangle(1, 2)];
const STATIONS = [rectangle(0, 1.5), rectangle(1.5, 2)];

describe("carrying the census to stations", () => {
  it("divides counts and averages medians by doors", () => {
    const places = [place(0.5, 30, 0), place(1.2, 10, 0), place(1.8, 30, 1)];

    const carried = carry(
      [
        [100, 20_000],
        [80, 40_000],
      ],
      places,
    );

    expect(carried).toEqual([
      { stationIndex: 0, indicatorId: "people", value: 100 + 80 * (10 / 40), coveredShare: 1 },
      { stationIndex: 0, indicatorId: "income", value: (30 * 20_000 + 10 * 40_000) / 40, coveredShare: 1 },
      { stationIndex: 1, indicatorId: "people", value: 60, coveredShare: 1 },
      { stationIndex: 1, indicatorId: "income", value: 40_000, coveredShare: 1 },
    ]);
  });

  it("leaves suppressed values out instead of taking them for zero", () => {
    const places = [place(0.5, 30, 0), place(1.2, 10, 0), place(1.8, 30, 1)];

    const income = carry(
      [
        [100, 20_000],
        [80, "suppressed"],
      ],
      places,
    ).filter(({ indicatorId }) => indicatorId === "income");

    expect(income.map(({ value, coveredShare }) => [value, coveredShare])).toEqual([
      [20_000, 0.75],
      [null, 0],
    ]);
  });

  it("goes by ground where there are no addresses", () => {
    const [people] = carry(
      [
        [100, 1],
        [80, 1],
      ],
      [],
    );

    expect(people?.value).toBeCloseTo(140, 3);
  });
});

function carry(values: readonly (readonly CensusValue[])[], places: Parameters<typeof carryCensus>[4]) {
  return carryCensus(AREAS, values, INDICATORS, STATIONS, places);
}

const INDICATORS: readonly Indicator[] = [
  { id: "people", label: { fr: "Habitants", en: "People" }, kind: "count" },
  { id: "income", label: { fr: "Revenu", en: "Income" }, kind: "median" },
];

function place(x: number, doors: number, stationIndex: number) {
  return { position: [x / 100, 0.005] as const, doors, stationIndex };
}

function rectangle(west: number, east: number) {
  const ring = [
    [west, 0],
    [east, 0],
    [east, 1],
    [west, 1],
    [west, 0],
  ].map(([x = 0, y = 0]) => [x / 100, y / 100]);
  return { type: "Polygon" as const, coordinates: [ring] };
}
