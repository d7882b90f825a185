import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreStations } from "../../../geodata/scoring/score-stations.ts";
import { averageStation } from "../../../server/contract/average-station.ts";
import type { ScorePart, StationScore } from "../../../server/contract/scores.ts";
import { stationReasons } from "../../../web/workspace/why-station.ts";
import { candidateId, territoryWith } from "../../geodata/scoring/scoring-fixture.ts";

const part = (code: string, value: number): ScorePart => ({ code, value, kind: "share", label: { fr: "", en: "" } });
const estimate = (signed: number) => ({
  share: Math.max(0, signed),
  signed,
  low: 0,
  high: 1,
  halfWidth: 0.1,
  voters: 0,
});

interface Shares {
  readonly registered?: number;
  readonly intermittent: number;
  readonly leaning: number;
  readonly drift: number;
  readonly near: number;
  readonly lapsed: number;
  /** What a census correction adds to mobilisation. */
  readonly correction?: number;
}

const RATE = 0.25;

function station(shares: Shares): StationScore {
  const { intermittent, leaning, drift, near, lapsed } = shares;
  return {
    stationIndex: 0,
    stationId: "1",
    registered: shares.registered ?? 1000,
    mobilisation: estimate(intermittent * leaning + 0.5 * drift + (shares.correction ?? 0)),
    persuasion: estimate(near * RATE + lapsed),
    parts: {
      mobilisation: [
        part("abstention-high", 0.3),
        part("ours-of-expressed", leaning),
        part("intermittent", intermittent),
        part("ours-drift", drift),
      ],
      persuasion: [part("near-of-registered", near), part("transfer-rate", RATE), part("lapsed", lapsed)],
    },
    votesPerDoor: 0,
    votesPerDoorRange: { low: 0, high: 0 },
    matchedShare: 1,
    leaning: { intermittent, oursOfExpressed: leaning, opposedOfExpressed: 0, persuasion: 0 },
  };
}

function reasons(stations: readonly [StationScore, ...StationScore[]], score: "mobilisation" | "persuasion") {
  const average = averageStation(stations, score);
  if (average === null) throw new Error("the stations have parts");
  return stationReasons(stations[0], score, average);
}

const here = station({ intermittent: 0.2, leaning: 0.5, drift: 0.06, near: 0.2, lapsed: -0.02 });
const there = station({ intermittent: 0.1, leaning: 0.3, drift: 0.02, near: 0.1, lapsed: 0.04 });

describe("why a station is there", () => {
  it("is what each part adds against the average station", () => {
    const { contributions, total } = reasons([here, there], "mobilisation");

    expect(contributions.map(({ factor }) => factor)).toEqual(["intermittent", "leaning", "drift"]);
    // An average station: 15 % intermittent, leaning 40 %, drift 4 %.
    expect(contributions[0]?.mean).toBeCloseTo(0.15);
    expect(contributions[0]?.added).toBeCloseTo(0.05 * 0.45);
    expect(contributions[1]?.added).toBeCloseTo(0.1 * 0.175);
    expect(contributions[2]?.added).toBeCloseTo(0.5 * 0.02);
    expect(total).toBeCloseTo(0.2 * 0.5 + 0.03 - (0.15 * 0.4 + 0.02));
  });

  it("counts near votes by the share of them that comes over, and voters who left in full", () => {
    const { contributions } = reasons([here, there], "persuasion");

    expect(contributions.map(({ factor, added }) => [factor, added.toFixed(4)])).toEqual([
      ["near", (0.05 * RATE).toFixed(4)],
      ["lapsed", "-0.0300"],
    ]);
  });

  it("weighs stations by their registered voters", () => {
    const small = { ...there, registered: 250 };

    expect(reasons([{ ...here, registered: 750 }, small], "mobilisation").contributions[0]?.mean).toBeCloseTo(0.175);
  });

  it("takes every abstainer where there is no election of low turnout", () => {
    const plain = (abstention: number, leaning: number): StationScore => ({
      ...here,
      mobilisation: estimate(abstention * leaning),
      parts: {
        mobilisation: [part("abstention-high", abstention), part("ours-of-expressed", leaning)],
        persuasion: [],
      },
    });
    const { contributions, total } = reasons([plain(0.4, 0.3), plain(0.2, 0.3)], "mobilisation");

    expect(contributions.map(({ factor }) => factor)).toEqual(["intermittent", "leaning"]);
    expect(total).toBeCloseTo(0.1 * 0.3);
    expect(averageStation([plain(0.4, 0.3)], "persuasion")).toBeNull();
  });

  it("names a rest that the parts do not explain, and says nothing of rounding", () => {
    const corrected = station({ intermittent: 0.2, leaning: 0.5, drift: 0, near: 0, lapsed: 0, correction: 0.02 });
    const other = station({ intermittent: 0.2, leaning: 0.5, drift: 0, near: 0, lapsed: 0, correction: -0.01 });
    const rest = reasons([corrected, other], "mobilisation").contributions.at(-1);

    expect(rest?.factor).toBe("other");
    expect(rest?.added).toBeCloseTo(0.015);
    expect(reasons([here, there], "mobilisation").contributions.map(({ factor }) => factor)).not.toContain("other");
  });

  it("adds up exactly to the distance from the average station, whatever the shares", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const signed = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    const any = fc
      .record({ intermittent: signed, leaning: share, drift: signed, near: share, lapsed: signed })
      .map((shares) => station(shares));
    fc.assert(
      fc.property(any, any, (one, two) => {
        for (const score of ["mobilisation", "persuasion"] as const) {
          const average = averageStation([one, two], score);
          if (average === null) throw new Error("the stations have parts");
          const { parts } = average;
          const averageScore =
            score === "mobilisation"
              ? (parts.intermittent ?? 0) * (parts.leaning ?? 0) + 0.5 * (parts.drift ?? 0)
              : (parts.near ?? 0) * RATE + (parts.lapsed ?? 0);

          expect(stationReasons(one, score, average).total).toBeCloseTo(one[score].signed - averageScore, 8);
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it("explains real scores to the last part: nothing is left over", () => {
    const names = ["Ours", "Near", "Neutral", "Far"];
    const ids = ["2019_euro_t1", "2022_pres_t1", "2024_euro_t1"];
    const round = (id: string, type: "european" | "presidential", voters: number, tilt: number) => ({
      id,
      type,
      year: Number(id.slice(0, 4)),
      candidates: names.map((name) => ({ name })),
      rows: Array.from({ length: 60 }, (_, place) => {
        const went = voters + 3 * place;
        const ours = Math.round(went * (0.2 + 0.004 * place + tilt));
        const near = Math.round(went * (0.3 - 0.003 * place));
        const neutral = Math.round(went * (0.1 + 0.001 * ((place * 7) % 20)));
        return [1000, 1000 - went, ours, near, neutral, went - ours - near - neutral];
      }),
    });
    const territory = territoryWith([
      round("2019_euro_t1", "european", 480, 0.02),
      round("2022_pres_t1", "presidential", 760, 0),
      round("2024_euro_t1", "european", 500, -0.01),
    ]);
    const sides = Object.fromEntries(
      ids.flatMap((id) => [
        [candidateId(id, "Ours"), "ours" as const],
        [candidateId(id, "Near"), "near" as const],
        [candidateId(id, "Far"), "far" as const],
      ]),
    );
    const { stations } = scoreStations(territory, { name: "", sides });

    expect(stations).toHaveLength(60);
    for (const score of ["mobilisation", "persuasion"] as const) {
      const average = averageStation(stations, score);
      if (average === null) throw new Error("the stations have parts");
      expect(average.other).toBeCloseTo(0, 8);
      const factors = stations.flatMap((one) => stationReasons(one, score, average).contributions);
      expect(new Set(factors.map(({ factor }) => factor))).toEqual(
        new Set(score === "mobilisation" ? ["intermittent", "leaning", "drift"] : ["near", "neutral", "lapsed"]),
      );
    }
  });
});
