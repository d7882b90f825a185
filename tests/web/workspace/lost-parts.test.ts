import { describe, expect, it } from "vitest";
import { NO_COMPARISON } from "../../../web/workspace/compare-subjects.ts";
import { isAnythingLost, type KnownThings, lostParts, withoutLost } from "../../../web/workspace/lost-parts.ts";
import { STARTING_RELIABILITY, STARTING_STATE, type WorkspaceState } from "../../../web/workspace/workspace-state.ts";
import { examplePlan } from "../../fixtures/example-plan.ts";

const known = (more: Partial<KnownThings> = {}): KnownThings => ({
  territoryName: "demo",
  stationIds: new Set(["1_1", "1_2"]),
  electionIds: new Set(["2022_pres_t1", "2024_legi_t1"]),
  plan: null,
  isPlanUnknown: false,
  lostZoneIds: [],
  lostZoneId: null,
  lostPickedIds: [],
  ...more,
});
const HARDLY_EDITED = {
  ...{ revision: 1, canUndo: true, canRedo: false, askedMinutes: 60 },
  ...{ lockedStops: [], lockedRoutes: [], takenOut: [], warnings: [] },
};
const stations = (...stationIds: string[]) => ({ kind: "stations" as const, stationIds });
const state = (more: Partial<WorkspaceState>): WorkspaceState => ({ ...STARTING_STATE, ...more });

describe("what a link names and is not there", () => {
  it("is nothing while nothing is known yet", () => {
    const named = state({
      stationId: "9_9",
      planId: "p",
      routeId: "2",
      area: { kind: "stations", stationIds: ["9_9"] },
    });

    const reading = state({ reliability: { ...STARTING_RELIABILITY, electionId: "1999", movedAt: "9_9" } });
    expect(isAnythingLost(lostParts(reading, known({ stationIds: null, electionIds: null })))).toBe(false);
    expect(isAnythingLost(lostParts(named, known({ stationIds: null })))).toBe(false);
  });

  it("is told for stations that are chosen, opened and compared", () => {
    const named = state({
      stationId: "9_1",
      area: { kind: "stations", stationIds: ["1_1", "9_2"] },
      comparison: { ...NO_COMPARISON, subjects: [stations("1_1"), stations("1_2", "9_3")], baseline: 0, isOpen: true },
    });
    const lost = lostParts(named, known());

    expect(lost).toMatchObject({ stationId: "9_1", selected: ["9_2"], compared: ["9_3"] });
    expect(withoutLost(named, lost)).toMatchObject({
      stationId: null,
      area: { kind: "stations", stationIds: ["1_1"] },
      comparison: { subjects: [stations("1_1")], baseline: 0, isOpen: true },
    });
  });

  it("is told for zones that were chosen and for one that was opened", () => {
    const named = state({
      zoningId: "plan-a",
      zoneId: "north",
      area: { kind: "zones", zoningId: "plan-a", zoneIds: ["north", "south"] },
    });
    const some = lostParts(named, known({ lostZoneIds: ["north"], lostZoneId: "north" }));
    const all = lostParts(named, known({ lostZoneIds: ["north", "south"] }));

    expect(some).toMatchObject({ zones: ["north"], zoneId: "north" });
    expect(isAnythingLost(some)).toBe(true);
    expect(withoutLost(named, some)).toMatchObject({
      zoningId: "plan-a",
      zoneId: null,
      area: { kind: "zones", zoningId: "plan-a", zoneIds: ["south"] },
    });
    expect(withoutLost(named, all)).toMatchObject({ zoneId: "north", area: { kind: "none" } });
  });

  it("is told for zones that were ticked", () => {
    const named = state({ zoningId: "plan-a", pickedZoneIds: ["north", "south"] });
    const lost = lostParts(named, known({ lostPickedIds: ["north"] }));

    expect(isAnythingLost(lost)).toBe(true);
    expect(withoutLost(named, lost).pickedZoneIds).toEqual(["south"]);
  });

  it("is told for elections and a station of the back-tests, each once", () => {
    const named = state({
      reliability: {
        score: "persuasion",
        electionId: "1999_euro_t1",
        from: "1999_euro_t1",
        to: "2024_legi_t1",
        movedAt: "9_9",
      },
    });
    const lost = lostParts(named, known());

    expect(lost).toMatchObject({ elections: ["1999_euro_t1"], movedAt: "9_9" });
    expect(isAnythingLost(lost)).toBe(true);
    expect(withoutLost(named, lost).reliability).toEqual({
      score: "persuasion",
      electionId: null,
      from: null,
      to: "2024_legi_t1",
      movedAt: null,
    });
  });

  it("is told for a plan that nobody knows, and for one of another territory", () => {
    const named = state({ planId: "p", routeId: "2" });
    const elsewhere = { id: "p", territoryName: "monaco", plan: null };

    expect(lostParts(named, known({ isPlanUnknown: true }))).toMatchObject({ planId: "p", isPlanElsewhere: false });
    expect(lostParts(named, known({ plan: elsewhere }))).toMatchObject({ planId: "p", isPlanElsewhere: true });
    expect(withoutLost(named, lostParts(named, known({ isPlanUnknown: true })))).toMatchObject({
      planId: null,
      routeId: null,
    });
  });

  it("is told for a route that the plan has not, unless a hand has just emptied it", () => {
    const plan = examplePlan();
    const lostRoute = (routeId: string, emptyRoutes: readonly string[]) => {
      const edited = { ...HARDLY_EDITED, emptyRoutes };
      const open = { id: "p", territoryName: "demo", plan: { ...plan, edited } };
      return lostParts(state({ planId: "p", routeId }), known({ plan: open })).routeId;
    };

    expect(lostRoute("9", [])).toBe("9");
    expect(lostRoute("9", ["9"])).toBeNull();
    expect(lostRoute(plan.routes[0]?.id ?? "", [])).toBeNull();
  });

  it("leaves nothing lost once it is taken away, and nothing else away", () => {
    const whole = state({ stationId: "1_1", area: { kind: "stations", stationIds: ["1_2"] } });
    const broken = state({ stationId: "9_1", area: { kind: "stations", stationIds: ["9_2"] } });

    expect(withoutLost(whole, lostParts(whole, known()))).toEqual(whole);
    expect(isAnythingLost(lostParts(withoutLost(broken, lostParts(broken, known())), known()))).toBe(false);
  });
});
