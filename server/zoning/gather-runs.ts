import type { Position } from "../../geodata/geometry/position.ts";
import { STREET_CLASSES, type StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { ZoneStop } from "./zone-stop.ts";

/** Stops along one piece of street that stay in one zone, because one volunteer does them in one go. */
export interface StreetRun {
  readonly piece: number;
  /** 0 when both sides are in it. */
  readonly side: -1 | 0 | 1;
  /** Indices of its stops, in the order of the street. Never empty. */
  readonly stops: readonly number[];
  readonly fromMetres: number;
  readonly toMetres: number;
  readonly doorSeconds: number;
  /** Weighted mean of its stops. */
  readonly position: Position;
  /** Whether it is a part of one side of a piece, cut because the whole was too much for a zone. */
  readonly isTorn: boolean;
}

const PRIMARY = STREET_CLASSES.indexOf("primary");
/** Both sides of a small street stay together up to this share of a zone; one side up to that share. */
const BOTH_SIDES_SHARE = 0.1;
const ONE_SIDE_SHARE = 0.5;

/**
 * Gathers stops into runs: both sides of a piece together, its two sides apart on a primary road or when together they
 * would make zones uneven, and a side torn only when it alone is more than half a zone or there are fewer runs than
 * zones. At least `zoneCount` runs whenever there are as many stops. O(n log n).
 */
export function gatherRuns(graph: StreetGraph, stops: readonly ZoneStop[], zoneCount: number): readonly StreetRun[] {
  const meanSeconds = stops.reduce((sum, { doorSeconds }) => sum + doorSeconds, 0) / zoneCount;
  const byPiece = new Map<number, number[]>();
  stops.forEach(({ place }, index) => {
    const list = byPiece.get(place.piece);
    if (list) list.push(index);
    else byPiece.set(place.piece, [index]);
  });
  const runs: StreetRun[] = [];
  for (const [, indices] of [...byPiece].sort(([a], [b]) => a - b)) {
    const whole = makeRun(stops, indices, 0, false);
    const isWide = graph.pieceClass[whole.piece] === PRIMARY;
    const parts =
      isWide || whole.doorSeconds > BOTH_SIDES_SHARE * meanSeconds
        ? ([-1, 1] as const).map((side) => indices.filter((index) => sideOf(stops[index]) === side))
        : [];
    const sides = parts.filter((part) => part.length > 0);
    if (sides.length === 0) runs.push(whole);
    for (const part of sides) {
      runs.push(...tear(stops, makeRun(stops, part, sideOf(stops[part[0] ?? 0]), false), ONE_SIDE_SHARE * meanSeconds));
    }
  }
  return atLeast(zoneCount, runs, stops);
}

/** Doors on the street itself go with its left side. */
function sideOf(stop: ZoneStop | undefined): -1 | 1 {
  return stop?.place.side === 1 ? 1 : -1;
}

function makeRun(stops: readonly ZoneStop[], indices: readonly number[], side: -1 | 0 | 1, isTorn: boolean): StreetRun {
  const along = (index: number) => stops[index]?.place.offsetMetres ?? 0;
  const ordered = [...indices].sort((a, b) => along(a) - along(b) || a - b);
  const doorSeconds = ordered.reduce((sum, index) => sum + (stops[index]?.doorSeconds ?? 0), 0);
  const mean = (axis: 0 | 1) =>
    ordered.reduce((sum, index) => sum + (stops[index]?.position[axis] ?? 0), 0) / ordered.length;
  return {
    piece: stops[ordered[0] ?? 0]?.place.piece ?? 0,
    side,
    stops: ordered,
    fromMetres: along(ordered[0] ?? 0),
    toMetres: along(ordered.at(-1) ?? 0),
    doorSeconds,
    position: [mean(0), mean(1)],
    isTorn,
  };
}

/** Cuts a run in halves of about equal time until each is small enough or a single stop. */
function tear(stops: readonly ZoneStop[], run: StreetRun, mostSeconds: number): readonly StreetRun[] {
  if (run.stops.length < 2 || run.doorSeconds <= mostSeconds) return [run];
  return inTwo(stops, run).flatMap((half) => tear(stops, half, mostSeconds));
}

function inTwo(stops: readonly ZoneStop[], run: StreetRun): readonly StreetRun[] {
  if (run.side === 0) {
    const sides = ([-1, 1] as const).map((side) => run.stops.filter((index) => sideOf(stops[index]) === side));
    if (sides.every((part) => part.length > 0)) {
      return sides.map((part) => makeRun(stops, part, sideOf(stops[part[0] ?? 0]), false));
    }
  }
  let seconds = 0;
  let at = 0;
  while (at < run.stops.length - 1) {
    const more = stops[run.stops[at] ?? 0]?.doorSeconds ?? 0;
    if (at > 0 && seconds + more / 2 > run.doorSeconds / 2) break;
    seconds += more;
    at++;
  }
  const side = run.side === 0 ? sideOf(stops[run.stops[0] ?? 0]) : run.side;
  return [run.stops.slice(0, at), run.stops.slice(at)].map((part) => makeRun(stops, part, side, true));
}

/** Halves the runs with most stops until there are enough. */
function atLeast(count: number, runs: readonly StreetRun[], stops: readonly ZoneStop[]): readonly StreetRun[] {
  const enough = [...runs];
  while (enough.length < Math.min(count, stops.length)) {
    let largest = 0;
    enough.forEach((run, index) => {
      if (run.stops.length > (enough[largest]?.stops.length ?? 0)) largest = index;
    });
    const run = enough[largest];
    if (!run) break;
    enough.splice(largest, 1, ...inTwo(stops, run));
  }
  return enough;
}
