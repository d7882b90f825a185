import type { RouteEnds } from "./choose-route-ends.ts";
import { type RouteGround, type WalkedRoute, walkRoute } from "./draw-route.ts";
import type { RouteMeasure, WalkTable } from "./measure-team.ts";
import type { RouteKind } from "./plan-team.ts";
import type { TeamWalks } from "./search-routes.ts";

export interface FittedRoute {
  /** Null when nothing is left of it. */
  readonly walked: WalkedRoute | null;
  /** Stops taken out because of the climb, with the metres that the route climbed with them. */
  readonly tooMuchClimb: ReadonlyMap<number, number>;
}

/** Rounding in the sums of a walk is not a climb. */
const ROUNDING_METRES = 1e-6;

/**
 * Walks a route and takes stops out until it keeps its limits: the last ones for lack of time, those that climb most
 * for the climb. After a search that knows all limits, that is rounding; whatever the search, no route breaks them.
 */
export async function fitRoute(
  order: readonly number[],
  kind: RouteKind,
  walks: TeamWalks,
  ground: Pick<RouteGround, "router" | "language">,
): Promise<FittedRoute> {
  const ends = walks.ends.get(kind);
  const measure = walks.measures.get(kind);
  if (!ends || !measure) throw new Error("a route of a kind that was not measured");
  const tooMuchClimb = new Map<number, number>();
  let kept = withWays(order, ends, measure.seconds);
  while (kept.length > 0) {
    const stops = kept.flatMap((stop) => walks.stops[stop] ?? []);
    const walked = await walkRoute(stops, ends, kind.walker, ground);
    const ascentMetres = walked.legs.reduce((sum, leg) => sum + leg.ascentMetres, 0);
    if (walked.durationSeconds > kind.budgetSeconds) {
      kept = kept.slice(0, -1);
    } else if (ascentMetres > (kind.maxAscentMetres ?? Infinity) + ROUNDING_METRES) {
      const steepest = steepestOf(kept, ends, measure);
      tooMuchClimb.set(kept[steepest] ?? -1, ascentMetres);
      kept = kept.filter((_, position) => position !== steepest);
    } else {
      return { walked, tooMuchClimb };
    }
  }
  return { walked: null, tooMuchClimb };
}

/** A stop to which this walker has no way is not this walker's. */
function withWays(order: readonly number[], ends: RouteEnds, seconds: WalkTable): readonly number[] {
  const kept: number[] = [];
  for (const stop of order) {
    const there = legOf(kept.at(-1), stop, seconds);
    const back = ends.isLoop ? legOf(stop, kept[0] ?? stop, seconds) : legOf(stop, undefined, seconds);
    if (Number.isFinite(there) && Number.isFinite(back)) kept.push(stop);
  }
  return kept;
}

/** Position of the stop without which the route climbs least; the last of equals. */
function steepestOf(stops: readonly number[], ends: RouteEnds, { climb }: RouteMeasure): number {
  let steepest = stops.length - 1;
  let most = -Infinity;
  stops.forEach((stop, position) => {
    if (!climb) return;
    const before = stops[position - 1];
    const after = stops[position + 1] ?? (ends.isLoop && position > 0 ? stops[0] : undefined);
    const direct = before === undefined && after === undefined ? 0 : legOf(before, after, climb);
    const saved = legOf(before, stop, climb) + legOf(stop, after, climb) - direct;
    if (saved < most) return;
    steepest = position;
    most = saved;
  });
  return steepest;
}

/** Between two stops; undefined stands for the start before a stop, and for the end after one. */
function legOf(from: number | undefined, to: number | undefined, { between, fromStart, toEnd }: WalkTable): number {
  const count = Math.sqrt(between.length);
  if (from === undefined) return fromStart && to !== undefined ? (fromStart[to] ?? Infinity) : 0;
  if (to === undefined) return toEnd ? (toEnd[from] ?? Infinity) : 0;
  return from === to ? 0 : (between[from * count + to] ?? Infinity);
}
