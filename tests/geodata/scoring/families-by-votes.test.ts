import { describe, expect, it } from "vitest";
import { familyOf } from "../../../geodata/scoring/families.ts";
import { familiesByVotes } from "../../../geodata/scoring/families-by-votes.ts";
import { voteTables } from "../../../geodata/scoring/vote-table.ts";
import { candidateId, territoryWith } from "./scoring-fixture.ts";

/** Repeatable numbers in [0, 1) that look like chance. */
function chance(index: number): number {
  const value = Math.sin(12.9898 * index + 78.233) * 43758.5453;
  return value - Math.floor(value);
}

const KNOWN = [
  { name: "Left", nuance: "UG" },
  { name: "Greens", nuance: "VEC" },
  { name: "Centre", nuance: "ENS" },
  { name: "Right", nuance: "LR" },
];

/** Sixty stations where an unknown list gets 70 % of the right's voters and 10 % of the centre's, the other the rest. */
function town() {
  const before = Array.from({ length: 60 }, (_, station) => {
    const weights = KNOWN.map((_, place) => 0.1 + chance(station * 7 + place));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => Math.round((700 * weight) / sum));
  });
  return territoryWith([
    {
      id: "2019_euro_t1",
      type: "european",
      year: 2019,
      candidates: KNOWN,
      rows: before.map((votes) => [1000, 1000 - votes.reduce((sum, count) => sum + count, 0), ...votes]),
    },
    {
      id: "2020_muni_t1",
      type: "municipal",
      year: 2020,
      candidates: [{ name: "Unis pour le bourg" }, { name: "Autrement" }],
      rows: before.map(([left = 0, greens = 0, centre = 0, right = 0]) => {
        const unis = Math.round(0.7 * right + 0.1 * centre);
        const others = Math.round(0.6 * (left + greens));
        return [1000, 1000 - unis - others, unis, others];
      }),
    },
  ]);
}

describe("families read from where the votes are", () => {
  it("finds the family whose voters a list took, and compares with the round whose candidates are known", () => {
    const found = familiesByVotes(voteTables(town()), familyOf);

    expect(found.get(candidateId("2020_muni_t1", "Unis pour le bourg"))).toMatchObject({
      family: "right",
      comparedWith: "2019_euro_t1",
    });
  });

  it("says nothing where two families are as likely", () => {
    const found = familiesByVotes(voteTables(town()), familyOf);

    expect(found.has(candidateId("2020_muni_t1", "Autrement"))).toBe(false);
  });

  it("leaves alone the candidates that nuance or name tells", () => {
    const found = familiesByVotes(voteTables(town()), familyOf);

    expect([...found.keys()].some((id) => id.startsWith("2019"))).toBe(false);
  });
});
