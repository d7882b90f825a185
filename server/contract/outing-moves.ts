import * as v from "valibot";
import type { Outing } from "./outings.ts";
import type { PlanRoute } from "./plan.ts";

/** Who walks which stops of an outing, and how that changes while it is walked. */

const StopIds = v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(20_000));
const RouteId = v.pipe(v.string(), v.maxLength(60));
const Revision = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A route of the outing by its id, or one that is made for the stops: those of one number share a link. */
const WalkerSchema = v.variant("kind", [
  v.object({ kind: v.literal("route"), id: RouteId }),
  v.object({ kind: v.literal("new"), number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)) }),
]);
export type Walker = v.InferOutput<typeof WalkerSchema>;

/** POST /api/outings/:id/moves */
export const OutingMovesSchema = v.object({
  /** Of the outing that was looked at: moves that come too late are refused. */
  revision: Revision,
  moves: v.pipe(
    v.array(
      v.object({
        stopIds: v.pipe(StopIds, v.minLength(1)),
        to: v.variant("kind", [...WalkerSchema.options, v.object({ kind: v.literal("nobody") })]),
      }),
    ),
    v.minLength(1),
    v.maxLength(2000),
  ),
  /** In which order a walker goes on; where it is not said, stops that come go where they cost the least walking. */
  orders: v.optional(v.pipe(v.array(v.object({ of: WalkerSchema, stopIds: StopIds })), v.maxLength(400)), []),
  /** Stops that somebody has begun stay with them unless this is true. */
  movesBegun: v.optional(v.boolean(), false),
});
export type OutingMoves = v.InferOutput<typeof OutingMovesSchema>;

/** What moves have changed, and what would put all of it back. */
export interface MovesAnswer {
  readonly outing: Outing;
  /** Null when no stop has moved. */
  readonly undo: OutingMoves | null;
  /** Ids of the routes that were made. */
  readonly madeRoutes: readonly string[];
}

/** Minutes that a volunteer may still have. */
const MinutesLeft = v.pipe(v.number(), v.minValue(5), v.maxValue(600));

/** POST /api/outings/:id/replan: what is left, split again over who is there. Changes nothing: it gives moves. */
export const ReplanRequestSchema = v.object({
  revision: Revision,
  /** Routes whose volunteers go on. What is left of the others is shared out. */
  present: v.pipe(v.array(RouteId), v.maxLength(400)),
  /** Volunteers more than there were; each has a route made. */
  newcomers: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)), 0),
  /** From now on, for everybody; left out: what the plan foresaw. */
  minutes: v.optional(MinutesLeft),
  /** From now on, by route: who is late, or has to leave. */
  minutesByRoute: v.optional(v.record(v.string(), MinutesLeft), {}),
  /** Whether others also finish what those who leave have begun. */
  movesBegun: v.optional(v.boolean(), false),
});
export type ReplanRequest = v.InferOutput<typeof ReplanRequestSchema>;

/** What somebody has left to do. */
export interface LeftToDo {
  readonly stops: number;
  readonly doors: number;
  readonly seconds: number;
}

export interface ProposedRoute {
  readonly walker: Walker;
  /** The number on its sheet. */
  readonly routeId: string;
  readonly firstName: string | null;
  readonly before: LeftToDo;
  readonly after: LeftToDo;
}

export interface ReplanProposal {
  /** To be posted as they are; null when everything stays as it is. */
  readonly moves: OutingMoves | null;
  readonly routes: readonly ProposedRoute[];
  /** Stops that nobody would have time for. */
  readonly free: { readonly stops: number; readonly doors: number };
}

/** GET /api/outings/:id/routes/:routeId */
export interface OutingRouteDetail {
  readonly id: string;
  readonly revision: number;
  /** Stops on it where something was reported. */
  readonly begunStops: readonly string[];
  readonly finishedStops: readonly string[];
  readonly route: PlanRoute;
}
