import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ComparisonAnswer, ComparisonRequest } from "../../../server/contract/comparison.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { makeStation } from "../../fixtures/territory-content.ts";

const INDICATORS = [
  { id: "DISP_MED21", label: { fr: "Revenu médian", en: "Median income" }, kind: "median" as const },
  { id: "P21_POP", label: { fr: "Population", en: "Population" }, kind: "count" as const },
];
const stationNumber = (index: number, doors: number) =>
  makeStation({ index, id: `99001_000${index + 1}`, number: `000${index + 1}`, doors });
const result = (stationIndex: number, part: object) => ({
  stationIndex,
  registered: 200,
  abstentions: 100,
  blankAndNull: 0,
  expressed: 100,
  votes: new Map([
    [0, 60],
    [1, 40],
  ]),
  matchedShare: 1,
  ...part,
});

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
  server.putTerritory("three-stations", {
    stations: [stationNumber(0, 100), stationNumber(1, 300), stationNumber(2, 50)],
    results: new Map([
      ["2024_legi_t1", [result(0, {}), result(1, { registered: 400, expressed: 300, votes: new Map([[0, 90]]) })]],
    ]),
    indicators: INDICATORS,
    stationIndicators: [
      { stationIndex: 0, indicatorId: "DISP_MED21", value: 20_000, coveredShare: 1 },
      { stationIndex: 1, indicatorId: "DISP_MED21", value: 30_000, coveredShare: 0.5 },
      { stationIndex: 2, indicatorId: "DISP_MED21", value: null, coveredShare: 0 },
      { stationIndex: 0, indicatorId: "P21_POP", value: 150, coveredShare: 1 },
      { stationIndex: 1, indicatorId: "P21_POP", value: 350, coveredShare: 1 },
    ],
  });
});
afterEach(() => server.close());

const ask = (groups: ComparisonRequest["groups"]) =>
  server.request("/api/territories/three-stations/comparison", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ groups }),
  });
const compare = (...groups: string[][]) => jsonOf<ComparisonAnswer>(ask(groups.map((stationIds) => ({ stationIds }))));
const indicatorOf = (group: ComparisonAnswer["territory"] | undefined, id: string) =>
  group?.indicators.find((one) => one.id === id);

describe("stations taken together", () => {
  it("add up their voters and votes, a station that is named twice once", async () => {
    const { groups } = await compare(["99001_0001", "99001_0002", "99001_0001"]);

    expect(groups[0]?.stations).toBe(2);
    expect(groups[0]?.results[0]).toMatchObject({
      electionId: "2024_legi_t1",
      stations: 2,
      registered: 600,
      abstentions: 200,
      expressed: 400,
      votes: { "2024_legi_t1-0": 150, "2024_legi_t1-1": 40 },
    });
  });

  it("average medians over the doors that are known, and say how many that is", async () => {
    const { groups } = await compare(["99001_0001", "99001_0002"]);

    // 100 doors at 20,000 and half of 300 doors at 30,000.
    expect(indicatorOf(groups[0], "DISP_MED21")).toEqual({ id: "DISP_MED21", value: 26_000, coveredShare: 0.625 });
    expect(indicatorOf(groups[0], "P21_POP")).toEqual({ id: "P21_POP", value: 500, coveredShare: 1 });
  });

  it("have no value where everything is suppressed, and no result where there was none", async () => {
    const { groups } = await compare(["99001_0003"]);

    expect(indicatorOf(groups[0], "DISP_MED21")).toMatchObject({ value: null, coveredShare: 0 });
    expect(groups[0]?.results).toEqual([]);
  });

  it("come in the order they were asked for, beside the whole territory", async () => {
    const { groups, territory } = await compare(["99001_0002"], ["99001_0001"]);

    expect(groups.map((group) => group.results[0]?.registered)).toEqual([400, 200]);
    expect(territory).toMatchObject({ stations: 3, results: [{ registered: 600, stations: 2 }] });
  });

  it("are refused when one is not known, when there are more than four, and when there are none", async () => {
    const one = { stationIds: ["99001_0001"] };

    expect((await ask([{ stationIds: ["99001_0001", "nowhere"] }])).status).toBe(404);
    expect((await ask([one, one, one, one, one])).status).toBe(400);
    expect((await ask([{ stationIds: [] }])).status).toBe(400);
    expect((await ask([])).status).toBe(400);
  });
});

describe("parts of stations", () => {
  const part = (share: number) => ({ stationIds: ["99001_0001", "99001_0002"], shares: [share, 1 - share] });

  it("give exactly the figures of the stations when they hold all of their doors", async () => {
    const stationIds = ["99001_0001", "99001_0002"];

    const { groups } = await jsonOf<ComparisonAnswer>(ask([{ stationIds }, { stationIds, shares: [1, 1] }]));

    expect(groups[1]).toEqual(groups[0]);
  });

  it("that make up stations add up to them: voters, votes, counts, and medians by their doors", async () => {
    const whole = { stationIds: ["99001_0001", "99001_0002"] };
    const { groups } = await jsonOf<ComparisonAnswer>(ask([whole, part(0.3), part(0.7)]));
    const [all, one, other] = groups;
    const sum = (of: (group: ComparisonAnswer["territory"] | undefined) => number | null | undefined) =>
      (of(one) ?? 0) + (of(other) ?? 0);

    expect(one?.stations).toBe(1);
    expect(sum((group) => group?.results[0]?.registered)).toBeCloseTo(600, 9);
    expect(sum((group) => group?.results[0]?.votes["2024_legi_t1-0"])).toBeCloseTo(150, 9);
    expect(sum((group) => indicatorOf(group, "P21_POP")?.value)).toBeCloseTo(500, 9);
    // A part's median weighs with the doors that are covered in it: 30 of 100 and 70 % of half of 300, and the rest.
    const covered = [30 + 105, 70 + 45];
    const medians = [one, other].map((group) => indicatorOf(group, "DISP_MED21")?.value ?? 0);
    const mean = medians.reduce((total, value, place) => total + value * (covered[place] ?? 0), 0) / 250;
    expect(mean).toBeCloseTo(indicatorOf(all, "DISP_MED21")?.value ?? 0, 6);
    expect(medians[0]).not.toBeCloseTo(medians[1] ?? 0, 0);
  });

  it("have the result of no station that they do not touch", async () => {
    const { groups } = await jsonOf<ComparisonAnswer>(ask([{ stationIds: ["99001_0001"], shares: [0] }]));

    expect(groups[0]?.results).toEqual([]);
  });

  it("are refused with more than a whole, or not as many shares as stations", async () => {
    const stationIds = ["99001_0001"];

    expect((await ask([{ stationIds, shares: [1.2] }])).status).toBe(400);
    expect((await ask([{ stationIds, shares: [0.5, 0.5] }])).status).toBe(400);
  });
});
