import { describe, expect, it } from "vitest";
import { NO_COMPARISON } from "../../../web/workspace/compare-subjects.ts";
import {
  isNewPage,
  reduceWorkspace,
  STARTING_STATE,
  type WorkspaceAction,
  type WorkspaceState,
} from "../../../web/workspace/workspace-state.ts";

const stateWith = (part: Partial<WorkspaceState>): WorkspaceState => ({ ...STARTING_STATE, ...part });

describe("the workspace's state", () => {
  it("closes the station when another step is chosen", () => {
    const after = reduceWorkspace(stateWith({ stationId: "75056_0321" }), { type: "tab-chosen", tab: "camps" });

    expect(after).toMatchObject({ tab: "camps", stationId: null });
  });

  it("goes to the routes when a plan opens, on none of its routes yet", () => {
    const after = reduceWorkspace(stateWith({ planId: "old", routeId: "4" }), { type: "plan-opened", planId: "new" });

    expect(after).toMatchObject({ tab: "routes", planId: "new", routeId: null });
  });

  it("opens no route while no plan is open", () => {
    const before = stateWith({});

    expect(reduceWorkspace(before, { type: "route-opened", routeId: "1" })).toBe(before);
  });

  it("stays the same object when nothing changes, so that nothing is drawn again", () => {
    const before = stateWith({ area: { kind: "stations", stationIds: ["a"] } });

    expect(reduceWorkspace(before, { type: "area-changed", area: { kind: "stations", stationIds: ["a"] } })).toBe(
      before,
    );
    expect(reduceWorkspace(before, { type: "measure-chosen", measure: "mobilisation" })).toBe(before);
  });

  it("keeps breaks made by hand for the same figure at another election, and for nothing else", () => {
    const layer = { kind: "turnout", election: "2022_legi_t1" } as const;
    const byHand = reduceWorkspace(stateWith({ layer }), { type: "breaks-set", breaks: [0.6, 0.5] });
    const later = reduceWorkspace(byHand, {
      type: "layer-chosen",
      layer: { kind: "turnout", election: "2024_legi_t1" },
    });
    const other = reduceWorkspace(byHand, { type: "layer-chosen", layer: { kind: "ground", figure: "doors" } });

    expect(byHand).toMatchObject({ classMethod: "manual", breaks: [0.5, 0.6] });
    expect(later).toMatchObject({ classMethod: "manual", breaks: [0.5, 0.6] });
    expect(other).toMatchObject({ classMethod: "quantile", breaks: [] });
  });

  it("lets go of the line that the legend holds up when the legend changes, and not when the map does", () => {
    const held = stateWith({ heldUp: 2, layer: { kind: "turnout", election: "2022_legi_t1" } });
    const camera = { longitude: 2, latitude: 48, zoom: 12 };

    expect(reduceWorkspace(held, { type: "camera-moved", camera }).heldUp).toBe(2);
    expect(reduceWorkspace(held, { type: "class-method-chosen", classMethod: "equal" }).heldUp).toBeNull();
    expect(reduceWorkspace(held, { type: "measure-chosen", measure: "persuasion" }).heldUp).toBeNull();
    expect(reduceWorkspace(stateWith({}), { type: "restored", state: held }).heldUp).toBe(2);
  });

  it("finds the breaks itself again once none is left", () => {
    const byHand = reduceWorkspace(stateWith({}), { type: "breaks-set", breaks: [1] });

    expect(reduceWorkspace(byHand, { type: "breaks-set", breaks: [] })).toMatchObject({ classMethod: "quantile" });
  });

  it("ticks zones of an open zoning alone, and unticks them when another opens", () => {
    const none = stateWith({});
    const picked = reduceWorkspace(stateWith({ zoningId: "a" }), { type: "zones-picked", zoneIds: ["1", "2"] });

    expect(reduceWorkspace(none, { type: "zones-picked", zoneIds: ["1"] })).toBe(none);
    expect(picked.pickedZoneIds).toEqual(["1", "2"]);
    expect(reduceWorkspace(picked, { type: "zoning-opened", zoningId: "a" })).toBe(picked);
    expect(reduceWorkspace(picked, { type: "zoning-opened", zoningId: "b" }).pickedZoneIds).toEqual([]);
  });

  it("makes no history entry of what is narrowed, ticked, held against or read", () => {
    const before = stateWith({ zoningId: "a", comparison: { ...NO_COMPARISON, isOpen: true } });
    const actions: readonly WorkspaceAction[] = [
      { type: "stations-filtered", text: "rue" },
      { type: "zones-picked", zoneIds: ["1"] },
      { type: "free-doors-shown", areShown: true },
      { type: "balance-chosen", target: { kind: "team", volunteers: 4, minutes: 120 } },
      { type: "reliability-read", view: { electionId: "2022_legi_t1" } },
      { type: "comparison-changed", comparison: { ...before.comparison, areMapsShown: false } },
    ];

    for (const action of actions) {
      const after = reduceWorkspace(before, action);
      expect(after, action.type).not.toEqual(before);
      expect(isNewPage(before, after), action.type).toBe(false);
    }
  });

  it("makes a history entry of an opened station, not of a moved camera or a changed selection", () => {
    const before = stateWith({});
    const opened = reduceWorkspace(before, { type: "station-opened", stationId: "a" });
    const moved = reduceWorkspace(before, {
      type: "camera-moved",
      camera: { longitude: 2, latitude: 48, zoom: 12 },
    });
    const chosen = reduceWorkspace(before, { type: "area-changed", area: { kind: "best" } });

    expect(isNewPage(before, opened)).toBe(true);
    expect(isNewPage(before, moved)).toBe(false);
    expect(isNewPage(before, chosen)).toBe(false);
  });
});
