import { describe, expect, it } from "vitest";
import { territoryMargins } from "../../../geodata/sampling/territory-margins.ts";
import { sampledTown } from "../../fixtures/sampled-town.ts";

describe("the margins of a territory", () => {
  it("pass over, by default, rounds whose candidates cannot be classed, and still offer their turnout", () => {
    const candidates = ["2019_euro_t1", "2022_pres_t1", "2024_euro_t1"].flatMap((electionId) =>
      sampledTown(5)
        .candidates(electionId)
        .map((candidate) => (electionId === "2024_euro_t1" ? { ...candidate, nuance: null } : candidate)),
    );

    const margins = territoryMargins(sampledTown(5, { candidates }), null);

    const defaults = margins.filter(({ isDefault }) => isDefault).map(({ id }) => id);
    expect(defaults[0]).toBe("turnout@2022_pres_t1");
    expect(defaults).toContain("left@2019_euro_t1");
    expect(margins.find(({ id }) => id === "turnout@2024_euro_t1")?.isDefault).toBe(false);
  });

  it("count votes as shares of registered voters, unknown where a station has no result", () => {
    const town = sampledTown(5);
    const results = new Map([["2024_euro_t1", town.results("2024_euro_t1").slice(1)]]);

    const margins = territoryMargins(sampledTown(5, { results }), null);

    const left = margins.find(({ id }) => id === "left@2024_euro_t1")?.values();
    const [first, second] = town.results("2024_euro_t1").slice(0, 2);
    const leftVotes = second?.votes.get(6) ?? 0;
    expect(first).toBeDefined();
    expect(left?.[0]).toBeNull();
    expect(left?.[1]).toBeCloseTo(leftVotes / (second?.registered ?? 1), 12);
  });

  it("divide a count by its whole, or by registered voters where the whole is not in the census", () => {
    const indicators = ["P21_CHOM1564", "P21_ACT1564", "SOMETHING"].map((id) => ({
      id,
      label: { fr: id, en: id },
      kind: "count" as const,
    }));
    const stationIndicators = [
      { stationIndex: 0, indicatorId: "P21_CHOM1564", value: 30, coveredShare: 1 },
      { stationIndex: 0, indicatorId: "P21_ACT1564", value: 300, coveredShare: 1 },
      { stationIndex: 1, indicatorId: "P21_CHOM1564", value: 30, coveredShare: 1 },
      { stationIndex: 1, indicatorId: "P21_ACT1564", value: 0, coveredShare: 1 },
      { stationIndex: 0, indicatorId: "SOMETHING", value: 100, coveredShare: 1 },
    ];
    const town = sampledTown(2, { indicators, stationIndicators });

    const valuesOf = (id: string) =>
      territoryMargins(town, null)
        .find((margin) => margin.id === id)
        ?.values();

    expect(valuesOf("P21_CHOM1564")).toEqual([0.1, null]);
    expect(valuesOf("SOMETHING")).toEqual([100 / (town.stations()[0]?.registered ?? 1), null]);
  });
});
