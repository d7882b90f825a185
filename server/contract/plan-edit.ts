import * as v from "valibot";
import { type Plan, type PlanRoute, PositionSchema } from "./plan.ts";

/** Edits of a plan by hand. Routes and stops are named by their ids in it. */

const StopId = v.pipe(v.string(), v.maxLength(100));
const StopIds = v.pipe(v.array(StopId), v.minLength(1), v.maxLength(5000));
const RouteId = v.pipe(v.string(), v.maxLength(10));

export const HandEditSchema = v.variant("kind", [
  /** Stops, in the order given, onto a route: before one of its stops, or at its end. */
  v.object({ kind: v.literal("move"), stopIds: StopIds, routeId: RouteId, before: v.nullable(StopId) }),
  /** Stops, in the order given, where they cost the least walking: on that route, or on any. */
  v.object({ kind: v.literal("insert"), stopIds: StopIds, routeId: v.nullable(RouteId) }),
  v.object({ kind: v.literal("take-out"), stopIds: StopIds }),
  v.object({ kind: v.literal("lock-stops"), stopIds: StopIds, isLocked: v.boolean() }),
  v.object({ kind: v.literal("lock-route"), routeId: RouteId, isLocked: v.boolean() }),
  v.object({ kind: v.literal("reverse"), routeId: RouteId }),
  /** Null: at the first stop. */
  v.object({ kind: v.literal("set-start"), routeId: RouteId, position: v.nullable(PositionSchema) }),
  /** Null: at the last stop. */
  v.object({ kind: v.literal("set-end"), routeId: RouteId, position: v.nullable(PositionSchema) }),
]);
export type HandEdit = v.InferOutput<typeof HandEditSchema>;

/** POST /api/plans/:planId/edits. An edit that is sent twice under one id is applied once. */
export const PlanEditRequestSchema = v.object({
  /** Made by whoever edits, one for each gesture. Without, every request is an edit of its own. */
  id: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/))),
  /** Revision of the plan that was looked at: 0 for a plan that nobody has edited. */
  basedOn: v.pipe(v.number(), v.integer(), v.minValue(0)),
  edit: v.variant("kind", [
    ...HandEditSchema.options,
    v.object({ kind: v.literal("undo") }),
    v.object({ kind: v.literal("redo") }),
    /** Plans again around what is locked. */
    v.object({ kind: v.literal("repair") }),
  ]),
});
export type PlanEditRequest = v.InferOutput<typeof PlanEditRequestSchema>;
export type PlanEdit = PlanEditRequest["edit"];

/** What an organizer should know of a plan edited by hand; nothing of it forbids anything. */
export type HandWarning =
  | { readonly kind: "too-long"; readonly routeId: string; readonly extraSeconds: number }
  | { readonly kind: "too-steep"; readonly routeId: string; readonly extraMetres: number }
  /** A stop that lies `metres`, as the crow flies, from the nearest other of its route. */
  | { readonly kind: "far-stop"; readonly routeId: string; readonly address: string; readonly metres: number }
  /** A start, or an end, set by hand that lies `metres`, as the crow flies, from the stop next to it. */
  | { readonly kind: "far-start" | "far-end"; readonly routeId: string; readonly metres: number }
  /** Big roads (secondary and above) are crossed `crossings` times, `more` than on the route as it was planned. */
  | { readonly kind: "big-roads"; readonly routeId: string; readonly crossings: number; readonly more: number }
  | { readonly kind: "empty-route"; readonly routeId: string };

/** An address that was taken out by hand, as who puts it back should see it. */
export interface TakenOutStop {
  readonly stopId: string;
  readonly address: string;
  readonly doors: number;
  readonly position: readonly [number, number];
}

/** What a plan says of the edits behind it. */
export interface EditedByHand {
  /** Grows with every edit, undo and redo. */
  readonly revision: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Minutes that were asked for: the request's are no less than the longest route, which by hand may be longer. */
  readonly askedMinutes: number;
  readonly lockedStops: readonly string[];
  readonly lockedRoutes: readonly string[];
  readonly takenOut: readonly TakenOutStop[];
  /** Routes that were left without a stop: they are not among the plan's routes. */
  readonly emptyRoutes: readonly string[];
  readonly warnings: readonly HandWarning[];
}

/** Where a plan stands among its edits. */
export type EditSteps = Pick<EditedByHand, "revision" | "canUndo" | "canRedo">;

/** What a repair changed. */
export interface RepairReport {
  /** Stops that are on another route than before. */
  readonly movedStops: number;
  readonly addedStops: number;
  readonly droppedStops: number;
  /** Routes whose stops are as before but in another order. */
  readonly reorderedRoutes: number;
}

export interface UnservedChanges {
  /** Ids of stops that are unserved no more. */
  readonly gone: readonly string[];
  /** Stops that are unserved now, or for another reason. */
  readonly come: Plan["unserved"];
}

/** What is different from the plan as it was made, but for its routes. */
export interface EditedHead {
  readonly request: Plan["request"];
  readonly totals: Plan["totals"];
  readonly metresEquivalentPerDoor: Plan["metresEquivalentPerDoor"];
  readonly edited: EditedByHand;
  /** Routes in order. */
  readonly routeIds: readonly string[];
  readonly unserved: UnservedChanges;
}

/** An edit that came with an id, by which whoever sent it knows it again. */
export interface RecentEdit {
  /** Of the plan with this edit. */
  readonly revision: number;
  readonly id: string;
}

/** GET /api/plans/:planId/edits/events?after=N: the plan is at this revision now. */
export interface PlanEditedEvent {
  readonly revision: number;
  /** As in the state of the plan. */
  readonly recentEdits: readonly RecentEdit[];
}

/**
 * What an edit changed, to be put over the plan as it was before the edit. Who sends an edit again is given the answer of
 * the first time, whatever others have edited since: the revision in it tells whether there is more to read.
 */
export interface PlanEditAnswer {
  readonly head: EditedHead;
  /** Routes that are not as they were. */
  readonly routes: readonly PlanRoute[];
  /** Only after a repair. */
  readonly repair: RepairReport | null;
}
