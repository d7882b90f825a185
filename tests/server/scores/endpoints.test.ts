import { afterEach, beforeEach, expect, it } from "vitest";
import { averageStation } from "../../../server/contract/average-station.ts";
import type { BackTestReport } from "../../../server/contract/back-test.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { rankedReport, type ScoreColumns } from "../../../server/contract/score-columns.ts";
import type { ScoreReport } from "../../../server/contract/scores.ts";
import type { StationScoreAnswer } from "../../../server/contract/station-score.ts";
import type { StationWalks } from "../../../server/contract/station-walks.ts";
import type { TransitionReport } from "../../../server/contract/transitions.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
});
afterEach(() => server.close());

const TERRITORY = "/api/territories/two-squares";
const CHOICE = { name: "Nous", sides: { "2024_legi_t1-0": "ours", "2024_legi_t1-1": "near" } };
const posting = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

it("says that a territory with one election gives nothing to test a score on", async () => {
  const report = await jsonOf<BackTestReport>(await server.request(`${TERRITORY}/back-tests`, posting(CHOICE)));

  expect(report.tests).toEqual([]);
  expect(report.signal.mobilisation.level).toBe("untested");
});

it("gives in columns what the report says of every station, and the parts of one when they are asked for", async () => {
  const report = await jsonOf<ScoreReport>(await server.request(`${TERRITORY}/scores`, posting(CHOICE)));
  const columns = await jsonOf<ScoreColumns>(await server.request(`${TERRITORY}/score-columns`, posting(CHOICE)));
  const one = await jsonOf<StationScoreAnswer>(
    await server.request(`${TERRITORY}/stations/99001_0002/score`, posting(CHOICE)),
  );

  const { stations, ...rest } = rankedReport(columns);
  const { stations: whole, ...frame } = report;
  expect(rest).toEqual(frame);
  expect(stations).toHaveLength(2);
  for (const [place, { mobilisation, persuasion, ...station }] of stations.entries()) {
    expect(whole[place]).toMatchObject({ stationId: station.stationId, registered: station.registered });
    for (const [name, own] of [
      ["mobilisation", mobilisation],
      ["persuasion", persuasion],
    ] as const) {
      for (const figure of ["share", "signed", "low", "high", "halfWidth", "voters"] as const) {
        expect(own[figure]).toBeCloseTo(whole[place]?.[name][figure] ?? Number.NaN, 6);
      }
    }
    expect(station.votesPerDoor).toBeCloseTo(whole[place]?.votesPerDoor ?? Number.NaN, 6);
  }
  expect(one.score).toEqual(whole[1]);
  expect(one.averages.mobilisation?.parts).toEqual(averageStation(whole, "mobilisation")?.parts);
});

it("refuses the score of a station that there is not", async () => {
  const response = await server.request(`${TERRITORY}/stations/12345_1/score`, posting(CHOICE));

  expect(response.status).toBe(404);
});

it("measures the walk of every station once, for whoever asks", async () => {
  const { stations, minutesPerDoor } = await jsonOf<StationWalks>(await server.request(`${TERRITORY}/walks`));

  expect(minutesPerDoor).toBe(1.5);
  expect(stations.map(({ stationId }) => stationId)).toEqual(["99001_0001", "99001_0002"]);
  for (const { doors, doorSeconds, walkSeconds } of stations) {
    expect(doorSeconds).toBeGreaterThanOrEqual(doors * 90);
    expect(walkSeconds).toBeGreaterThanOrEqual(0);
  }
});

it("refuses to compare an election with itself, or with one that there is not, in words", async () => {
  const request = { choice: CHOICE, from: "2024_legi_t1" };
  const same = await server.request(`${TERRITORY}/transitions`, posting({ ...request, to: "2024_legi_t1" }));
  const unknown = await server.request(`${TERRITORY}/transitions`, posting({ ...request, to: "1789_etat_t1" }));

  expect(same.status).toBe(400);
  expect((await jsonOf<Problem>(same)).error.message).toContain("choisissez-en deux");
  expect(unknown.status).toBe(404);
  expect((await jsonOf<Problem>(unknown)).error.message).toContain("1789_etat_t1");
});

it("refuses assumptions that cannot be, and names the field", async () => {
  const assumptions = {
    conversationsPerDoor: 1.5,
    votersPerConversation: 1.3,
    mobilisationEffect: 0.02,
    persuasionEffect: 0.005,
  };
  const response = await server.request(`${TERRITORY}/back-tests`, posting({ ...CHOICE, assumptions }));

  expect(response.status).toBe(400);
  expect((await jsonOf<Problem>(response)).error.details?.[0]?.path).toBe("assumptions.conversationsPerDoor");
});

it("gives a table of transitions only where two elections are", async () => {
  const response = await server.request(
    `${TERRITORY}/transitions`,
    posting({ choice: CHOICE, from: "2022_legi_t1", to: "2024_legi_t1", stationId: "99001_0001" }),
  );

  expect(response.status).toBe(404);
  expect((await response.json()) as TransitionReport | Problem satisfies object).toHaveProperty("error");
});
