import { describe, expect, it } from "vitest";
import { campRound } from "../../../geodata/scoring/camp-round.ts";
import { transferRates } from "../../../geodata/scoring/transfer-rates.ts";
import { voteTables } from "../../../geodata/scoring/vote-table.ts";
import { candidateId, territoryWith } from "./scoring-fixture.ts";

describe("share of near voters who come over", () => {
  it("finds about the rate that made the votes, drawn towards one in four", () => {
    const stations = Array.from({ length: 200 }, (_, index) => {
      const near = 100 + 2 * (index % 100);
      const ours = 150 + 3 * ((index * 37) % 100);
      return { near, ours, rest: 900 - near - ours };
    });
    const candidates = [{ name: "Ours" }, { name: "Near" }, { name: "Rest" }];
    const territory = territoryWith([
      {
        id: "b",
        type: "european",
        year: 2024,
        candidates,
        rows: stations.map(({ near, ours }) => [1000, 100, 0.8 * ours + 0.5 * near, 50, 850 - 0.8 * ours - 0.5 * near]),
      },
      {
        id: "a",
        type: "european",
        year: 2019,
        candidates,
        rows: stations.map(({ near, ours, rest }) => [1000, 100, ours, near, rest]),
      },
    ]);
    const sides = Object.fromEntries(
      ["a", "b"].flatMap((id) => [
        [candidateId(id, "Ours"), "ours" as const],
        [candidateId(id, "Near"), "near" as const],
      ]),
    );
    const [latest, previous] = voteTables(territory).map((table) => campRound(table, sides));

    const found = latest && previous ? transferRates(latest, previous) : null;

    expect(found?.stations).toBe(200);
    expect(found?.near).toBeGreaterThan(0.4);
    expect(found?.near).toBeLessThan(0.55);
  });

  it("falls back to the assumption, with no station behind it, when there is nothing to compare", () => {
    const territory = territoryWith([
      { id: "b", type: "european", year: 2024, candidates: [{ name: "Ours" }], rows: [[1000, 100, 900]] },
    ]);
    const [latest] = voteTables(territory).map((table) => campRound(table, {}));

    expect(latest && transferRates(latest, null)).toMatchObject({ near: 0.25, stations: 0 });
  });
});
