import type { PlanRequest } from "../contract/plan.ts";

/**
 * The request as a plan tells it. `minutes` is then no less than any route's own, so that who reads a plan without its
 * rows of limits knows the longest time there is; rows that had no minutes of their own say the ones they had.
 */
export function toldRequest(request: PlanRequest, routeCount: number): PlanRequest {
  const longest = Math.max(request.minutes, ...request.team.map(({ minutes }) => minutes ?? 0));
  if (longest === request.minutes) return request;
  return {
    ...request,
    minutes: longest,
    team: Array.from({ length: Math.max(routeCount, request.team.length) }, (_, row) => {
      const limits = request.team[row] ?? { avoidsSteps: false, hasBicycle: false };
      return { ...limits, minutes: limits.minutes ?? request.minutes };
    }),
  };
}
