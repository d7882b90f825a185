import type { EndRule, PlanRequest, RouteLimits, StartRule } from "../contract/plan.ts";
import { Refusal } from "../contract/refusal.ts";
import type { Walker } from "./street-router.ts";

/** What a route may take and where it goes. Routes with the same limits share one object, and one table of durations. */
export interface RouteKind {
  readonly budgetSeconds: number;
  readonly start: StartRule;
  readonly end: EndRule;
  /** Null: as much as the walk asks for. */
  readonly maxAscentMetres: number | null;
  readonly walker: Walker;
}

/**
 * One kind for each route of the plan, in order: first those with limits of their own, then the plan's. Pairs walk
 * half as many routes as there are volunteers, and the odd one joins a pair. Throws Refusal "too-many-limits" when
 * there are limits for more routes than are walked.
 */
export function teamOf(request: PlanRequest): readonly RouteKind[] {
  const routes = request.pairs ? Math.max(1, Math.floor(request.volunteers / 2)) : request.volunteers;
  if (request.team.length > routes) throw tooManyLimits(request, routes);
  const known = new Map<string, RouteKind>();
  return Array.from({ length: routes }, (_, route) => {
    const kind = kindOf(request, request.team[route]);
    const key = JSON.stringify(kind);
    const alike = known.get(key) ?? kind;
    known.set(key, alike);
    return alike;
  });
}

function kindOf(request: PlanRequest, limits: RouteLimits | undefined): RouteKind {
  return {
    budgetSeconds: (limits?.minutes ?? request.minutes) * 60,
    start: limits?.start ?? request.start,
    end: limits?.end ?? request.end,
    maxAscentMetres: limits?.maxAscentMetres ?? null,
    walker: {
      speedKilometresPerHour: request.speed,
      avoidsSteps: limits?.avoidsSteps ?? false,
      hasBicycle: limits?.hasBicycle ?? false,
    },
  };
}

function tooManyLimits({ team, volunteers, pairs }: PlanRequest, routes: number): Refusal {
  return new Refusal("too-many-limits", {
    fr: `${team.length} tournées ont leurs propres limites, mais ${volunteers} bénévoles${pairs ? ", deux par deux," : ""} n’en font que ${routes}. Retirez ${team.length - routes} lignes, ou ajoutez des bénévoles.`,
    en: `${team.length} routes have limits of their own, but ${volunteers} volunteers${pairs ? ", two by two," : ""} walk only ${routes}. Remove ${team.length - routes} rows, or add volunteers.`,
  });
}
