import { describe, expect, it } from "vitest";
import type { OutingProgress, ProgressEvent, StopProgress } from "../../../server/contract/progress.ts";
import { applyProgress } from "../../../web/progress/apply-progress.ts";
import { boxOfPositions } from "../../../web/progress/box-of-positions.ts";
import { routeNews } from "../../../web/progress/route-news.ts";

const TOTAL = { stops: 2, stopsBegun: 0, stopsDone: 0, doors: 4, doorsTried: 0, answers: null };
const stop = (stopId: string, doorsTried = 0): StopProgress => ({
  ...{ stopId, outingRouteId: "r", doors: 2, doorsTried },
  state: doorsTried === 0 ? "untouched" : doorsTried < 2 ? "begun" : "done",
});
const FIGURES = {
  outingId: "o",
  sequence: 4,
  revision: 1,
  endedAt: null,
  at: "",
  total: TOTAL,
  routes: [],
  stations: [],
};
const KNOWN: OutingProgress = {
  ...FIGURES,
  expectedContactRate: 0.3,
  zones: [],
  stops: ["a", "b"].map((id) => ({ ...stop(id), address: `1 rue ${id}`, position: [2, 48] as const })),
};
const event = (changes: Partial<ProgressEvent>): ProgressEvent => ({ ...FIGURES, sequence: 5, stops: [], ...changes });

describe("an outing that is followed", () => {
  it("takes over what changed, and keeps what events do not tell", () => {
    const next = applyProgress(KNOWN, event({ stops: [stop("b", 1)], total: { ...TOTAL, doorsTried: 1 } }));

    expect(next).toMatchObject({ sequence: 5, expectedContactRate: 0.3, total: { doorsTried: 1 } });
    expect(next?.stops.map(({ stopId, state, address }) => [stopId, state, address])).toEqual([
      ["a", "untouched", "1 rue a"],
      ["b", "begun", "1 rue b"],
    ]);
  });

  it("is the same when an event comes twice", () => {
    const told = event({ stops: [stop("b", 2)] });
    const once = applyProgress(KNOWN, told);

    expect(once && applyProgress(once, told)).toEqual(once);
  });

  it("is read anew when somebody else walks", () => {
    expect(applyProgress(KNOWN, event({ revision: 2 }))).toBeNull();
  });
});

describe("the news of a volunteer", () => {
  const now = new Date("2026-03-07T10:00:00Z");
  const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

  it.each([
    ["begun", at(3), { kind: "heard", minutes: 3 }],
    ["begun", at(15), { kind: "silent", minutes: 15 }],
    ["joined", at(50), { kind: "heard", minutes: 50 }],
    ["ended", at(50), { kind: "ended" }],
    ["nobody", null, { kind: "never" }],
    ["begun", at(-2), { kind: "heard", minutes: 0 }],
  ] as const)("of a route that is %s, heard at %s, are told", (state, heardAt, news) => {
    expect(routeNews({ state, heardAt }, now)).toEqual(news);
  });
});

describe("the box of a map", () => {
  it("holds every position, and one address with what is around it", () => {
    expect(
      boxOfPositions([
        [2, 48],
        [2.5, 48.2],
      ]),
    ).toEqual([2, 48, 2.5, 48.2]);
    expect(boxOfPositions([])).toBeNull();
    const [west = 0, , east = 0] = boxOfPositions([[2, 48]]) ?? [];
    expect(east - west).toBeCloseTo(0.002);
  });
});
