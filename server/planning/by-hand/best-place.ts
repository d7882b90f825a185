import { pointAlong } from "../../../geodata/geometry/path.ts";
import { distanceMetres } from "../../../geodata/geometry/position.ts";
import { pieceShape, type StreetGraph, type StreetPlace } from "../../../geodata/street-graph/street-graph.ts";
import type { PlanRoute } from "../../contract/plan.ts";
import type { ArrangedRoute } from "../../contract/plan-arrangement.ts";
import { RIDE_KILOMETRES_PER_HOUR } from "../../walking-router/travel-modes.ts";
import type { Walker } from "../street-router.ts";
import type { EditGround } from "./edit-ground.ts";
import { handEnds } from "./hand-ends.ts";
import { walkerOf } from "./walker-of.ts";

/** Where some stops, one after the other as given, cost the least walking. */
export interface BestPlace {
  readonly routeId: string;
  /** The stop that they come before; null: they come last. */
  readonly before: string | null;
  /** Seconds of walking more; Infinity when there is no way. */
  readonly extraSeconds: number;
}

/**
 * The best place on any of the routes. A detour takes at least what the crow would at the greatest pace, less what is
 * walked there now: places are measured in the order of that bound, until none that is left can be better. Of many
 * hundred places a few dozen are measured. `drawn` are the routes as they are, whose walks need not be measured again.
 */
export async function bestPlace(
  stopIds: readonly string[],
  routes: readonly ArrangedRoute[],
  ground: EditGround,
  drawn: ReadonlyMap<string, PlanRoute> = NONE_DRAWN,
): Promise<BestPlace> {
  const stops = ground.stopsOf(stopIds);
  const [first, last] = [stops[0]?.place, stops.at(-1)?.place];
  const routeId = routes[0]?.id;
  if (!first || !last || routeId === undefined) throw new RangeError("nothing to insert, or nowhere");
  const gaps: Gap[] = [];
  for (const route of routes) gaps.push(...(await gapsOf(route, new Set(stopIds), ground, drawn.get(route.id))));
  const [firstAt, lastAt] = [pointOf(first, ground.graph), pointOf(last, ground.graph)];
  const crowSeconds = (place: StreetPlace | null, at: typeof firstAt, walker: Walker) =>
    place === null ? 0 : distanceMetres(pointOf(place, ground.graph), at) / greatestPace(walker);
  const bounded = gaps
    .map((gap) => {
      const { from, to, walker, directSeconds } = gap;
      const least = crowSeconds(from, firstAt, walker) + crowSeconds(to, lastAt, walker) - directSeconds;
      return { ...gap, least };
    })
    .sort((a, b) => a.least - b.least);
  let best: BestPlace = { routeId, before: null, extraSeconds: Infinity };
  for (const { least, from, to, walker, directSeconds, ...place } of bounded) {
    if (least >= best.extraSeconds) break;
    const there = from === null ? 0 : await secondsBetween(from, first, walker, ground);
    const onward = to === null ? 0 : await secondsBetween(last, to, walker, ground);
    const extraSeconds = there + onward - directSeconds;
    if (extraSeconds < best.extraSeconds) best = { ...place, extraSeconds };
  }
  return best;
}

const NONE_DRAWN: ReadonlyMap<string, PlanRoute> = new Map();

/** A place in the order of a route: between two stops, or at an end of it. */
interface Gap {
  readonly routeId: string;
  readonly before: string | null;
  /** Null: the route begins, or ends, with what is inserted. */
  readonly from: StreetPlace | null;
  readonly to: StreetPlace | null;
  readonly walker: Walker;
  /** What is walked there without anything between; 0 at an open end. */
  readonly directSeconds: number;
}

async function gapsOf(
  route: ArrangedRoute,
  inserted: ReadonlySet<string>,
  ground: EditGround,
  drawn: PlanRoute | undefined,
): Promise<readonly Gap[]> {
  const rest = route.stopIds.filter((id) => !inserted.has(id));
  const { start, end, isLoop } = await handEnds(route, ground);
  const walker = walkerOf(ground.base.request, route.id);
  const places = ground.stopsOf(rest).map(({ place }) => place);
  const known = knownSeconds(drawn);
  const gaps: Gap[] = [];
  // On a loop, before the first stop is after the last, where the start stays what it is.
  for (let at = isLoop && rest.length > 0 ? 1 : 0; at <= rest.length; at++) {
    const from = (at === 0 ? start?.place : places[at - 1]) ?? null;
    const to = (at < rest.length ? places[at] : isLoop ? places[0] : end?.place) ?? null;
    const direct = known.get(stepName(rest[at - 1], rest[at]));
    const directSeconds =
      from === null || to === null ? 0 : (direct ?? (await secondsBetween(from, to, walker, ground)));
    gaps.push({ routeId: route.id, before: rest[at] ?? null, from, to, walker, directSeconds });
  }
  return gaps;
}

/** Seconds of the legs of a drawn route, by the stops that they lead from and to. */
function knownSeconds(drawn: PlanRoute | undefined): ReadonlyMap<string, number> {
  const legs = drawn?.osrm.legs ?? [];
  return new Map(legs.map(({ duration }, at) => [stepName(drawn?.stops[at - 1]?.id, drawn?.stops[at]?.id), duration]));
}

/** Undefined stands for the start, and for the end. */
function stepName(from: string | undefined, to: string | undefined): string {
  return JSON.stringify([from, to]);
}

async function secondsBetween(
  from: StreetPlace,
  to: StreetPlace,
  walker: Walker,
  { router }: EditGround,
): Promise<number> {
  return (await router.durations([from, to], walker))[1] ?? Infinity;
}

function pointOf({ piece, offsetMetres }: StreetPlace, graph: StreetGraph) {
  return pointAlong(pieceShape(graph, piece), offsetMetres);
}

/** No walk is faster, in metres a second: gently downhill Tobler's function is 1.19 times what it is on the flat. */
function greatestPace({ speedKilometresPerHour, hasBicycle }: Walker): number {
  return (1.2 * Math.max(speedKilometresPerHour, hasBicycle ? RIDE_KILOMETRES_PER_HOUR : 0)) / 3.6;
}
