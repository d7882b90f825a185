import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LayerValues } from "../../../server/contract/layers.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
});
afterEach(() => server.close());

const ask = (body: unknown, name = "two-squares") =>
  server.request(`/api/territories/${name}/layer`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const values = async (body: unknown) => jsonOf<LayerValues>(await ask(body));

describe("POST /api/territories/:name/layer", () => {
  it("gives one value for each station, with its unit and how much of the station it speaks for", async () => {
    const answer = await values({ layer: { kind: "turnout", election: "2024_legi_t1" } });

    expect(answer.unit).toBe("share");
    expect(answer.stations).toEqual([
      { stationId: "99001_0001", value: 1 - 90.5 / 200, reason: null, coveredShare: 0.9 },
      { stationId: "99001_0002", value: 1 - 90.5 / 200, reason: null, coveredShare: 0.9 },
    ]);
  });

  it("tells a suppressed figure from one that the table does not have", async () => {
    const answer = await values({ layer: { kind: "census", indicator: "DISP_MED21" } });

    expect(answer.stations.map(({ value, reason }) => [value, reason])).toEqual([
      [null, "suppressed"],
      [null, "noCensus"],
    ]);
    expect(answer.method.fr).toContain("Données inventées");
  });

  it("turns percentages of the tables into shares, and names euros", async () => {
    server.putTerritory("census", {
      indicators: [
        { id: "DISP_TP6021", label: { fr: "Taux de pauvreté (%)", en: "Poverty (%)" }, kind: "share" },
        { id: "DISP_Q121", label: { fr: "Niveau de vie (€)", en: "Living standard (€)" }, kind: "median" },
      ],
      stationIndicators: [
        { stationIndex: 0, indicatorId: "DISP_TP6021", value: 12.5, coveredShare: 0.75 },
        { stationIndex: 0, indicatorId: "DISP_Q121", value: 21_000, coveredShare: 1 },
      ],
    });
    const poverty = await jsonOf<LayerValues>(
      await ask({ layer: { kind: "census", indicator: "DISP_TP6021" } }, "census"),
    );
    const income = await jsonOf<LayerValues>(
      await ask({ layer: { kind: "census", indicator: "DISP_Q121" } }, "census"),
    );

    expect(poverty).toMatchObject({ unit: "share", stations: [{ value: 0.125, coveredShare: 0.75 }, {}] });
    expect(income).toMatchObject({ unit: "euros", stations: [{ value: 21_000 }, {}] });
  });

  it("counts the votes of a side as the camp sees the candidates", async () => {
    const layer = { kind: "side", side: "ours", election: "2024_legi_t1" };
    const sides = { "2024_legi_t1-1": "ours" };

    expect((await values({ layer, sides })).stations[0]).toMatchObject({ value: 0.4 });
    expect((await values({ layer })).stations[0]).toMatchObject({ value: null, reason: "noCandidate" });
  });

  it("measures the walk from door to door once for everybody who asks", async () => {
    const answer = await values({ layer: { kind: "ground", figure: "walkPerDoor" } });

    expect(answer.unit).toBe("seconds");
    for (const { value } of answer.stations) expect(value).toBeGreaterThanOrEqual(0);
  });

  it("gives registered voters", async () => {
    const answer = await values({ layer: { kind: "ground", figure: "registered" } });

    expect(answer.unit).toBe("count");
    expect(answer.stations[0]).toMatchObject({ value: 200, reason: null });
  });

  it("gives doors, and doors behind one address", async () => {
    const doors = await values({ layer: { kind: "ground", figure: "doors" } });
    const each = await values({ layer: { kind: "ground", figure: "doorsPerAddress" } });

    expect(doors.stations[0]?.value).toBe(2);
    expect(each.stations[0]?.value).toBe(2);
  });

  it.each([
    ["an election", { kind: "turnout", election: "1789_etat_t1" }, "1789_etat_t1"],
    ["an indicator", { kind: "census", indicator: "BONHEUR" }, "BONHEUR"],
    ["one of two elections", { kind: "turnoutChange", from: "2024_legi_t1", to: "1789_etat_t1" }, "1789_etat_t1"],
  ])("answers in words that there is no such thing as %s", async (_, layer, named) => {
    const response = await ask({ layer });

    expect(response.status).toBe(404);
    expect((await jsonOf<Problem>(response)).error.message).toContain(named);
  });

  it("refuses a change from an election to itself", async () => {
    const response = await ask({ layer: { kind: "turnoutChange", from: "2024_legi_t1", to: "2024_legi_t1" } });

    expect(response.status).toBe(400);
    expect((await jsonOf<Problem>(response)).error.message).toContain("choisissez-en deux");
  });

  it.each([
    ["nothing", {}],
    ["no kind", { layer: {} }],
    ["an unknown kind", { layer: { kind: "religion" } }],
    ["a missing part", { layer: { kind: "side", election: "2024_legi_t1" } }],
    ["an unknown side", { layer: { kind: "side", side: "traitor", election: "2024_legi_t1" } }],
    ["an endless name", { layer: { kind: "census", indicator: "x".repeat(61) } }],
    ["an unknown figure", { layer: { kind: "ground", figure: "voters" } }],
    ["sides that are none", { layer: { kind: "ground", figure: "doors" }, sides: { a: "ally" } }],
  ])("refuses %s", async (_, body) => {
    const response = await ask(body);

    expect(response.status).toBe(400);
    expect(server.faults).toEqual([]);
  });

  it("knows no territory that is not there", async () => {
    expect((await ask({ layer: { kind: "ground", figure: "doors" } }, "atlantis")).status).toBe(404);
  });
});
