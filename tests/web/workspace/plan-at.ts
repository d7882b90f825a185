import type { PlanState } from "../../../server/contract/territories.ts";
import { examplePlan } from "../../fixtures/example-plan.ts";

/** A plan as edits by hand have left it. */
export function planAt(revision: number, id = "plan"): PlanState {
  return {
    id,
    territoryName: "two-squares",
    createdAt: "2026-03-07T09:00:00.000Z",
    status: "done",
    progress: null,
    failure: null,
    routeTokens: {},
    recentEdits: [],
    plan: { ...examplePlan(), edited: editedAt(revision) },
  };
}

/** What a plan says of its edits, where nothing is locked, taken out or wrong. */
export function editedAt(revision: number) {
  return {
    revision,
    canUndo: revision > 0,
    canRedo: false,
    askedMinutes: 60,
    lockedStops: [],
    lockedRoutes: [],
    takenOut: [],
    emptyRoutes: [],
    warnings: [],
  };
}
