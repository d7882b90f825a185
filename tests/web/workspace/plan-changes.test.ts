import { describe, expect, it } from "vitest";
import { EMPTY_CHANGE } from "../../../web/workspace/change-form.ts";
import {
  countLostLocks,
  NO_CHANGES,
  type PlanChanges,
  type PlanChangesAction,
  reduceChanges,
  unchangedRoutes,
} from "../../../web/workspace/plan-changes.ts";
import { examplePlan } from "../../fixtures/example-plan.ts";

const reached = (...actions: readonly PlanChangesAction[]): PlanChanges => actions.reduce(reduceChanges, NO_CHANGES);
const shown = (planId: string): PlanChangesAction => ({ type: "plan-shown", planId });
const MARKED: PlanChangesAction = { type: "stops-marked", stopIds: ["a1"], mark: "done" };
const sent = (planId: string): PlanChangesAction => ({ type: "change-sent", planId, routes: examplePlan().routes });

describe("what is being changed of the open plan", () => {
  it("stays while the same plan is shown again", () => {
    const marked = reached(shown("p"), MARKED);

    expect(reduceChanges(marked, shown("p"))).toBe(marked);
  });

  it("is forgotten when another plan opens", () => {
    expect(reached(shown("p"), MARKED, shown("q"))).toEqual({ ...NO_CHANGES, planId: "q" });
    expect(reached(shown("p"), MARKED, shown("q"), shown("p")).form).toEqual(EMPTY_CHANGE);
  });

  it("begins anew on the plan that the change makes, which knows what it comes from", () => {
    const changed = reached(shown("p"), MARKED, sent("q"), shown("q"));

    expect(changed.form).toEqual(EMPTY_CHANGE);
    expect(changed.before?.changes).toMatchObject({ planId: "p", form: { marks: new Map([["a1", "done"]]) } });
  });

  it("is taken up again by going back, over several changes", () => {
    const changed = reached(shown("p"), MARKED, sent("q"), sent("r"));

    expect(reduceChanges(changed, shown("q")).before?.changes.planId).toBe("p");
    expect(reduceChanges(changed, shown("p")).form.marks.size).toBe(1);
  });

  it("lets a route go and come back", () => {
    const toggle: PlanChangesAction = { type: "route-toggled", routeId: "2" };

    expect([...reached(shown("p"), toggle).form.removedRoutes]).toEqual(["2"]);
    expect(reached(shown("p"), toggle, toggle).form.removedRoutes.size).toBe(0);
  });
});

describe("routes that stay as they were", () => {
  const { before } = reached(shown("p"), sent("q"));
  const [first, second] = examplePlan().routes;
  if (first === undefined || second === undefined) throw new Error("the example has two routes");
  const report = { keptStops: 1, movedStops: 0, takenOverStops: 0, addedStops: 0, droppedStops: 0, doneStops: 0 };
  const plan = (unchanged: number) => ({
    routes: [first, { ...second, stops: [] }],
    change: { ...report, unchangedRoutes: unchanged },
  });

  it("are those with the same walk", () => {
    expect([...unchangedRoutes(plan(1), before)]).toEqual(["1"]);
  });

  it("are not named when the plan before is not known", () => {
    expect(unchangedRoutes(plan(1), null).size).toBe(0);
  });

  it("are not named when the server counted others", () => {
    expect(unchangedRoutes(plan(2), before).size).toBe(0);
  });
});

describe("stops that were to stay on their route", () => {
  const { before } = reached(shown("p"), { type: "stops-marked", stopIds: ["a1", "a2"], mark: "locked" }, sent("q"));
  const [first] = examplePlan().routes;

  it("are counted when they are on none", () => {
    expect(countLostLocks(examplePlan(), before)).toBe(0);
    expect(countLostLocks({ routes: first === undefined ? [] : [first] }, before)).toBe(1);
    expect(countLostLocks({ routes: [] }, null)).toBe(0);
  });
});
