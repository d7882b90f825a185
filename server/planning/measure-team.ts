import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import type { MeetingPoint } from "./choose-meeting-point.ts";
import type { RouteEnds } from "./choose-route-ends.ts";
import { measureClimbs } from "./measure-climbs.ts";
import type { RouteKind } from "./plan-team.ts";
import type { StreetRouter, Walker } from "./street-router.ts";

/** One figure for each walk of a route. */
export interface WalkTable {
  /** Between stops, n × n, row by row. */
  readonly between: Float32Array;
  /** Null: the route begins at its own first stop. */
  readonly fromStart: Float32Array | null;
  /** Null: the route ends at its last stop. */
  readonly toEnd: Float32Array | null;
}

export interface RouteMeasure {
  readonly seconds: WalkTable;
  /** Metres climbed; null where the route has no limit of them. */
  readonly climb: WalkTable | null;
}

/** Measures all walks of a plan: one table for each way of walking, cut up for each kind of route. */
export async function measureTeam(
  stops: readonly StreetPlace[],
  ends: ReadonlyMap<RouteKind, RouteEnds>,
  { router, graph }: { readonly router: StreetRouter; readonly graph: StreetGraph },
): Promise<ReadonlyMap<RouteKind, RouteMeasure>> {
  const measures = new Map<RouteKind, RouteMeasure>();
  for (const kinds of kindsByWalker(ends.keys())) {
    const walker = kinds[0]?.walker;
    if (!walker) continue;
    const points = [
      ...new Set(kinds.flatMap((kind) => [ends.get(kind)?.start ?? [], ends.get(kind)?.end ?? []].flat())),
    ];
    const places = [...stops, ...points.map(({ place }) => place)];
    const secondsOf = cutTable(await router.durations(places, walker), stops.length, points);
    const climbs = kinds.some(({ maxAscentMetres }) => maxAscentMetres !== null)
      ? cutTable(await measureClimbs(places, walker, { router, graph }), stops.length, points)
      : null;
    for (const kind of kinds) {
      const itsEnds = ends.get(kind) ?? NO_ENDS;
      const climb = kind.maxAscentMetres === null ? null : (climbs?.(itsEnds) ?? null);
      measures.set(kind, { seconds: secondsOf(itsEnds), climb });
    }
  }
  return measures;
}

/** How many tables of n × n `measureTeam` fills for these kinds. */
export function tableCount(kinds: Iterable<RouteKind>): number {
  return kindsByWalker(kinds).reduce(
    (sum, alike) => sum + (alike.some(({ maxAscentMetres }) => maxAscentMetres !== null) ? 2 : 1),
    0,
  );
}

const NO_ENDS: RouteEnds = { start: null, end: null, isLoop: false };

function kindsByWalker(kinds: Iterable<RouteKind>): readonly (readonly RouteKind[])[] {
  const groups = new Map<string, RouteKind[]>();
  const keyOf = ({ avoidsSteps, hasBicycle }: Walker) => `${avoidsSteps}/${hasBicycle}`;
  for (const kind of kinds) {
    const key = keyOf(kind.walker);
    groups.set(key, [...(groups.get(key) ?? []), kind]);
  }
  return [...groups.values()];
}

/** Takes a table over stops and meeting points apart. The table's own memory is reused: it is not to be read after. */
function cutTable(table: Float32Array, count: number, points: readonly MeetingPoint[]): (ends: RouteEnds) => WalkTable {
  const size = count + points.length;
  const from = points.map((_, point) => table.slice((count + point) * size, (count + point) * size + count));
  const to = points.map((_, point) =>
    Float32Array.from({ length: count }, (_, stop) => table[stop * size + count + point] ?? Infinity),
  );
  // Rows move towards the front of the table that holds them, so that a large plan needs no second one.
  for (let stop = 0; stop < count; stop++) table.copyWithin(stop * count, stop * size, stop * size + count);
  const between = table.subarray(0, count * count);
  return ({ start, end }) => ({
    between,
    fromStart: start ? (from[points.indexOf(start)] ?? null) : null,
    toEnd: end ? (to[points.indexOf(end)] ?? null) : null,
  });
}

/** The same measures over some of the stops, in the order given; the tables themselves when that is all of them. */
export function takeStops(
  measures: ReadonlyMap<RouteKind, RouteMeasure>,
  stops: readonly number[],
): ReadonlyMap<RouteKind, RouteMeasure> {
  const taken = new Map<Float32Array, Float32Array>();
  const square = (table: Float32Array): Float32Array => {
    const count = Math.sqrt(table.length);
    if (stops.length === count) return table;
    const known = taken.get(table) ?? takeSquare(table, count, stops);
    taken.set(table, known);
    return known;
  };
  const row = (list: Float32Array | null) => list && Float32Array.from(stops, (stop) => list[stop] ?? Infinity);
  const take = ({ between, fromStart, toEnd }: WalkTable): WalkTable => ({
    between: square(between),
    fromStart: row(fromStart),
    toEnd: row(toEnd),
  });
  return new Map(
    [...measures].map(([kind, { seconds, climb }]) => [kind, { seconds: take(seconds), climb: climb && take(climb) }]),
  );
}

function takeSquare(table: Float32Array, count: number, stops: readonly number[]): Float32Array {
  const square = new Float32Array(stops.length ** 2);
  stops.forEach((from, row) => {
    stops.forEach((to, column) => {
      square[row * stops.length + column] = table[from * count + to] ?? Infinity;
    });
  });
  return square;
}
