import * as v from "valibot";
import type { BestChoice } from "./best-choice.ts";
import { LeaveOutDoneSchema, type LeftOutCode, LeftOutSchema } from "./left-out.ts";
import { PLAN_BOUNDS } from "./plan-bounds.ts";
import type { ChangeReport } from "./plan-change.ts";
import type { EditedByHand } from "./plan-edit.ts";
import type { Sentence } from "./refusal.ts";
import type { RouteReport, SearchReport } from "./route-report.ts";

/** Shapes of planning, shared by server, command line and browser. Units are in the names. */

export const PositionSchema = v.tuple([
  v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
]);

const RingSchema = v.pipe(v.array(PositionSchema), v.minLength(4));
export const ZoneGeometrySchema = v.variant("type", [
  v.object({ type: v.literal("Polygon"), coordinates: v.pipe(v.array(RingSchema), v.minLength(1)) }),
  v.object({
    type: v.literal("MultiPolygon"),
    coordinates: v.pipe(v.array(v.pipe(v.array(RingSchema), v.minLength(1))), v.minLength(1)),
  }),
]);
export type ZoneGeometry = v.InferOutput<typeof ZoneGeometrySchema>;

/** Which doors: whole stations, a drawn area, addresses one by one, or the stations that give most per hour. */
export const SelectionSchema = v.variant("kind", [
  v.object({
    kind: v.literal("stations"),
    stationIds: v.union([v.literal("all"), v.pipe(v.array(v.string()), v.minLength(1))]),
  }),
  v.object({ kind: v.literal("zone"), geometry: ZoneGeometrySchema }),
  v.object({
    kind: v.literal("addresses"),
    addressIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.minLength(1), v.maxLength(40_000)),
  }),
  v.object({ kind: v.literal("best") }),
]);
export type Selection = v.InferOutput<typeof SelectionSchema>;

/**
 * Where routes begin. *anywhere*: each at its own first stop. *transit*: at the public-transport stop that is nearest
 * on foot to the middle of the doors. The others are one meeting point for all.
 */
export const START_WORDS = ["lowest", "highest", "central", "transit", "anywhere"] as const;
export const StartRuleSchema = v.union([v.picklist(START_WORDS), v.object({ position: PositionSchema })]);
export type StartRule = v.InferOutput<typeof StartRuleSchema>;

/** Where routes end. *anywhere*: at the last stop; *start*: where they began. */
export const END_WORDS = ["anywhere", "start", "lowest", "highest", "central", "transit"] as const;
export const EndRuleSchema = v.union([v.picklist(END_WORDS), v.object({ position: PositionSchema })]);
export type EndRule = v.InferOutput<typeof EndRuleSchema>;

/** What one volunteer can or wants, where that differs from the plan. */
export const RouteLimitsSchema = v.object({
  minutes: v.optional(within("minutes")),
  start: v.optional(StartRuleSchema),
  end: v.optional(EndRuleSchema),
  /** Most metres climbed over the whole route. */
  maxAscentMetres: v.optional(within("maxAscentMetres")),
  avoidsSteps: v.optional(v.boolean(), false),
  hasBicycle: v.optional(v.boolean(), false),
});
export type RouteLimits = v.InferOutput<typeof RouteLimitsSchema>;

export const LanguageSchema = v.picklist(["fr", "en"]);
export type Language = v.InferOutput<typeof LanguageSchema>;

export const PlanRequestSchema = v.object({
  selection: SelectionSchema,
  volunteers: v.pipe(within("volunteers"), v.integer()),
  /** Time of a route that has none of its own in `team`. */
  minutes: within("minutes"),
  start: v.optional(StartRuleSchema, "central"),
  end: v.optional(EndRuleSchema, "anywhere"),
  /** cover: as many doors as fit, balanced; value: the doors worth most. */
  goal: v.optional(v.picklist(["cover", "value"]), "cover"),
  minutesPerDoor: v.optional(within("minutesPerDoor"), 1.5),
  /** Kilometres per hour on the flat. */
  speed: v.optional(within("speed"), 4.5),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 1),
  /** Search time after the first answer. */
  seconds: v.optional(within("seconds"), 5),
  language: v.optional(LanguageSchema, "fr"),
  /** Volunteers walk two by two, an odd one makes a group of three: half as many routes. */
  pairs: v.optional(v.boolean(), false),
  /** Limits of route 1, 2, …: routes beyond the list have none of their own. */
  team: v.optional(v.array(RouteLimitsSchema), []),
  /** Leaves out what earlier outings settled. */
  leaveOutDone: v.optional(v.nullable(LeaveOutDoneSchema)),
  /** What that came to when the plan was made: found by the server, kept so that a changed plan leaves out the same. */
  leftOut: v.optional(v.pipe(v.array(LeftOutSchema), v.maxLength(1_000_000))),
  /** Doors that asked for no more visits, in buildings that are visited all the same. */
  neverAsked: v.optional(v.array(v.object({ stopId: v.string(), doors: v.number() }))),
});
export type PlanRequest = v.InferOutput<typeof PlanRequestSchema>;

/** An OSRM v5 step (project-osrm.org/docs/v5, RouteStep) with its instruction in words. */
export interface OsrmStep {
  readonly distance: number;
  readonly duration: number;
  readonly name: string;
  readonly mode: "walking";
  readonly driving_side: "right";
  readonly geometry: { readonly type: "LineString"; readonly coordinates: readonly (readonly [number, number])[] };
  readonly maneuver: {
    readonly type: string;
    readonly modifier?: string;
    readonly bearing_before: number;
    readonly bearing_after: number;
    readonly location: readonly [number, number];
    readonly exit?: number;
  };
  readonly instruction: string;
}
export interface OsrmLeg {
  readonly distance: number;
  readonly duration: number;
  readonly summary: string;
  readonly steps: readonly OsrmStep[];
}
export interface OsrmRoute {
  readonly distance: number;
  readonly duration: number;
  readonly weight: number;
  readonly weight_name: "duration";
  readonly geometry: { readonly type: "LineString"; readonly coordinates: readonly (readonly [number, number])[] };
  readonly legs: readonly OsrmLeg[];
}

export interface PlanStop {
  /** Address id. */
  readonly id: string;
  readonly address: string;
  readonly street: string;
  readonly number: string;
  readonly position: readonly [number, number];
  readonly side: "even" | "odd" | null;
  readonly doors: number;
  /**
   * Floors of the building above ground, the ground floor included; null when not known, missing in plans stored
   * before there were floors. They take no time of their own: minutes per door are a mean over all kinds of doors.
   */
  readonly floors?: number | null;
  /**
   * Doors of the building where somebody asked for no more visits, as earlier outings reported it; missing when none did, and
   * when the plan did not ask for what was done before. A count: which door it is, is kept nowhere.
   */
  readonly neverAskedDoors?: number;
  readonly stationId: string | null;
  /** Seconds after the route's start when the volunteer reaches the stop. */
  readonly arrivalSeconds: number;
  /** Seconds spent at the stop. */
  readonly serviceSeconds: number;
}

export interface PlanRoute {
  /** "1", "2", …: what is printed on the sheet. */
  readonly id: string;
  readonly start: readonly [number, number];
  /** In the language that the plan was made in. */
  readonly startReason: string;
  /** The same in both; missing in plans stored before. */
  readonly startSentence?: Sentence;
  readonly end: readonly [number, number];
  readonly distanceMetres: number;
  readonly walkSeconds: number;
  readonly doorSeconds: number;
  readonly durationSeconds: number;
  readonly ascentMetres: number;
  readonly descentMetres: number;
  readonly report: RouteReport;
  readonly expectedConversations: number;
  readonly expectedPersuaded: number;
  /** [metres from the start, elevation in metres], null without elevation. */
  readonly profile: readonly (readonly [number, number])[] | null;
  readonly stops: readonly PlanStop[];
  /** A leg from the start to the first stop, one between consecutive stops, one to the end if there is one. */
  readonly osrm: OsrmRoute;
}

export type UnservedReason =
  | "no-time-left"
  | "too-long-alone"
  | "no-street"
  | "not-reachable"
  | "steps-only"
  | "too-much-climb"
  | "done"
  | "skipped"
  /** Because of earlier outings. */
  | LeftOutCode;

export interface Plan {
  readonly version: 1;
  readonly territory: { readonly name: string; readonly version: string };
  readonly request: PlanRequest;
  readonly totals: {
    readonly routes: number;
    readonly stops: number;
    readonly doors: number;
    readonly distanceMetres: number;
    readonly durationSeconds: number;
    readonly expectedConversations: number;
    readonly expectedPersuaded: number;
  };
  readonly unserved: readonly { readonly stopId: string; readonly reason: string; readonly code: UnservedReason }[];
  /** Sentences an organizer should read, e.g. "no results here: every door counts the same", in the plan's language. */
  readonly warnings: readonly string[];
  /** The same in both; missing in plans stored before. */
  readonly warningSentences?: readonly Sentence[];
  readonly search: SearchReport;
  /** How far it is from the plan before, when it is that plan changed. */
  readonly change?: ChangeReport;
  /** What was edited by hand since it was made. */
  readonly edited?: EditedByHand;
  /**
   * Metres-equivalent per door over the routes, power mean with p = 3: one bad route weighs more than many good ones.
   * Null without routes, or when another engine walked them.
   */
  readonly metresEquivalentPerDoor: number | null;
  /** Why these stations, when the plan was asked to choose. */
  readonly choice?: BestChoice;
  readonly routes: readonly PlanRoute[];
}

/** What planning says while it works. */
export interface PlanProgress {
  readonly stage: "doors" | "durations" | "routes" | "directions";
  /** 0 to 1 over the whole plan. */
  readonly share: number;
  readonly routes?: number;
  readonly stops?: number;
  /** Plans that must end before this one begins; only while it waits. */
  readonly ahead?: number;
}

function within(name: keyof typeof PLAN_BOUNDS) {
  const { low, high } = PLAN_BOUNDS[name];
  return v.pipe(v.number(), v.minValue(low), v.maxValue(high));
}
