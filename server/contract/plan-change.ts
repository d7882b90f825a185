import * as v from "valibot";
import { PLAN_BOUNDS } from "./plan-bounds.ts";

const Ids = v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(20_000)), []);
const Minutes = v.pipe(v.number(), v.minValue(PLAN_BOUNDS.minutes.low), v.maxValue(PLAN_BOUNDS.minutes.high));

/** What is different from the plan that was made. Routes and stops are named by their ids in it. */
export const PlanChangeSchema = v.object({
  /** Routes whose volunteers do not come, or went home: their stops are shared out among the others. */
  removedRoutes: Ids,
  /** Routes more than there were; they begin where the plan begins. */
  addedRoutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)), 0),
  /** From now on, for everybody. Left out: what each route has left when its done stops took the time foreseen. */
  minutes: v.optional(Minutes),
  /** From now on, by route. */
  minutesByRoute: v.optional(v.record(v.string(), Minutes), {}),
  /** Stops that have been visited: the rest of their route begins at the last of them. */
  doneStops: Ids,
  /** Stops that nobody shall visit. */
  skippedStops: Ids,
  /** Stops that stay on their route. */
  lockedStops: Ids,
  /** Whether the locked stops of a route are also walked in the order they have, one right after the other. */
  keepsOrder: v.optional(v.boolean(), false),
  seconds: v.optional(v.pipe(v.number(), v.minValue(0.05), v.maxValue(PLAN_BOUNDS.seconds.high)), 0.2),
});
export type PlanChange = v.InferOutput<typeof PlanChangeSchema>;

/** How far a changed plan is from the one before. Stops are those served by both, unless said otherwise. */
export interface ChangeReport {
  readonly keptStops: number;
  /** Served by another volunteer than before; stops of a removed route are not counted. */
  readonly movedStops: number;
  /** Of removed routes, now served by somebody else. */
  readonly takenOverStops: number;
  /** Served now, not before. */
  readonly addedStops: number;
  /** Served before, not now, and neither done nor skipped. */
  readonly droppedStops: number;
  readonly doneStops: number;
  /** Routes that are walked exactly as before. */
  readonly unchangedRoutes: number;
}
