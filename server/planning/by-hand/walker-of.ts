import type { PlanRequest } from "../../contract/plan.ts";
import type { Walker } from "../street-router.ts";

/** Who walks a route of a plan: route n has the limits of row n of the team. */
export function walkerOf(request: PlanRequest, routeId: string): Walker {
  const limits = request.team[Number(routeId) - 1];
  return {
    speedKilometresPerHour: request.speed,
    avoidsSteps: limits?.avoidsSteps ?? false,
    hasBicycle: limits?.hasBicycle ?? false,
  };
}
