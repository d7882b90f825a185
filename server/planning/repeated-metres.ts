import type { WalkStretch } from "../walking-router/walking-path.ts";

/** How many metres of some stretches, in walking order, lie where an earlier one has been. */
export function repeatedMetres(stretches: readonly WalkStretch[]): number {
  const walked = new Map<number, Interval[]>();
  let repeated = 0;
  for (const { piece, fromMetres, toMetres } of stretches) {
    const interval = { from: Math.min(fromMetres, toMetres), to: Math.max(fromMetres, toMetres) };
    const before = walked.get(piece) ?? [];
    for (const other of before) repeated += overlap(interval, other);
    walked.set(piece, joined([...before, interval]));
  }
  return repeated;
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

function overlap(one: Interval, other: Interval): number {
  return Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
}

/** The same metres as intervals that do not touch, so that none is counted twice. */
function joined(intervals: readonly Interval[]): Interval[] {
  const apart: Interval[] = [];
  for (const interval of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last !== undefined && interval.from <= last.to)
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, interval.to) };
    else apart.push(interval);
  }
  return apart;
}
