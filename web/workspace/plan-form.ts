import type { PlanRequest, Selection } from "../../server/contract/plan.ts";

/** What the organizer typed. Numbers are kept as typed so that a field may be empty while it is being changed. */
export interface PlanForm {
  readonly volunteers: string;
  readonly minutes: string;
  readonly start: "central" | "lowest" | "highest" | "place";
  readonly end: "anywhere" | "start";
  readonly goal: "cover" | "value";
  readonly minutesPerDoor: string;
  readonly speed: string;
  readonly seconds: string;
}

export const STARTING_FORM: PlanForm = {
  volunteers: "10",
  minutes: "120",
  start: "central",
  end: "anywhere",
  goal: "cover",
  minutesPerDoor: "1.5",
  speed: "4.5",
  seconds: "5",
};

/** The same bounds as the server's. */
export const LIMITS = {
  volunteers: { low: 1, high: 200, step: 1 },
  minutes: { low: 5, high: 600, step: 5 },
  minutesPerDoor: { low: 0.1, high: 60, step: 0.1 },
  speed: { low: 1, high: 8, step: 0.1 },
  seconds: { low: 0.1, high: 120, step: 1 },
} as const;
export type NumberField = keyof typeof LIMITS;

/** Null when the text is not a number within the field's bounds. Decimal comma or point. */
export function readNumber(form: PlanForm, field: NumberField): number | null {
  const text = form[field].trim().replace(",", ".");
  const value = Number(text);
  const { low, high } = LIMITS[field];
  if (text === "" || !Number.isFinite(value) || value < low || value > high) return null;
  return field === "volunteers" && !Number.isInteger(value) ? null : value;
}

/** The request the form asks for, null while a field cannot be read or the start has no place. */
export function planRequest(
  form: PlanForm,
  selection: Selection | null,
  place: readonly [number, number] | null,
  language: "fr" | "en",
): PlanRequest | null {
  const volunteers = readNumber(form, "volunteers");
  const minutes = readNumber(form, "minutes");
  const minutesPerDoor = readNumber(form, "minutesPerDoor");
  const speed = readNumber(form, "speed");
  const seconds = readNumber(form, "seconds");
  if (volunteers === null || minutes === null || minutesPerDoor === null || speed === null || seconds === null)
    return null;
  if (selection === null) return null;
  if (form.start === "place" && place === null) return null;
  const start =
    form.start === "place" ? { position: [place?.[0] ?? 0, place?.[1] ?? 0] as [number, number] } : form.start;
  return {
    selection,
    volunteers,
    minutes,
    start,
    end: form.end,
    goal: form.goal,
    minutesPerDoor,
    speed,
    seed: 1,
    seconds,
    language,
    pairs: false,
    team: [],
  };
}

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
  const volunteers = readNumber(form, "volunteers");
  const minutes = readNumber(form, "minutes");
  const minutesPerDoor = readNumber(form, "minutesPerDoor");
  const speed = readNumber(form, "speed");
  if (volunteers === null || minutes === null || minutesPerDoor === null || speed === null) return null;
  const walkMinutes = METRES_PER_DOOR / ((speed * 1000) / 60);
  const perVolunteer = minutes / (minutesPerDoor + walkMinutes);
  const within = Math.floor(volunteers * perVolunteer);
  if (counted === null || counted.doors === 0) {
    return { doors: within, share: null, conversations: 0, volunteersForAll: null };
  }
  const doors = Math.min(within, counted.doors);
  return {
    doors,
    share: doors / counted.doors,
    conversations: (doors * counted.expectedConversations) / counted.doors,
    volunteersForAll: Math.ceil(counted.doors / perVolunteer),
  };
}
