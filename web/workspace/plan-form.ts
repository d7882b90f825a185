import type { END_WORDS, PlanRequest, Selection, START_WORDS } from "../../server/contract/plan.ts";
import { PLAN_BOUNDS } from "../../server/contract/plan-bounds.ts";
import { readTeam, readWithin, type TeamRow } from "./team-form.ts";

/** "place": the place marked on the map. */
export type StartChoice = (typeof START_WORDS)[number] | "place";
export type EndChoice = (typeof END_WORDS)[number] | "place";

/** What the organizer typed. Numbers are kept as typed so that a field may be empty while it is being changed. */
export interface PlanForm {
  readonly volunteers: string;
  readonly minutes: string;
  readonly pairs: boolean;
  readonly start: StartChoice;
  readonly end: EndChoice;
  readonly goal: "cover" | "value";
  readonly minutesPerDoor: string;
  readonly speed: string;
  readonly seconds: string;
  readonly team: readonly TeamRow[];
}

export const STARTING_FORM: PlanForm = {
  volunteers: "10",
  minutes: "120",
  pairs: false,
  start: "central",
  end: "anywhere",
  goal: "cover",
  minutesPerDoor: "1.5",
  speed: "4.5",
  seconds: "5",
  team: [],
};

/** The bounds of the server, with the step of the buttons. */
export const LIMITS = {
  volunteers: { ...PLAN_BOUNDS.volunteers, step: 1 },
  minutes: { ...PLAN_BOUNDS.minutes, step: 5 },
  minutesPerDoor: { ...PLAN_BOUNDS.minutesPerDoor, step: 0.1 },
  speed: { ...PLAN_BOUNDS.speed, step: 0.1 },
  seconds: { ...PLAN_BOUNDS.seconds, step: 1 },
} as const;
export type NumberField = keyof typeof LIMITS;

/** Null when the text is not a number within the field's bounds. Decimal comma or point. */
export function readNumber(form: PlanForm, field: NumberField): number | null {
  const value = readWithin(form[field], LIMITS[field]);
  return field === "volunteers" && value !== null && !Number.isInteger(value) ? null : value;
}

/** How zones are walked: minutes for a door, kilometres per hour on the flat. */
export interface Pace {
  readonly minutesPerDoor: number;
  readonly speed: number;
}

/** The pace that the form says; the least there is where that cannot be read. */
export function paceOf(form: PlanForm): Pace {
  return {
    minutesPerDoor: readNumber(form, "minutesPerDoor") ?? LIMITS.minutesPerDoor.low,
    speed: readNumber(form, "speed") ?? LIMITS.speed.low,
  };
}

/** How many routes these volunteers walk; null while their number cannot be read. */
export function routeCount(form: PlanForm): number | null {
  const volunteers = readNumber(form, "volunteers");
  if (volunteers === null) return null;
  return form.pairs ? Math.max(1, Math.floor(volunteers / 2)) : volunteers;
}

/** The request the form asks for, null while a field cannot be read, a place is missing or limits have no route. */
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
  const team = readTeam(form.team);
  if (volunteers === null || minutes === null || minutesPerDoor === null || speed === null || seconds === null)
    return null;
  if (selection === null || team === null || team.length > (routeCount(form) ?? 0)) return null;
  const start = ruleOf(form.start, place);
  const end = ruleOf(form.end, place);
  if (start === null || end === null) return null;
  return {
    selection,
    volunteers,
    minutes,
    pairs: form.pairs,
    start,
    end,
    goal: form.goal,
    minutesPerDoor,
    speed,
    seed: 1,
    seconds,
    language,
    team,
  };
}

function ruleOf<Word extends string>(
  choice: Word | "place",
  place: readonly [number, number] | null,
): Word | { position: [number, number] } | null {
  if (choice !== "place") return choice;
  return place === null ? null : { position: [place[0], place[1]] };
}
