import { type PlanForm, readNumber, routeCount } from "./plan-form.ts";
import { readTeam } from "./team-form.ts";

/** Metres walked from door to door in a town, flats included: what a plan usually comes to. Only for the estimate. */
const METRES_PER_DOOR = 18;

export interface PlanEstimate {
  /** Doors that fit in everyone's time, no more than the selection has. */
  readonly doors: number;
  /** Of the selection, 0 to 1; null when the selection is not counted. */
  readonly share: number | null;
  readonly conversations: number;
  /** Volunteers it would take to knock at every door of the selection. */
  readonly volunteersForAll: number | null;
}

/** A quick guess before planning: everyone's minutes over minutes per door and the walk between doors. */
export function estimatePlan(
  form: PlanForm,
  counted: { readonly doors: number; readonly expectedConversations: number } | null,
): PlanEstimate | null {
  const routes = routeCount(form);
  const team = readTeam(form.team) ?? [];
  const minutes = readNumber(form, "minutes");
  const minutesPerDoor = readNumber(form, "minutesPerDoor");
  const speed = readNumber(form, "speed");
  if (routes === null || minutes === null || minutesPerDoor === null || speed === null) return null;
  const walkMinutes = METRES_PER_DOOR / ((speed * 1000) / 60);
  const perMinute = 1 / (minutesPerDoor + walkMinutes);
  const teamMinutes = Array.from({ length: routes }, (_, route) => team[route]?.minutes ?? minutes);
  const within = Math.floor(teamMinutes.reduce((sum, each) => sum + each, 0) * perMinute);
  if (counted === null || counted.doors === 0) {
    return { doors: within, share: null, conversations: 0, volunteersForAll: null };
  }
  const doors = Math.min(within, counted.doors);
  return {
    doors,
    share: doors / counted.doors,
    conversations: (doors * counted.expectedConversations) / counted.doors,
    volunteersForAll: (form.pairs ? 2 : 1) * Math.ceil(counted.doors / (minutes * perMinute)),
  };
}
