import type { Plan, PlanRoute } from "../../server/contract/plan.ts";
import { type ChangeForm, EMPTY_CHANGE, lockedStops } from "./change-form.ts";
import { type Mark, toggleMark } from "./stop-marks.ts";

/** What is being changed of the open plan, and the plan that it was made from when that is known. */
export interface PlanChanges {
  readonly planId: string | null;
  readonly form: ChangeForm;
  /** Whether the form is shown. */
  readonly isOpen: boolean;
  readonly before: PlanBefore | null;
}

/** The plan that this one changed, with what was asked, so that going back takes up where it was left. */
export interface PlanBefore {
  readonly changes: PlanChanges & { readonly planId: string };
  /** By route id, the walk in a form that can be compared. */
  readonly walks: ReadonlyMap<string, string>;
  /** Stops that were to stay on their route. */
  readonly lockedStops: readonly string[];
}

export const NO_CHANGES: PlanChanges = { planId: null, form: EMPTY_CHANGE, isOpen: false, before: null };

export type PlanChangesAction =
  | { readonly type: "plan-shown"; readonly planId: string }
  | { readonly type: "change-sent"; readonly planId: string; readonly routes: readonly PlanRoute[] }
  | { readonly type: "form-edited"; readonly part: Partial<ChangeForm> }
  | { readonly type: "route-toggled"; readonly routeId: string }
  | { readonly type: "stops-marked"; readonly stopIds: readonly string[]; readonly mark: Mark }
  | { readonly type: "form-shown"; readonly isOpen: boolean };

/** The next state. Another plan begins without marks, unless it is one that the open plan was made from. */
export function reduceChanges(state: PlanChanges, action: PlanChangesAction): PlanChanges {
  const edited = (part: Partial<ChangeForm>): PlanChanges => ({ ...state, form: { ...state.form, ...part } });
  switch (action.type) {
    case "plan-shown":
      return earlier(state, action.planId) ?? { ...NO_CHANGES, planId: action.planId };
    case "change-sent": {
      const { planId } = state;
      if (planId === null) return state;
      const walks = new Map(action.routes.map((route) => [route.id, walkOf(route)]));
      const before = { changes: { ...state, planId }, walks, lockedStops: lockedStops(state.form, action.routes) };
      return { ...NO_CHANGES, planId: action.planId, before };
    }
    case "form-edited":
      return edited(action.part);
    case "route-toggled": {
      const removedRoutes = new Set(state.form.removedRoutes);
      if (!removedRoutes.delete(action.routeId)) removedRoutes.add(action.routeId);
      return edited({ removedRoutes });
    }
    case "stops-marked":
      return edited({ marks: toggleMark(state.form.marks, action.stopIds, action.mark) });
    case "form-shown":
      return state.isOpen === action.isOpen ? state : { ...state, isOpen: action.isOpen };
  }
}

/** The changes of that plan, when it is the open one or one that it was made from. */
function earlier(state: PlanChanges, planId: string): PlanChanges | null {
  if (state.planId === planId) return state;
  return state.before === null ? null : earlier(state.before.changes, planId);
}

/**
 * Routes that are walked as in the plan before. None when that plan is not known, or when they are not as many as the
 * server counted.
 */
export function unchangedRoutes(
  plan: Pick<Plan, "routes" | "change">,
  before: Pick<PlanBefore, "walks"> | null,
): ReadonlySet<string> {
  const same = plan.routes.flatMap((route) => (before?.walks.get(route.id) === walkOf(route) ? [route.id] : []));
  return new Set(same.length === plan.change?.unchangedRoutes ? same : []);
}

/** How many stops were to stay on their route and are on none. */
export function countLostLocks(
  { routes }: Pick<Plan, "routes">,
  before: Pick<PlanBefore, "lockedStops"> | null,
): number {
  const served = new Set(routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  return (before?.lockedStops ?? []).filter((id) => !served.has(id)).length;
}

function walkOf({ start, end, distanceMetres, durationSeconds, stops }: PlanRoute): string {
  return JSON.stringify([start, end, distanceMetres, durationSeconds, stops.map(({ id }) => id)]);
}
