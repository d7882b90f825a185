import * as v from "valibot";
import { SURVEY_BOUNDS } from "./survey.ts";

/** What a phone reports from the doors: shapes that phone and server share. */

/** Of the shapes on this page. A server takes all versions up to its own; a phone of a later one is told to wait. */
export const FIELD_VERSION = 1;

/** Absent, refus, plus tard, conversation, boîtage, inaccessible, ne plus passer. */
export const OUTCOMES = ["absent", "refused", "later", "conversation", "leaflet", "inaccessible", "never"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const FIELD_BOUNDS = {
  /** Events of one batch. */
  events: 500,
  /** Doors of one tap: a whole floor, or a whole building. */
  doors: 2000,
  noteLetters: 40,
  nameLetters: 60,
} as const;

const Id = v.pipe(v.string(), v.regex(/^[\w-]{16,40}$/));
const StopId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
/** By the phone's clock, whatever it says. */
const PhoneTime = v.pipe(v.string(), v.isoTimestamp());
const Doors = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(FIELD_BOUNDS.doors));

const frame = { id: Id, at: PhoneTime };

/** Some doors of an address had this outcome. Nothing says which doors, or who lives there. */
const Knock = v.object({
  ...frame,
  kind: v.literal("knock"),
  stopId: StopId,
  outcome: v.picklist(OUTCOMES),
  doors: Doors,
});
/** Nobody goes on at this address today. */
const StopFinished = v.object({ ...frame, kind: v.literal("stop-finished"), stopId: StopId });
/** Takes back what another event of this outing said, whether or not that one has arrived. An undo is not undone. */
const Undo = v.object({
  ...frame,
  kind: v.literal("undo"),
  undoes: Id,
  /** Of answers to the survey: which sheet to take out again. Nothing else leads from an event to a sheet, so this is not kept. */
  sheetId: v.optional(Id),
});
const Begun = v.object({ ...frame, kind: v.literal("route-begun") });
const Ended = v.object({ ...frame, kind: v.literal("route-ended") });

/** Of the building, never of a household. Asked for only where the campaign has chosen so. */
export const BuildingNoteSchema = v.object({
  /** Hours in which the door opens without a code. */
  codeHours: v.nullable(v.pipe(v.string(), v.maxLength(FIELD_BOUNDS.noteLetters))),
  hasLift: v.nullable(v.boolean()),
  hasIntercom: v.nullable(v.boolean()),
});
export type BuildingNote = v.InferOutput<typeof BuildingNoteSchema>;
const Note = v.object({ ...frame, kind: v.literal("note"), stopId: StopId, note: BuildingNoteSchema });

export const PURPOSES = ["news", "events", "volunteering"] as const;
export type Purpose = (typeof PURPOSES)[number];
export const CHANNELS = ["email", "phone", "text"] as const;
export type Channel = (typeof CHANNELS)[number];

const Name = v.pipe(v.string(), v.trim(), v.maxLength(FIELD_BOUNDS.nameLetters));
/**
 * Somebody left their details and ticked what for, and how, on the volunteer's phone, below the notice that is named.
 * It says neither where nor what was spoken of: no address, no opinion.
 */
export const ContactGivenSchema = v.object({
  ...frame,
  kind: v.literal("contact"),
  firstName: v.pipe(Name, v.minLength(1)),
  lastName: Name,
  email: v.nullable(v.pipe(v.string(), v.trim(), v.email(), v.maxLength(200))),
  phone: v.nullable(v.pipe(v.string(), v.trim(), v.regex(/^\+?[\d .()-]{6,24}$/))),
  consents: v.pipe(
    v.array(v.object({ purpose: v.picklist(PURPOSES), channel: v.picklist(CHANNELS) })),
    v.minLength(1),
    v.maxLength(PURPOSES.length * CHANNELS.length),
  ),
  noticeVersion: v.pipe(v.string(), v.maxLength(40)),
});
export type ContactGiven = v.InferOutput<typeof ContactGivenSchema>;

const AnswerId = v.pipe(v.string(), v.maxLength(40));
/**
 * Somebody answered the survey of the outing. It comes by the link of a route, and says neither where nor when: `at` is the
 * beginning of the day. The id of the sheet is made at random beside that of the event, and only the phone knows that they belong together.
 */
export const SurveyAnsweredSchema = v.object({
  ...frame,
  kind: v.literal("survey-answers"),
  surveyId: Id,
  sheetId: Id,
  answers: v.pipe(
    v.array(
      v.object({
        questionId: AnswerId,
        choiceIds: v.pipe(v.array(AnswerId), v.minLength(1), v.maxLength(SURVEY_BOUNDS.choices)),
      }),
    ),
    v.minLength(1),
    v.maxLength(SURVEY_BOUNDS.questions),
  ),
});
export type SurveyAnswered = v.InferOutput<typeof SurveyAnsweredSchema>;

export const FieldEventSchema = v.variant("kind", [
  Knock,
  StopFinished,
  Undo,
  Begun,
  Ended,
  Note,
  ContactGivenSchema,
  SurveyAnsweredSchema,
]);
export type FieldEvent = v.InferOutput<typeof FieldEventSchema>;
export type KnockEvent = v.InferOutput<typeof Knock>;

/** What a phone sends: events it has not been told are stored, oldest first. Each is checked by itself. */
export const EventBatchSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  deviceId: Id,
  /** The phone's clock as it sends: how far it is off. */
  sentAt: PhoneTime,
  events: v.pipe(v.array(v.looseObject({ id: Id })), v.maxLength(FIELD_BOUNDS.events)),
});
export type EventBatch = v.InferOutput<typeof EventBatchSchema>;

/**
 * open: walk. grace: the link has expired, what was reported before is still taken in. taken-back: the organizer gave
 * the route to somebody else. closed: nothing is taken in any more.
 */
export type FieldState = "open" | "grace" | "taken-back" | "closed";

export interface EventsAnswer {
  /** Stored for good, now or before: the phone may forget them. */
  readonly stored: readonly string[];
  /** Never will be, whatever is tried; the phone shows the sentence and keeps them aside. */
  readonly refused: readonly { readonly id: string; readonly code: string; readonly message: string }[];
  /** Of what was stored otherwise than it was sent: a note that the campaign does not keep. */
  readonly told?: readonly { readonly id: string; readonly code: string; readonly message: string }[];
  readonly serverAt: string;
  readonly state: FieldState;
  /** Of the route: when it is another than the phone has, it asks for the route again. */
  readonly routeRevision: number;
}
