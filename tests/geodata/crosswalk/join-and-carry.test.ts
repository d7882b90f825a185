import { describe, expect, it } from "vitest";
import { carryResults } from "../../../geodata/crosswalk/carry-results.ts";
import { joinToContours } from "../../../geodata/crosswalk/join-to-contours.ts";
import { mergeCandidates } from "../../../geodata/crosswalk/merge-candidates.ts";
import type { StationVotes } from "../../../geodata/readers/result-rows.ts";

describe("joining results to contours", () => {
  const sets = [
    contours(2012, ["75056_1", "75056_2"]),
    contours(2017, ["75056_1", "75056_3"]),
    contours(2024, ["75056_9"]),
  ];

  it.each([
    ["2014_muni_t1", 2012],
    ["2017_pres_t1", 2017],
    ["2022_pres_t1", 2017],
    ["2024_legi_t1", 2024],
    ["2007_pres_t1", 2012],
  ])("joins %s to the contours of %i: the newest not after it, else the earliest", (electionId, vintage) => {
    const joined = joinToContours({ electionId, stations: [row("1")] }, sets, null);

    expect(sets[joined.set]?.vintage).toBe(vintage);
  });

  it("lets a vintage be forced", () => {
    const joined = joinToContours({ electionId: "2024_legi_t1", stations: [row("0002")] }, sets, 2012);

    expect(joined.matched).toHaveLength(1);
  });

  it("finds a station however its number is padded", () => {
    const joined = joinToContours({ electionId: "2012_pres_t1", stations: [row("0001"), row("2")] }, sets, null);

    expect(joined.matched.map(({ contour }) => contour)).toEqual([0, 1]);
  });

  it("shows rows of a station that its vintage does not draw, and leaves other communes aside", () => {
    const stations = [row("1"), row("3"), row("2"), row("77"), { ...row("1"), communeCode: "69123" }];

    const joined = joinToContours({ electionId: "2012_pres_t1", stations }, sets, null);

    expect(joined.matched).toHaveLength(2);
    expect(joined.unmatched.map(({ number }) => number)).toEqual(["3", "77"]);
    expect(joined.elsewhere.map(({ communeCode }) => communeCode)).toEqual(["69123"]);
  });

  it("takes stations that no vintage draws for the rest of the commune when they are most of the file", () => {
    const rest = Array.from({ length: 50 }, (_, index) => row(String(100 + index)));

    const joined = joinToContours({ electionId: "2012_pres_t1", stations: [row("1"), row("3"), ...rest] }, sets, null);

    expect(joined.unmatched.map(({ number }) => number)).toEqual(["3"]);
    expect(joined.elsewhere).toHaveLength(50);
  });
});

describe("carrying results to today's stations", () => {
  const noCandidates = () => [];

  it("adds up the shares of what old stations counted", () => {
    const matched = [
      { row: row("1", { registered: 1000, expressed: 600, votes: [400, 200] }), contour: 0 },
      { row: row("2", { registered: 500, expressed: 300, votes: [100, 200] }), contour: 1 },
    ];
    const shares = [
      { old: 0, today: 0, shareOfOld: 0.5, shareOfToday: 1 },
      { old: 0, today: 1, shareOfOld: 0.5, shareOfToday: 0.5 },
      { old: 1, today: 1, shareOfOld: 1, shareOfToday: 0.5 },
    ];

    const [first, second] = carryResults(matched, shares, () => [10, 11]);

    expect(first).toMatchObject({ stationIndex: 0, registered: 500, expressed: 300, matchedShare: 1 });
    expect(second).toMatchObject({ stationIndex: 1, registered: 1000, expressed: 600, matchedShare: 0.5 });
    expect(second?.votes).toEqual(
      new Map([
        [10, 300],
        [11, 300],
      ]),
    );
  });

  it("lowers the matched share where part of the station had no result, and gives none where most had none", () => {
    const matched = [{ row: row("1", { registered: 1000 }), contour: 0 }];
    const shares = [
      { old: 0, today: 0, shareOfOld: 0.6, shareOfToday: 0.6 },
      { old: 0, today: 1, shareOfOld: 0.1, shareOfToday: 0.1 },
    ];

    const carried = carryResults(matched, shares, noCandidates);

    expect(carried).toHaveLength(1);
    expect(carried[0]).toMatchObject({ stationIndex: 0, registered: 600, matchedShare: 0.6 });
  });
});

describe("merging candidates", () => {
  it("knows a candidate again through accents and case, and tells panels and constituencies apart", () => {
    const rows = [
      candidateRow("7505", [1, "Léa MARTIN"], [2, "Paul Roy"]),
      candidateRow("7505", [1, "LEA MARTIN"], [2, "Paul ROY"]),
      candidateRow("7506", [1, "Léa MARTIN"]),
    ];

    const legislative = mergeCandidates("2024_legi_t1", "legislative", rows);
    const presidential = mergeCandidates("2022_pres_t1", "presidential", rows);

    expect(legislative.candidates.map(({ id }) => id)).toEqual([
      "2024_legi_t1/7505/1/lea-martin",
      "2024_legi_t1/7505/2/paul-roy",
      "2024_legi_t1/7506/1/lea-martin",
    ]);
    expect(presidential.candidates.map(({ name }) => name)).toEqual(["Léa MARTIN", "Paul Roy"]);
    expect(rows.map((each) => legislative.positionsOf(each))).toEqual([[0, 1], [0, 1], [2]]);
  });
});

function contours(vintage: number, keys: readonly string[]) {
  return { vintage, indexOfKey: new Map(keys.map((key, index) => [key, index])), communes: new Set(["75056"]) };
}

function row(
  number: string,
  counts: { registered?: number; expressed?: number; votes?: readonly number[] } = {},
): StationVotes {
  const { registered = 100, expressed = 50, votes = [] } = counts;
  return {
    communeCode: "75056",
    number,
    constituency: null,
    registered,
    abstentions: registered - expressed,
    voters: expressed,
    blank: 0,
    nullVotes: 0,
    expressed,
    candidates: votes.map((count, index) => candidate(index + 1, `C${index}`, count)),
    file: "results.csv",
    line: 2,
  };
}

function candidateRow(constituency: string, ...candidates: readonly (readonly [number, string])[]): StationVotes {
  return { ...row("1"), constituency, candidates: candidates.map(([panel, name]) => candidate(panel, name, 1)) };
}

function candidate(panel: number, name: string, votes: number) {
  return { panel, name, nuance: null, list: null, votes };
}
