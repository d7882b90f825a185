import { groupBy } from "../../../geodata/geometry/group-by.ts";
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
 * hundred places a few dozen are measured on the way onward, by one search, and fewer on the way there. `drawn` are the
 * routes as they are, whose walks need not be measured again.
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
  const crowSeconds = (place: StreetPlace | null, at: typeof firstAt, { walker }: Gap) =>
    place === null ? 0 : distanceMetres(pointOf(place, ground.graph), at) / greatestPace(walker);
  const bounded = gaps
    .map((gap) => {
      const [there, onward] = [crowSeconds(gap.from, firstAt, gap), crowSeconds(gap.to, lastAt, gap)];
      return { ...gap, there, least: there + onward - gap.directSeconds };
    })
    .sort((a, b) => a.least - b.least);
  let best: BestPlace = { routeId, before: null, extraSeconds: Infinity };
  for (let at = 0; at < bounded.length; at += AT_ONCE) {
    const some = bounded.slice(at, at + AT_ONCE);
    if ((some[0]?.least ?? Infinity) >= best.extraSeconds) break;
    for (const { gap, onward } of onwardFrom(last, some, ground)) {
      if (gap.there + onward - gap.directSeconds >= best.extraSeconds) continue;
      const there = gap.from === null ? 0 : secondsBetween(gap.from, first, gap.walker, ground);
      const extraSeconds = there + onward - gap.directSeconds;
      if (extraSeconds < best.extraSeconds) best = { routeId: gap.routeId, before: gap.before, extraSeconds };
    }
  }
  return best;
}

/** Places that are measured by one search. */
const AT_ONCE = 12;

/** Seconds from a place to where each gap goes on, the most promising gap first. One search for each kind of walker. */
function onwardFrom<Known extends Gap & { readonly there: number }>(
  last: StreetPlace,
  gaps: readonly Known[],
  { durationsBetween }: EditGround,
) {
  const measured = [...groupBy(gaps, ({ walker }) => JSON.stringify(walker)).values()].flatMap((alike) => {
    const going = alike.filter(({ to }) => to !== null);
    const targets = going.flatMap(({ to }) => to ?? []);
    const seconds = targets.length === 0 ? [] : durationsBetween([last], targets, alike[0]?.walker);
    return alike.map((gap) => ({ gap, onward: gap.to === null ? 0 : (seconds[going.indexOf(gap)] ?? Infinity) }));
  });
  const leastOf = ({ gap, onward }: (typeof measured)[number]) => gap.there + onward - gap.directSeconds;
  return measured.sort((a, b) => leastOf(a) - leastOf(b));
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
    const directSeconds = from === null || to === null ? 0 : (direct ?? secondsBetween(from, to, walker, ground));
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

function secondsBetween(from: StreetPlace, to: StreetPlace, walker: Walker, { durationsBetween }: EditGround): number {
  return durationsBetween([from], [to], walker)[0] ?? Infinity;
}

function pointOf({ piece, offsetMetres }: StreetPlace, graph: StreetGraph) {
  return pointAlong(pieceShape(graph, piece), offsetMetres);
}

/** No walk is faster, in metres a second: gently downhill Tobler's function is 1.19 times what it is on the flat. */
function greatestPace({ speedKilometresPerHour, hasBicycle }: Walker): number {
  return (1.2 * Math.max(speedKilometresPerHour, hasBicycle ? RIDE_KILOMETRES_PER_HOUR : 0)) / 3.6;
}
