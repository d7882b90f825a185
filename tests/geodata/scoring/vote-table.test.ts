import { describe, expect, it } from "vitest";
import { scoreStations } from "../../../geodata/scoring/score-stations.ts";
import { voteTable, voteTables } from "../../../geodata/scoring/vote-table.ts";
import type { StationResult } from "../../../geodata/territory/territory.ts";
import { candidateId, territoryWith } from "./scoring-fixture.ts";

const territory = territoryWith([
  {
    id: "2022_pres_t1",
    type: "presidential",
    year: 2022,
    candidates: [{ name: "Ours" }, { name: "Far" }],
    rows: Array.from({ length: 5 }, () => [1000, 200, 500, 300]),
  },
]);
const [election] = territory.elections();
const good: StationResult = {
  stationIndex: 0,
  registered: 1000,
  abstentions: 200,
  blankAndNull: 0,
  expressed: 800,
  votes: new Map([
    [0, 500],
    [1, 300],
  ]),
  matchedShare: 1,
};

function leftOut(changes: Partial<StationResult>) {
  if (!election) throw new Error("the fixture has a round");
  return voteTable(election, territory.candidates(election.id), [{ ...good, ...changes }], 1).leftOut;
}

describe("results that do not add up", () => {
  it.each([
    ["negative votes", { votes: new Map([[0, -5]]) }, "négatif"],
    ["more expressed than registered", { expressed: 1300 }, "pour 1000 inscrits"],
    ["more votes than expressed", { votes: new Map([[0, 900]]) }, "pour 800 exprimés"],
    ["votes that are missing", { votes: new Map([[0, 300]]) }, "pour 800 exprimés"],
    ["nobody registered", { registered: 0, abstentions: 0, expressed: 0, votes: new Map() }, "aucun inscrit"],
    ["rows of zeros", { abstentions: 1000, expressed: 0, votes: new Map() }, "aucun vote exprimé"],
    ["a count that is no number", { abstentions: Number.NaN }, "illisible"],
  ])("leaves out %s, and says why", (_, changes, words) => {
    expect(leftOut(changes as Partial<StationResult>)[0]?.reason.fr).toContain(words);
  });

  it("keeps a slip of the pen", () => {
    expect(leftOut({ abstentions: 201 })).toEqual([]);
  });

  it("names the station in the report and gives it no score, and leaves the others as they were", () => {
    const rows = Array.from({ length: 5 }, () => [1000, 200, 500, 300]);
    const broken = territoryWith([
      {
        id: "2022_pres_t1",
        type: "presidential",
        year: 2022,
        candidates: [{ name: "Ours" }, { name: "Far" }],
        rows: [...rows, [1000, 100, 100, 100]],
      },
    ]);
    const choice = { name: "", sides: { [candidateId("2022_pres_t1", "Ours")]: "ours" as const } };

    const whole = scoreStations(territory, choice);
    const report = scoreStations(broken, choice);

    expect(report.leftOut).toMatchObject([{ electionId: "2022_pres_t1", stationId: "99001_0006" }]);
    expect(report.missing.map(({ stationId }) => stationId)).toEqual(["99001_0006"]);
    expect(report.stations).toEqual(whole.stations);
  });
});

describe("vote tables", () => {
  it("are made once per territory", () => {
    expect(voteTables(territory)).toBe(voteTables(territory));
  });
});
