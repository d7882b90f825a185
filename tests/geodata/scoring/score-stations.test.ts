import { describe, expect, it } from "vitest";
import { DEFAULT_ASSUMPTIONS, EFFECT_RANGE } from "../../../geodata/scoring/field-assumptions.ts";
import { scoreStations } from "../../../geodata/scoring/score-stations.ts";
import { ASSUMPTION_PRESETS } from "../../../server/contract/field-figures.ts";
import { candidateId, firstRound, sidesAt, territoryWith } from "./scoring-fixture.ts";

const SIDES = sidesAt(["2022_pres_t1", "2024_euro_t1", "2019_euro_t1"]);
const CHOICE = { name: "test", sides: SIDES };

/** Three stations: one whose voters stay home at European elections, one that always votes, one small. */
function territory(matchedShare = 1) {
  return territoryWith([
    firstRound(
      "2022_pres_t1",
      [
        [1000, 200, 400, 200, 200],
        [1000, 200, 400, 200, 200],
        [160, 32, 128, 0, 0],
      ],
      { matchedShare },
    ),
    firstRound("2024_euro_t1", [
      [1000, 600, 200, 100, 100],
      [1000, 250, 375, 187, 188],
      [160, 64, 96, 0, 0],
    ]),
  ]);
}

describe("scores of stations", () => {
  it("puts the station whose voters abstain at European elections first for mobilisation", () => {
    const { stations } = scoreStations(territory(), CHOICE);

    expect(stations[0]?.mobilisation.share).toBeGreaterThan((stations[1]?.mobilisation.share ?? 1) + 0.1);
  });

  it("follows the published formula where stations are too big to shrink", () => {
    const large = territoryWith([
      firstRound("2022_pres_t1", [
        [1e7, 2e6, 4e6, 2e6, 2e6],
        [1e7, 1e6, 2e6, 5e6, 2e6],
      ]),
      firstRound("2024_euro_t1", [
        [1e7, 6e6, 2e6, 1e6, 1e6],
        [1e7, 5e6, 1e6, 3e6, 1e6],
      ]),
    ]);

    const { stations, basis } = scoreStations(large, CHOICE);

    // (A_low - A_high) · s_high + ½ (x_high - x_low) = 0.4 · 0.5 + 0.5 · (0.4 - 0.2)
    expect(basis).toMatchObject({ high: "2022_pres_t1", low: "2024_euro_t1" });
    expect(stations[0]?.mobilisation.share).toBeCloseTo(0.3, 3);
  });

  it("draws a small station towards the mean of the others", () => {
    const { stations } = scoreStations(territory(), CHOICE);
    const small = stations[2];
    const ours = small?.parts.mobilisation.find(({ code }) => code === "ours-of-expressed");

    expect(ours?.value).toBeLessThan(1);
    expect(ours?.value).toBeGreaterThan(0.5);
  });

  it("gives an interval that holds the middle and widens where contours changed", () => {
    const sure = scoreStations(territory(1), CHOICE).stations[0];
    const doubtful = scoreStations(territory(0.5), CHOICE).stations[0];

    for (const score of [sure, doubtful]) {
      expect(score?.mobilisation.low).toBeLessThanOrEqual(score?.mobilisation.share ?? -1);
      expect(score?.mobilisation.high).toBeGreaterThanOrEqual(score?.mobilisation.share ?? 2);
    }
    const width = (score: typeof sure) => (score?.mobilisation.high ?? 0) - (score?.mobilisation.low ?? 0);
    expect(width(doubtful)).toBeGreaterThan(width(sure));
    expect(doubtful?.matchedShare).toBe(0.5);
  });

  it("counts every abstainer, and says so, when there is no election of low turnout", () => {
    const one = territoryWith([firstRound("2022_pres_t1", [[1000, 200, 400, 200, 200]])]);

    const report = scoreStations(one, CHOICE);

    expect(report.basis.low).toBeNull();
    expect(report.stations[0]?.mobilisation.share).toBeCloseTo(0.2 * 0.5, 2);
    expect(report.notes.map(({ en }) => en).join(" ")).toContain("every abstainer");
  });

  it("gives no score, only the reason, to a station without results or with fewer than 150 registered voters", () => {
    const patchy = territoryWith([
      firstRound("2022_pres_t1", [
        [1000, 200, 400, 200, 200],
        [140, 40, 50, 25, 25],
        [900, 100, 400, 200, 200],
      ]),
      firstRound("2024_euro_t1", [
        [1000, 600, 200, 100, 100],
        [140, 70, 35, 20, 15],
      ]),
    ]);

    const report = scoreStations(patchy, CHOICE);

    expect(report.stations.map(({ stationIndex }) => stationIndex)).toEqual([0]);
    expect(report.missing.map(({ stationId }) => stationId)).toEqual(["99001_0002", "99001_0003"]);
    expect(report.missing[0]?.reason.fr).toContain("150 inscrits");
  });

  it("leaves out an election with one candidate, and says so", () => {
    const alone = territoryWith([
      firstRound("2026_muni_t1", [[1000, 400, 600]], { candidates: [{ name: "Ours" }] }),
      firstRound("2022_pres_t1", [[1000, 200, 400, 200, 200]]),
    ]);
    const sides = { ...SIDES, [candidateId("2026_muni_t1", "Ours")]: "ours" as const };

    const report = scoreStations(alone, { name: "", sides });

    expect(report.basis.high).toBe("2022_pres_t1");
    expect(report.notes.map(({ fr }) => fr).join(" ")).toContain("une seule candidature");
  });

  it("answers with no station and a sentence when nobody is marked as ours", () => {
    const report = scoreStations(territory(), { name: "", sides: {} });

    expect(report.stations).toEqual([]);
    expect(report.notes[0]?.fr).toContain("Camps");
  });

  it("counts a door against the campaign where abstainers lean the other way", () => {
    const hostile = scoreStations(territory(), {
      name: "hostile",
      assumptions: {
        conversationsPerDoor: 0.3,
        votersPerConversation: 1.3,
        mobilisationEffect: 0.02,
        persuasionEffect: 0,
      },
      sides: Object.fromEntries(
        Object.entries(SIDES).flatMap(([id, side]) =>
          side === "near" ? [] : [[id, side === "ours" ? ("far" as const) : ("ours" as const)]],
        ),
      ),
    });

    expect(hostile.stations[0]?.votesPerDoor).toBeLessThan(0);
    expect(hostile.stations[0]?.votesPerDoorRange.low).toBeLessThan(hostile.stations[0]?.votesPerDoor ?? 0);
  });

  it("follows the campaign's own assumptions, and leaves the scores alone", () => {
    const twice = { ...DEFAULT_ASSUMPTIONS, conversationsPerDoor: 2 * DEFAULT_ASSUMPTIONS.conversationsPerDoor };

    const before = scoreStations(territory(), CHOICE).stations;
    const after = scoreStations(territory(), { ...CHOICE, assumptions: twice }).stations;

    expect(before.some(({ votesPerDoor }) => votesPerDoor !== 0)).toBe(true);
    after.forEach((row, place) => {
      expect(row.votesPerDoor).toBeCloseTo(2 * (before[place]?.votesPerDoor ?? 0), 12);
      expect(row.mobilisation).toEqual(before[place]?.mobilisation);
    });
  });

  it("starts from the figures that the interface shows as defaults and extremes", () => {
    expect(ASSUMPTION_PRESETS.central).toEqual(DEFAULT_ASSUMPTIONS);
    expect(ASSUMPTION_PRESETS.pessimistic).toMatchObject(EFFECT_RANGE.low);
    expect(ASSUMPTION_PRESETS.optimistic).toMatchObject(EFFECT_RANGE.high);
  });

  it("keeps what a door brings between the least and the most, under any effects within the published range", () => {
    const assumptions = [0, 0.02, 0.05].flatMap((mobilisationEffect) =>
      [0, 0.005, 0.03].map((persuasionEffect) => ({ ...DEFAULT_ASSUMPTIONS, mobilisationEffect, persuasionEffect })),
    );

    for (const own of assumptions) {
      for (const { votesPerDoor, votesPerDoorRange: range } of scoreStations(territory(), {
        ...CHOICE,
        assumptions: own,
      }).stations) {
        expect(votesPerDoor).toBeGreaterThanOrEqual(range.low - 1e-12);
        expect(votesPerDoor).toBeLessThanOrEqual(range.high + 1e-12);
      }
    }
  });

  it("changes with the choice of the campaign", () => {
    const swapped = { name: "", sides: { ...SIDES, [candidateId("2022_pres_t1", "Near")]: "ours" as const } };

    const before = scoreStations(territory(), CHOICE).stations.map(({ mobilisation }) => mobilisation.share);
    const after = scoreStations(territory(), swapped).stations.map(({ mobilisation }) => mobilisation.share);

    expect(after).not.toEqual(before);
  });
});

describe("the elections compared", () => {
  const rows = (abstentions: number) => [
    [1000, abstentions, (1000 - abstentions) / 2, (1000 - abstentions) / 4, (1000 - abstentions) / 4],
  ];
  it("are the latest that mobilised, not the one that mobilised most, and the latest that did not", () => {
    const sides = Object.fromEntries(
      ["2017_pres_t1", "2019_euro_t1", "2022_pres_t1", "2024_euro_t1"].map((id) => [
        candidateId(id, "Ours"),
        "ours" as const,
      ]),
    );
    const town = territoryWith([
      firstRound("2017_pres_t1", rows(150)),
      firstRound("2019_euro_t1", rows(420)),
      firstRound("2022_pres_t1", rows(220)),
      firstRound("2024_euro_t1", rows(400)),
    ]);

    expect(scoreStations(town, { name: "", sides }).basis).toMatchObject({ high: "2022_pres_t1", low: "2024_euro_t1" });
  });
});
