import { describe, expect, it } from "vitest";
import { sampleStations } from "../../../geodata/sampling/sample-stations.ts";
import type { SampledTerritory } from "../../../geodata/sampling/territory-margins.ts";
import type { SampleReport, SampleRequest } from "../../../server/contract/sample.ts";
import { sampledTown } from "../../fixtures/sampled-town.ts";

const request = (overrides: Partial<SampleRequest> = {}): SampleRequest => ({
  count: 10,
  margins: null,
  seed: 1,
  spares: 2,
  ...overrides,
});

function sampled(...args: Parameters<typeof sampleStations>): SampleReport {
  const answer = sampleStations(...args);
  if (!answer.ok) throw new Error(answer.reason.en);
  return answer.value;
}

function refused(territory: SampledTerritory, overrides: Partial<SampleRequest>): string {
  const answer = sampleStations(territory, request(overrides));
  return answer.ok ? "not refused" : answer.reason.en;
}

describe("representative stations", () => {
  const town = sampledTown(80);
  const report = sampled(town, request());

  it("balance census, turnout and votes by family of the two latest rounds, the latest first", () => {
    expect(report.margins.map(({ id }) => id)).toEqual([
      "turnout@2024_euro_t1",
      "left@2024_euro_t1",
      "centre@2024_euro_t1",
      "far-right@2024_euro_t1",
      "DISP_MED21",
      "P21_CHOM1564",
      "turnout@2022_pres_t1",
      "left@2022_pres_t1",
      "centre@2022_pres_t1",
      "far-right@2022_pres_t1",
    ]);
  });

  it("are nearer to everyone than simple random draws, on what was balanced and on votes that were not", () => {
    expect(report.stations).toHaveLength(10);
    expect(report.expected.design?.mean).toBeLessThan(0.35 * report.expected.simple.mean);
    expect(report.outcomes.map(({ id }) => id)).toContain("left@2019_euro_t1");
    for (const { versusSimple } of report.outcomes) expect(versusSimple).toBeLessThan(0.9);
    expect(Math.min(...report.outcomes.map(({ versusSimple }) => versusSimple))).toBeLessThan(0.2);
  });

  it("carry weights within bounds that average one, and never widen the largest gap", () => {
    const weights = report.stations.map(({ weight }) => weight);

    expect(weights.reduce((sum, weight) => sum + weight, 0) / 10).toBeCloseTo(1, 6);
    expect(Math.min(...weights)).toBeGreaterThan(0.29);
    expect(report.largestGap.after).toBeLessThanOrEqual(report.largestGap.before);
    expect(report.kish.after).toBeLessThanOrEqual(1.11);
  });

  it("report gaps that agree with the means", () => {
    for (const { gapBefore, meanBefore, referenceMean, deviation } of report.margins) {
      expect(((meanBefore ?? 0) - referenceMean) / deviation).toBeCloseTo(gapBefore ?? 1, 8);
    }
  });

  it("say what share of the voters a suppressed figure is known for, and compare counts as shares of their whole", () => {
    const income = report.margins.find(({ id }) => id === "DISP_MED21");
    const unemployed = report.margins.find(({ id }) => id === "P21_CHOM1564");
    const first = town.stations()[0]?.registered ?? 0;
    const all = town.stations().reduce((sum, { registered }) => sum + (registered ?? 0), 0);

    expect(income?.knownShare).toBeCloseTo(1 - first / all, 10);
    expect(income?.territoryMean).toBeGreaterThan(20_000);
    expect(unemployed?.territoryMean).toBeCloseTo(0.1, 1);
  });

  it("are the same for the same seed and others for another", () => {
    const ids = (seed: number) => sampled(town, request({ seed })).stations.map(({ stationId }) => stationId);

    expect(sampled(town, request())).toEqual(report);
    expect(ids(2)).not.toEqual(ids(1));
  });

  it("resemble another population when it is asked for, and say so", () => {
    const reference = {
      name: "richer.csv",
      margins: new Map([["DISP_MED21", { mean: 24_000, deviation: null }]]),
      unknown: ["DISP_MED13"],
    };

    const richer = sampled(town, request({ count: 20 }), { sides: null, reference });

    const [income] = richer.margins;
    expect(richer.margins).toHaveLength(1);
    expect(income?.territoryMean).toBeLessThan(23_000);
    expect(Math.abs((income?.meanBefore ?? 0) - 24_000)).toBeLessThan(300);
    expect(richer.leftOut.map(({ marginId, reason }) => `${marginId}: ${reason.en}`)).toEqual([
      "DISP_MED13: not in this territory",
    ]);
    expect(richer.notes.some(({ en }) => en.includes("the population of richer.csv"))).toBe(true);
  });

  it("say when the reference is out of reach", () => {
    const reference = {
      name: "far.csv",
      margins: new Map([["DISP_MED21", { mean: 90_000, deviation: null }]]),
      unknown: [],
    };

    const { notes } = sampled(town, request(), { sides: null, reference });

    const note = notes.find(({ en }) => en.includes("out of reach"));
    expect(note?.fr).toMatch(/ \d+,\d\d écart-type/);
    expect(note?.en).toMatch(/ \d+\.\d\d standard deviations/);
  });

  it("balance the sides of a campaign instead of families when it has chosen", () => {
    const sides = { "2024_euro_t1-LFI": "ours" as const, "2024_euro_t1-RN": "far" as const };

    const { margins } = sampled(town, request(), { sides, reference: null });

    const ids = margins.map(({ id }) => id);
    expect(ids).toContain("ours@2024_euro_t1");
    expect(ids).toContain("far@2024_euro_t1");
    expect(ids.some((id) => id.startsWith("left@"))).toBe(false);
  });

  it("leave out stations without registered voters, and name them", () => {
    const stations = sampledTown(30)
      .stations()
      .map((station) => (station.index === 4 ? { ...station, registered: null } : station));

    const { excluded, stations: chosen } = sampled(sampledTown(30, { stations }), request({ count: 29 }));

    expect(excluded.map(({ stationId }) => stationId)).toEqual(["99001_0005"]);
    expect(chosen.map(({ stationId }) => stationId)).not.toContain("99001_0005");
  });

  it("can be all there are, each certain", () => {
    const all = sampled(sampledTown(6), request({ count: 6, spares: 3 }));

    expect(all.stations.map(({ probability }) => probability)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(all.stations.every(({ spares }) => spares.length === 0)).toBe(true);
    expect(all.largestGap.before).toBeLessThan(1e-9);
  });

  it("accept margins by name, in the order given", () => {
    const { margins } = sampled(town, request({ margins: ["DISP_MED21", "left", "turnout@2019_euro_t1"] }));

    expect(margins.map(({ id }) => id)).toEqual([
      "DISP_MED21",
      "left@2024_euro_t1",
      "left@2022_pres_t1",
      "turnout@2019_euro_t1",
    ]);
  });

  it.each([
    [town, { count: 81 }, "81 stations are asked for; there are 80"],
    [town, { margins: ["lft"] }, '"lft" is not a margin of this territory; the margins are turnout, left'],
    [town, { margins: ["left", "left@2024_euro_t1"] }, "left@2024_euro_t1 is given twice"],
    [sampledTown(1), { count: 1 }, "No margin can be balanced (turnout@2024_euro_t1: the same in every station)"],
    [sampledTown(0), { count: 1 }, "No station of this territory has known registered voters"],
    [sampledTown(5, { elections: [], indicators: [] }), { count: 2 }, "nothing to balance on"],
    [
      sampledTown(3, {
        stations: sampledTown(3)
          .stations()
          .map((station) => ({ ...station, id: "same" })),
      }),
      { count: 2 },
      "Station same stands twice",
    ],
  ])("refuse what cannot be drawn: %#", (territory, overrides, sentence) => {
    expect(refused(territory, overrides)).toContain(sentence);
  });
});
