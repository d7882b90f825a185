import * as v from "valibot";
import type { BuildingNote, FieldState } from "./field-events.ts";
import type { StopReport } from "./fold-field-events.ts";
import { type Language, LanguageSchema, type PlanRoute, PositionSchema } from "./plan.ts";
import { type SheetSurvey, SurveySchema } from "./survey.ts";

/** Outings: plans that are walked. Shapes that organizers, phones and server share. */

const Text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const Day = v.pipe(v.string(), v.isoDate());
const Clock = v.pipe(v.string(), v.isoTime());

export const MeetingPointSchema = v.object({ label: Text(120), position: v.nullable(PositionSchema) });
export type MeetingPoint = v.InferOutput<typeof MeetingPointSchema>;

/** A plan becomes an outing. */
export const NewOutingSchema = v.object({
  name: v.pipe(Text(80), v.minLength(1)),
  day: Day,
  startsAt: Clock,
  meetingPoint: MeetingPointSchema,
  isPairs: v.boolean(),
  script: v.optional(Text(4000), ""),
  /** Hours after its start in which the links open; what was reported is taken in for three more days. */
  openHours: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(168)), 12),
  leadAccountId: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100))), null),
  language: v.optional(LanguageSchema, "fr"),
});
export type NewOuting = v.InferOutput<typeof NewOutingSchema>;

/** POST /api/territories/:name/outings */
export const OutingRequestSchema = v.object({
  ...NewOutingSchema.entries,
  planId: v.pipe(v.string(), v.maxLength(100)),
  /** Whose clocks say the day and the hour. */
  timeZone: v.optional(v.pipe(v.string(), v.maxLength(60), v.check(isTimeZone)), "Europe/Paris"),
  survey: v.optional(v.nullable(SurveySchema), null),
});
export type OutingRequest = v.InferOutput<typeof OutingRequestSchema>;

/** What may be changed of it afterwards. */
export const OutingChangeSchema = v.partial(v.omit(NewOutingSchema, ["openHours"]));
export type OutingChange = v.InferOutput<typeof OutingChangeSchema>;

export interface OutingSummary {
  readonly id: string;
  readonly planId: string;
  readonly territoryName: string;
  readonly name: string;
  readonly day: string;
  readonly startsAt: string;
  readonly closesAt: string;
  readonly endedAt: string | null;
  /** Of its survey; null when nothing is asked. */
  readonly surveyTitle: string | null;
  readonly routes: number;
  readonly stops: number;
  readonly doors: number;
  readonly doorsTried: number;
}

/** nobody: no phone has opened it. joined: a volunteer has it. begun, ended: as the phone says. taken-back: the link is dead. */
export type OutingRouteState = "nobody" | "joined" | "begun" | "ended" | "taken-back";

export interface OutingRouteSummary {
  readonly id: string;
  readonly routeId: string;
  /** Address of the volunteer's page, and the code that leads there. */
  readonly path: string;
  readonly code: string;
  readonly state: OutingRouteState;
  readonly firstName: string | null;
  readonly revision: number;
  readonly stops: number;
  readonly doors: number;
  readonly durationSeconds: number;
  readonly heardAt: string | null;
}

export interface Outing extends OutingSummary {
  readonly meetingPoint: MeetingPoint;
  readonly isPairs: boolean;
  readonly script: string;
  readonly language: Language;
  readonly leadAccountId: string | null;
  /** Null when nobody leads it, and once that account is closed. */
  readonly leadName: string | null;
  readonly revision: number;
  readonly outingRoutes: readonly OutingRouteSummary[];
  /** Addresses that nobody walks. */
  readonly freeStops: number;
  /** Where phones reach this server; the paths of the routes follow it. */
  readonly linkBase: string;
}

/** What the phone keeps: the whole of the volunteer's work, without anything of the other routes. */
export interface FieldSheet {
  readonly version: number;
  readonly state: FieldState;
  readonly outing: {
    readonly name: string;
    readonly day: string;
    readonly startsAt: string;
    readonly closesAt: string;
    readonly meetingPoint: MeetingPoint;
    readonly isPairs: boolean;
    readonly script: string;
    readonly language: Language;
  };
  readonly territory: { readonly name: string; readonly title: string; readonly attributions: readonly string[] };
  readonly routeId: string;
  readonly routeRevision: number;
  /** Null until a volunteer has given a first name and accepted the charter. */
  readonly firstName: string | null;
  readonly charter: { readonly version: string; readonly text: string };
  readonly privacy: CampaignPrivacy;
  /** The notice above the consent form, and who answers for it. */
  readonly notice: { readonly version: string; readonly text: string };
  readonly route: PlanRoute;
  /** What was reported of its addresses, by whichever phone. */
  readonly reports: Readonly<Record<string, StopReport>>;
  /** What is known of its buildings, where the campaign keeps notes. */
  readonly notes: Readonly<Record<string, BuildingNote>>;
  /** What those who take the time to talk are asked; null when nothing is. */
  readonly survey: SheetSurvey | null;
}

/** What the campaign lets its phones ask. The default: counts per building, and nothing else. */
export interface CampaignPrivacy {
  readonly buildingNotes: boolean;
  readonly contacts: boolean;
}

export const JoinSchema = v.object({
  firstName: v.pipe(Text(40), v.minLength(1)),
  charterVersion: v.string(),
  deviceId: v.pipe(v.string(), v.regex(/^[\w-]{16,40}$/)),
});
export type Join = v.InferOutput<typeof JoinSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
