import type { PlanRoute } from "../../server/contract/plan.ts";
import { PLAN_BOUNDS } from "../../server/contract/plan-bounds.ts";
import type { AskedChange } from "../api/client.ts";
import { NO_MARKS, type StopMarks } from "./stop-marks.ts";
import { readWithin } from "./team-form.ts";

/** What the organizer said is different from the plan. Numbers are kept as typed. */
export interface ChangeForm {
  /** Routes whose volunteers do not come. */
  readonly removedRoutes: ReadonlySet<string>;
  readonly addedRoutes: string;
  /** From now on, for everybody; empty: what each has left. */
  readonly minutes: string;
  readonly marks: StopMarks;
  readonly keepsOrder: boolean;
}

export const EMPTY_CHANGE: ChangeForm = {
  removedRoutes: new Set(),
  addedRoutes: "0",
  minutes: "",
  marks: NO_MARKS,
  keepsOrder: false,
};

/** The bounds of the server, with the step of the buttons. */
export const CHANGE_LIMITS = {
  addedRoutes: { low: 0, high: PLAN_BOUNDS.volunteers.high, step: 1 },
  minutes: { ...PLAN_BOUNDS.minutes, step: 5 },
} as const;

/** A change that can be asked for, or why there is none yet. */
export type ChangeReading =
  | { readonly ok: true; readonly change: AskedChange }
  | { readonly ok: false; readonly reason: "unreadable" | "nobody-left" | "nothing-changed" | "only-locked" };

/** The change that the form means for the routes of its plan. */
export function readChange(form: ChangeForm, routes: readonly Pick<PlanRoute, "id" | "stops">[]): ChangeReading {
  const addedRoutes = readAddedRoutes(form);
  const minutes = readMinutes(form);
  if (addedRoutes === null || minutes === "unreadable") return { ok: false, reason: "unreadable" };
  const removedRoutes = routes.flatMap(({ id }) => (form.removedRoutes.has(id) ? [id] : []));
  if (removedRoutes.length === routes.length && addedRoutes === 0) return { ok: false, reason: "nobody-left" };
  const marked = (mark: "done" | "skipped") => [...form.marks].flatMap(([id, own]) => (own === mark ? [id] : []));
  const change = {
    removedRoutes,
    addedRoutes,
    ...(minutes === null ? {} : { minutes }),
    minutesByRoute: {},
    doneStops: marked("done"),
    skippedStops: marked("skipped"),
    lockedStops: lockedStops(form, routes),
    keepsOrder: form.keepsOrder,
  };
  const isChanged =
    removedRoutes.length + addedRoutes + change.doneStops.length + change.skippedStops.length > 0 || minutes !== null;
  if (isChanged) return { ok: true, change };
  return { ok: false, reason: change.lockedStops.length > 0 ? "only-locked" : "nothing-changed" };
}

/** Stops to keep on their routes. Nobody keeps the stops of a route that nobody walks. */
export function lockedStops(form: ChangeForm, routes: readonly Pick<PlanRoute, "id" | "stops">[]): string[] {
  return routes
    .filter(({ id }) => !form.removedRoutes.has(id))
    .flatMap(({ stops }) => stops.flatMap(({ id }) => (form.marks.get(id) === "locked" ? [id] : [])));
}

/** Null when the text is not a whole number within its bounds. */
export function readAddedRoutes(form: ChangeForm): number | null {
  const value = readWithin(form.addedRoutes, CHANGE_LIMITS.addedRoutes);
  return value !== null && Number.isInteger(value) ? value : null;
}

/** Null when nothing is typed. */
export function readMinutes(form: ChangeForm): number | null | "unreadable" {
  return form.minutes.trim() === "" ? null : (readWithin(form.minutes, CHANGE_LIMITS.minutes) ?? "unreadable");
}
