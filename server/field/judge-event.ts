import * as v from "valibot";
import {
  type ContactGiven,
  type EventBatch,
  type FieldEvent,
  FieldEventSchema,
  type SurveyAnswered,
} from "../contract/field-events.ts";
import type { CampaignPrivacy } from "../contract/outings.ts";
import type { SheetSurvey } from "../contract/survey.ts";
import { fitsSurvey } from "../contract/survey-answers.ts";
import type { BroughtSheet } from "../surveys/keep-sheets.ts";
import { type ClockReading, correctClock } from "./correct-clock.ts";
import type { GivenContact, ReportedEvent } from "./event-store.ts";
import type { EventRefusal } from "./field-words.ts";
import { CONTACT_DAYS } from "./notice.ts";

export interface EventRules {
  readonly clock: ClockReading;
  readonly privacy: CampaignPrivacy;
  readonly isKnownNotice: (version: string) => boolean;
  /** What is asked on this outing. */
  readonly survey: SheetSurvey | null;
  /** What happened after it is not taken in, in milliseconds; null while the link is open. */
  readonly latest: number | null;
  readonly newContactId: () => string;
}

export type Judged =
  | { readonly id: string; readonly reported: ReportedEvent; readonly isWithoutNote: boolean }
  | { readonly id: string; readonly refusal: EventRefusal };

const DAY_MILLISECONDS = 24 * 3_600_000;
const KINDS: readonly string[] = FieldEventSchema.options.map(({ entries }) => entries.kind.literal);

/** What becomes of one event of a batch: what is stored of it, or why it is not. */
export function judgeEvent(sent: EventBatch["events"][number], rules: EventRules): Judged {
  const { id } = sent;
  const event = readEvent(sent);
  if (typeof event === "string") return { id, refusal: event };
  const at = correctClock(event.at, rules.clock);
  if (rules.latest !== null && at.getTime() > rules.latest) return { id, refusal: "made-after-close" };
  const refusal = refusalOf(event, rules);
  if (refusal !== null) return { id, refusal };
  const isWithoutNote = event.kind === "note" && !rules.privacy.buildingNotes;
  return {
    id,
    isWithoutNote,
    reported: {
      event: withoutDetails({ ...event, at: at.toISOString() }, isWithoutNote),
      stopId: "stopId" in event ? event.stopId : null,
      undoes: event.kind === "undo" ? event.undoes : null,
      phoneAt: event.at,
      contact: event.kind === "contact" ? givenContact(event, at, rules) : null,
      brought: event.kind === "survey-answers" ? broughtSheet(event) : null,
      takenSheetId: (event.kind === "undo" ? event.sheetId : null) ?? null,
    },
  };
}

function readEvent(sent: EventBatch["events"][number]): FieldEvent | EventRefusal {
  if (typeof sent.kind === "string" && !KINDS.includes(sent.kind)) return "unknown-kind";
  const read = v.safeParse(FieldEventSchema, sent);
  // A zero character is nothing that anybody typed, and PostgreSQL cannot hold it.
  return read.success && !JSON.stringify(read.output).includes("\\u0000") ? read.output : "unreadable-event";
}

function refusalOf(event: FieldEvent, rules: EventRules): EventRefusal | null {
  if (event.kind === "contact") return contactFault(event, rules);
  return event.kind === "survey-answers" ? surveyFault(event, rules) : null;
}

function surveyFault({ surveyId, answers }: SurveyAnswered, { survey }: EventRules): EventRefusal | null {
  if (survey?.id !== surveyId) return "survey-changed";
  return fitsSurvey(survey, answers) ? null : "unreadable-event";
}

function contactFault(contact: ContactGiven, { privacy, isKnownNotice }: EventRules): EventRefusal | null {
  if (!privacy.contacts) return "contacts-off";
  if (!isKnownNotice(contact.noticeVersion)) return "unknown-notice";
  const lacks = ({ channel }: ContactGiven["consents"][number]) =>
    (channel === "email" ? contact.email : contact.phone) === null;
  return contact.consents.some(lacks) ? "contact-unreachable" : null;
}

/** Details have a place of their own, from which they can be erased. */
function withoutDetails(event: FieldEvent, isWithoutNote: boolean): ReportedEvent["event"] {
  if (event.kind === "contact") return { id: event.id, kind: event.kind, at: event.at };
  if (event.kind === "survey-answers") return { id: event.id, kind: event.kind, at: "" };
  if (event.kind === "undo") {
    const { sheetId: _, ...undo } = event;
    return undo;
  }
  if (event.kind !== "note" || !isWithoutNote) return event;
  const { note: _, ...rest } = event;
  return rest;
}

function broughtSheet({ surveyId, sheetId, answers }: SurveyAnswered): BroughtSheet {
  return { surveyId, sheet: { id: sheetId, answers } };
}

function givenContact(given: ContactGiven, at: Date, { newContactId }: EventRules): GivenContact {
  return {
    id: newContactId(),
    given,
    purgeAfter: new Date(at.getTime() + CONTACT_DAYS * DAY_MILLISECONDS).toISOString(),
  };
}
