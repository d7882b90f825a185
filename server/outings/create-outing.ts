import type { OutingRequest } from "../contract/outings.ts";
import { unknownPlan } from "../plans/plan-words.ts";
import { presentPlan } from "../plans/present-plan.ts";
import { newSurvey } from "../surveys/outing-survey.ts";
import { checkLead, newLink, type OutingsDeps } from "./outing-deps.ts";
import { closingTime } from "./outing-hours.ts";
import { emptyPlan, overAlready, tooFarAhead } from "./outing-words.ts";

const FARTHEST_MS = 366 * 24 * 3_600_000;

/**
 * A finished plan, as it is by now, becomes an outing: each route gets a link and a code. Gives the id. Throws Refusal
 * "nothing-found" and "plan-not-done" on the plan, "empty-plan", "outing-over", "outing-too-far", "unknown-lead" and
 * "invalid-survey".
 */
export async function createOuting(
  territoryName: string,
  request: OutingRequest,
  madeBy: string | null,
  deps: OutingsDeps,
): Promise<string> {
  const closesAt = closingTime(request.day, request.startsAt, request.openHours, request.timeZone);
  checkDay(request, closesAt, deps.now());
  await checkLead(request.leadAccountId, deps);
  const survey = request.survey === null ? null : newSurvey(request.survey, deps);
  deps.library.path(territoryName);
  const { territoryName: planned, plan } = await presentPlan(request.planId, deps);
  if (planned !== territoryName) throw unknownPlan();
  const { routes, start } = await deps.workers.outing("open", { plan });
  if (routes.length === 0) throw emptyPlan();

  const id = deps.newToken();
  const { name, day, startsAt, isPairs, script, language, leadAccountId, planId } = request;
  const meetingPoint =
    request.meetingPoint.label === "" && start !== null
      ? {
          label: start.label[language],
          position: request.meetingPoint.position ?? [start.position[0], start.position[1]],
        }
      : request.meetingPoint;
  const made = routes.map((route) => ({ ...route, ...newLink(deps), id: deps.newToken() }));
  // First: an outing that is there is never answered with an error, which would have it made twice.
  await deps.plans.noteSheets(planId, deps.now());
  await deps.outings.add(
    {
      ...{ id, territoryName, planId, name, day, startsAt, isPairs, script, language, leadAccountId },
      meetingPoint: {
        label: meetingPoint.label.slice(0, 120),
        position: meetingPoint.position && [...meetingPoint.position],
      },
      closesAt: closesAt.toISOString(),
      madeBy,
      survey,
      madeAt: deps.now(),
    },
    made.map((route) => ({ ...route, expiresAt: closesAt.toISOString() })),
    made.flatMap((route) => route.stops.map((stop, position) => ({ ...stop, position, outingRouteId: route.id }))),
  );
  return id;
}

/** Throws Refusal "outing-over" and "outing-too-far". */
export function checkDay({ day, startsAt }: Pick<OutingRequest, "day" | "startsAt">, closesAt: Date, now: Date): void {
  if (closesAt <= now) throw overAlready(day, startsAt);
  if (closesAt.getTime() - now.getTime() > FARTHEST_MS) throw tooFarAhead(day);
}
