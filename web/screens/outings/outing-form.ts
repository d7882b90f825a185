import type { OutingRequest } from "../../../server/contract/outings.ts";

/** An outing as it is being typed. */
export interface OutingForm {
  readonly name: string;
  readonly day: string;
  readonly startsAt: string;
  readonly place: string;
  readonly isPairs: boolean;
  readonly script: string;
  readonly openHours: string;
  readonly leadAccountId: string | null;
}

export type OutingFault = "missingName" | "missingDay" | "invalidHours";

type Said = Pick<OutingRequest, "name" | "day" | "startsAt" | "isPairs" | "script" | "openHours" | "leadAccountId">;
export type FormReading =
  | { readonly ok: true; readonly said: Said }
  | { readonly ok: false; readonly reason: OutingFault };

const HOURS = { low: 1, high: 168 } as const;

export function readOutingForm({
  name,
  day,
  startsAt,
  isPairs,
  script,
  openHours,
  leadAccountId,
}: OutingForm): FormReading {
  const hours = Number(openHours.replace(",", "."));
  if (name.trim() === "") return { ok: false, reason: "missingName" };
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d/.test(startsAt)) return { ok: false, reason: "missingDay" };
  if (!(hours >= HOURS.low && hours <= HOURS.high)) return { ok: false, reason: "invalidHours" };
  const clock = startsAt.slice(0, "14:30".length);
  return {
    ok: true,
    said: { name: name.trim(), day, startsAt: clock, isPairs, script, openHours: hours, leadAccountId },
  };
}

const SATURDAY = 6;
const DAYS_OF_A_WEEK = 7;

/** The next Saturday, or today when it is one, by the reader's calendar: when most outings are. */
export function nextSaturday(today: Date): string {
  const ahead = (SATURDAY - today.getDay() + DAYS_OF_A_WEEK) % DAYS_OF_A_WEEK;
  const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() + ahead);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** A day as a moment in its middle, so that every zone of the world writes the same date. */
export function middleOf(day: string): string {
  return `${day}T12:00`;
}
