import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../server/contract/field-events.ts";
import { noDoors } from "../../../server/contract/fold-field-events.ts";
import { leftOutAddresses } from "../../../server/progress/left-out-rules.ts";
import type { CoveredStop } from "../../../server/progress/progress-store.ts";

const NOW = new Date("2026-03-10T12:00:00Z");
/** 7 March 2026 is a Saturday. */
function visit(counts: Partial<Record<Outcome, number>>, changes: Partial<CoveredStop> = {}): CoveredStop {
  const all = { ...noDoors(), ...counts };
  return {
    outingId: "o",
    day: "2026-03-07",
    startsAt: "15:00",
    stopId: "a",
    stationId: null,
    doors: 1,
    counts: all,
    doorsTried: Object.values(all).reduce((sum, doors) => sum + doors, 0),
    isFinished: false,
    lastAt: null,
    ...changes,
  };
}
const reasonOf = (visits: CoveredStop[], day: string | null = null, startsAt: string | null = null) =>
  leftOutAddresses(visits, { day, startsAt }, NOW).leftOut[0]?.code ?? null;

describe("what the next plan leaves out", () => {
  it.each(["conversation", "refused", "leaflet"] as const)("is a door with the outcome %s", (outcome) => {
    expect(reasonOf([visit({ [outcome]: 1 })])).toBe("done-before");
  });

  it("is a house that asked for no more visits, for good", () => {
    expect(reasonOf([visit({ never: 1 }), visit({ absent: 1 }, { day: "2026-03-09" })])).toBe("never-again");
  });

  it("is no larger building for one such door, which is counted for whoever walks there", () => {
    const answer = leftOutAddresses(
      [visit({ never: 1, absent: 9 }, { doors: 10 })],
      { day: null, startsAt: null },
      NOW,
    );

    expect(answer).toEqual({ leftOut: [], neverAsked: [{ stopId: "a", doors: 1 }] });
  });

  it("is never somebody who asked us back", () => {
    expect(reasonOf([visit({ later: 1 })], "2026-03-14", "15:00")).toBeNull();
    expect(reasonOf([visit({ later: 1, conversation: 19 }, { doors: 20 })])).toBeNull();
  });

  it("is who was absent, at the same weekday and time of day alone", () => {
    const absent = [visit({ absent: 1 })];

    expect(reasonOf(absent, "2026-03-14", "14:00")).toBe("another-time");
    expect(reasonOf(absent, "2026-03-14", null)).toBe("another-time");
    expect(reasonOf(absent, "2026-03-14", "19:00")).toBeNull();
    expect(reasonOf(absent, "2026-03-15", "14:00")).toBeNull();
    expect(reasonOf(absent)).toBeNull();
  });

  it("is a building of which less than a third is open, for nothing says which doors", () => {
    expect(reasonOf([visit({ conversation: 7, absent: 3 }, { doors: 10 })])).toBe("done-before");
    expect(reasonOf([visit({ conversation: 6, absent: 4 }, { doors: 10 })])).toBeNull();
  });

  it("is not a building that was only begun, unless the volunteer finished it", () => {
    expect(reasonOf([visit({ conversation: 2 }, { doors: 10 })])).toBeNull();
    expect(reasonOf([visit({ conversation: 2 }, { doors: 10, isFinished: true })])).toBe("done-before");
  });

  it("adds up the outings: who was absent once and spoke the next time is done", () => {
    expect(
      reasonOf([visit({ absent: 2 }, { doors: 2 }), visit({ conversation: 2 }, { doors: 2, day: "2026-03-09" })]),
    ).toBe("done-before");
  });

  it("is a closed entrance for two weeks, and for good after three", () => {
    const closed = (day: string) => visit({ inaccessible: 1 }, { day });

    expect(reasonOf([closed("2026-03-07")])).toBe("another-time");
    expect(reasonOf([closed("2026-03-07")], "2026-03-21")).toBeNull();
    expect(reasonOf([closed("2026-01-07"), closed("2026-02-07"), closed("2026-03-07")], "2026-05-21")).toBe(
      "no-way-in",
    );
  });
});
