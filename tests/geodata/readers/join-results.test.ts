import { describe, expect, it } from "vitest";
import { joinResults } from "../../../geodata/readers/join-results.ts";
import type { CandidateRow, GeneralRow, ResultTable } from "../../../geodata/readers/results-reader.ts";
import { englishExample } from "../../fixtures/english-examples.ts";

const NO_FAULT = { format: "test", rejected: 0, outside: 0, rejects: [], notes: [], sha256: "", bytes: 0 };

function general(file: string, ...rows: GeneralRow[]): ResultTable {
  return { ...NO_FAULT, file, read: rows.length, accepted: rows.length, kind: "general", rows };
}

function candidates(file: string, ...rows: CandidateRow[]): ResultTable {
  return { ...NO_FAULT, file, read: rows.length, accepted: rows.length, kind: "candidates", rows };
}

function station(number: string, more: Partial<GeneralRow> = {}): GeneralRow {
  const counts = { registered: 100, abstentions: 40, voters: 60, blank: 5, nullVotes: 5, expressed: 50 };
  const place = { electionId: "2024_legi_t1", communeCode: "75056", number, constituency: "7501" };
  return { ...place, ...counts, candidates: [], file: "general.csv", line: 2, ...more };
}

function votes(number: string, name: string, count: number, line = 2): CandidateRow {
  const place = { electionId: "2024_legi_t1", communeCode: "75056", number };
  return { ...place, panel: null, name, nuance: null, list: null, votes: count, line };
}

describe("joining candidates to the counts of their station", () => {
  it("brings the two files together, however the number is padded, oldest round first", () => {
    const { elections, facts } = joinResults([
      candidates("c.csv", votes("0001", "A", 30), votes("1", "B", 20, 3)),
      general("g.csv", station("1"), station("1", { electionId: "2012_pres_t1", expressed: 0 })),
    ]);

    expect(elections.map(({ electionId }) => electionId)).toEqual(["2012_pres_t1", "2024_legi_t1"]);
    expect(elections[1]?.stations[0]).toMatchObject({
      number: "1",
      candidates: [
        { name: "A", votes: 30 },
        { name: "B", votes: 20 },
      ],
    });
    expect(facts.map(({ accepted, rejected }) => [accepted, rejected])).toEqual([
      [2, 0],
      [2, 0],
    ]);
  });

  it("rejects candidates without a row of counts, in the facts of their file", () => {
    const { elections, facts } = joinResults([
      general("g.csv", station("1")),
      candidates("c.csv", votes("2", "A", 30, 7)),
    ]);

    expect(elections[0]?.stations[0]?.candidates).toEqual([]);
    expect(facts[1]).toMatchObject({ read: 1, accepted: 0, rejected: 1 });
    expect(englishExample(facts[1]?.rejects[0])).toContain(
      "c.csv, line 7 (station 75056_2, 2024_legi_t1): the station has no usable row",
    );
    expect(facts[0]?.notes[0]).toMatchObject({ reason: "no-candidates", count: 1 });
  });

  it("leaves out a station whose candidates have more votes than were expressed, in both files", () => {
    const { elections, facts } = joinResults([
      general("g.csv", station("1"), station("2")),
      candidates("c.csv", votes("1", "A", 30), votes("1", "B", 30), votes("2", "A", 50)),
    ]);

    expect(elections[0]?.stations.map(({ number }) => number)).toEqual(["2"]);
    expect(facts.map(({ accepted, rejected }) => [accepted, rejected])).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(englishExample(facts[0]?.rejects[0])).toContain(
      "the candidates have 60 votes together; expected the 50 expressed",
    );
  });

  it("keeps the first of a station or candidate that stands twice, across files", () => {
    const { elections, facts } = joinResults([
      general("g.csv", station("1")),
      general("h.csv", station("01", { file: "h.csv", line: 9 })),
      candidates("c.csv", votes("1", "A", 30), votes("1", "A", 20, 3)),
    ]);

    expect(elections[0]?.stations).toHaveLength(1);
    expect(elections[0]?.stations[0]?.candidates).toHaveLength(1);
    expect(englishExample(facts[1]?.rejects[0])).toBe(
      "h.csv, line 9 (station 75056_01, 2024_legi_t1): the station already has line 2 of general.csv in this round; expected one",
    );
    expect(facts[2]?.rejects[0]?.reason).toBe("duplicate-candidate");
  });

  it("accounts for every row: accepted + rejected + outside = read", () => {
    const tables = [
      general("g.csv", station("1"), station("1"), station("3")),
      candidates("c.csv", votes("1", "A", 51), votes("2", "A", 1), votes("3", "A", 1), votes("3", "A", 1)),
    ];

    const { facts } = joinResults(tables);

    for (const { read, accepted, rejected, outside, rejects } of facts) {
      expect(accepted + rejected + outside).toBe(read);
      expect(rejects.reduce((sum, { count }) => sum + count, 0)).toBe(rejected);
    }
  });
});
