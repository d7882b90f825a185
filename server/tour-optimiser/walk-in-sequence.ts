import { isAsItWas } from "./disturbed-stops.ts";
import { legSeconds, TERMINAL } from "./legs.ts";
import { type LineRun, lineRuns, turnsOf } from "./line-runs.ts";
import type { StopLines } from "./routing-problem.ts";
import { isWithinLimits, setRoute, type TourState } from "./tour-state.ts";

/**
 * Makes a route neater where that costs next to nothing: stops of one line that are walked in several goes are joined to
 * one, and the stops of one go are put in order of rank, up or down. The search that came before looks at seconds alone
 * and takes any of the many orders that walk as long. Neater is: fewer goes, then fewer turns within them; every step
 * makes the route neater, the cheapest first, so that it ends.
 *
 * The walk grows by SLACK_SECONDS at most, all steps together, and all limits are kept. Stops that are tied to a route
 * keep their order among each other, and routes of a plan that is being changed which are as they were stay so.
 */
export function walkInSequence(state: TourState, route: number): void {
  const { lines } = state.problem;
  if (!lines || (state.weights.change > 0 && isAsItWas(state, route))) return;
  const looseLines = { ...lines, lineOf: lines.lineOf.map((line, stop) => (isTied(state, stop) ? -1 : line)) };
  const mostSeconds = (state.walk[route] ?? 0) + SLACK_SECONDS;
  while (takeStep(state, route, looseLines, mostSeconds)) {}
}

/** Under three metres of walking: it is not known better than that where a door is along its street. */
export const SLACK_SECONDS = 2;
/** Parts of a go that are longer are put in order with the whole go or not at all. */
const LONGEST_PART = 12;

/** A stretch of a route in another order: its stops from position `from` on. */
interface Step {
  readonly from: number;
  readonly stops: readonly number[];
  /** What the walk grows by. */
  readonly seconds: number;
}

/** Takes the cheapest step that keeps the limits; says whether there was one. */
function takeStep(state: TourState, route: number, lines: StopLines, mostSeconds: number): boolean {
  const before = Array.from(state.order[route]?.subarray(0, state.length[route]) ?? []);
  const spareSeconds = mostSeconds - (state.walk[route] ?? 0);
  const runs = lineRuns(before, lines);
  const steps: Step[] = [];
  const offer = (from: number, stops: readonly number[], isNeater: (stops: readonly number[]) => boolean): void => {
    const seconds = growth(state, route, before, from, stops);
    if (seconds <= spareSeconds && isNeater(stops)) steps.push({ from, stops, seconds });
  };
  offerJoinings(before, runs, lines, offer);
  offerSortings(before, runs, lines, offer);
  steps.sort((one, other) => one.seconds - other.seconds);
  for (const { from, stops } of steps) {
    const after = [...before.slice(0, from), ...stops, ...before.slice(from + stops.length)];
    setRoute(state, route, after, after.length);
    if (isWithinLimits(state, route) && (state.walk[route] ?? 0) <= mostSeconds) return true;
  }
  if (steps.length > 0) setRoute(state, route, before, before.length);
  return false;
}

type Offer = (from: number, stops: readonly number[], isNeater: (stops: readonly number[]) => boolean) => void;

/** One go less on a line: all of its stops are walked where one of two goes was. */
function offerJoinings(before: readonly number[], runs: readonly LineRun[], lines: StopLines, offer: Offer): void {
  for (const [index, early] of runs.entries()) {
    for (const late of runs.slice(index + 1)) {
      if (late.line !== early.line) continue;
      const [first, between, last] = [
        before.slice(early.start, early.end),
        before.slice(early.end, late.start),
        before.slice(late.start, late.end),
      ];
      const goes = runs.filter(({ start, end }) => start >= early.start && end <= late.end).length;
      const isNeater = (stops: readonly number[]): boolean => lineRuns(stops, lines).length < goes;
      const rising = sorted([...first, ...last], lines);
      const [firstBack, lastBack] = [[...first].reverse(), [...last].reverse()];
      const joined = [rising, [...rising].reverse(), [...first, ...last], [...last, ...first]];
      for (const go of [...joined, [...first, ...lastBack], [...lastBack, ...first]]) {
        offer(early.start, [...go, ...between], isNeater);
      }
      for (const go of [...joined, [...firstBack, ...last], [...last, ...firstBack]]) {
        offer(early.start, [...between, ...go], isNeater);
      }
    }
  }
}

/** Fewer turns within a go: the whole of it or a part in order of rank. */
function offerSortings(before: readonly number[], runs: readonly LineRun[], lines: StopLines, offer: Offer): void {
  for (const { start, end } of runs) {
    const turns = turnsOf(before.slice(start, end), lines);
    if (turns === 0) continue;
    for (const [from, to] of partsOf(start, end)) {
      const isNeater = (part: readonly number[]): boolean =>
        turnsOf([...before.slice(start, from), ...part, ...before.slice(to, end)], lines) < turns;
      const rising = sorted(before.slice(from, to), lines);
      offer(from, rising, isNeater);
      offer(from, [...rising].reverse(), isNeater);
    }
  }
}

function* partsOf(start: number, end: number): Generator<readonly [number, number]> {
  if (end - start > LONGEST_PART) yield [start, end];
  for (let from = start; from < end; from++) {
    for (let to = from + 2; to <= Math.min(end, from + LONGEST_PART); to++) yield [from, to];
  }
}

function sorted(stops: readonly number[], { rank }: StopLines): number[] {
  return [...stops].sort((one, other) => (rank[one] ?? 0) - (rank[other] ?? 0) || one - other);
}

/** What the walk grows by when a stretch of the route gets another order. */
function growth(
  state: TourState,
  route: number,
  before: readonly number[],
  from: number,
  stops: readonly number[],
): number {
  const to = from + stops.length;
  let seconds = 0;
  for (let at = from; at <= to; at++) {
    const last = before[at - 1] ?? TERMINAL;
    const next = before[at] ?? TERMINAL;
    const newLast = at === from ? last : (stops[at - from - 1] ?? TERMINAL);
    const newNext = at === to ? next : (stops[at - from] ?? TERMINAL);
    seconds += legSeconds(state.problem, route, newLast, newNext) - legSeconds(state.problem, route, last, next);
  }
  return seconds;
}

function isTied({ problem }: TourState, stop: number): boolean {
  return (problem.onlyRoute?.[stop] ?? -1) >= 0;
}
