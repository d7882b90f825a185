import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UnusableInput } from "../unusable-input.ts";
import type { TeamInstance } from "./read-team-instance.ts";

const NAME = /^(p\d+\.\d+\.[a-z])\.txt$/;

/** Names of the team-orienteering instances of a folder in the format of Chao, Golden & Wasil (1996). */
export function chaoInstanceNames(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((file) => NAME.exec(file)?.[1] ?? [])
    .sort();
}

/**
 * Reads `pS.M.L.txt`: three lines "n N", "m P", "tmax T", then N points "x y score". Every path begins at the first point,
 * ends at the last and is at most T long. Throws UnusableInput naming line, value and expectation.
 */
export function readChaoInstance(folder: string, name: string): TeamInstance {
  const path = join(folder, `${name}.txt`);
  const lines = readFileSync(path, "utf8").split(/\r?\n/);
  const header = (at: number, key: string): number => {
    const [word, value] = (lines[at] ?? "").trim().split(/[\s;]+/);
    const number = Number(value);
    if (word === key && Number.isFinite(number)) return number;
    throw new UnusableInput(path, `line ${at + 1} is "${lines[at] ?? ""}", expected "${key} NUMBER"`);
  };
  const count = header(0, "n");
  const budgetSeconds = header(2, "tmax");
  const points = Array.from({ length: count }, (_, at) => {
    const line = lines[at + 3] ?? "";
    const [x = Number.NaN, y = Number.NaN, score = Number.NaN] = line
      .trim()
      .split(/[\s;]+/)
      .map(Number);
    if ([x, y, score].every(Number.isFinite)) return { x, y, score };
    throw new UnusableInput(path, `line ${at + 4} is "${line}", expected "x y score"`);
  });
  const [start, end] = [points[0], points.at(-1)];
  if (!start || !end || points.length < 3) throw new UnusableInput(path, `${count} points, expected 3 or more`);
  const away = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
  // A point that cannot be reached in time only gets in the way.
  const stops = points.slice(1, -1).filter((point) => away(start, point) + away(point, end) <= budgetSeconds);
  const limits = {
    budgetSeconds,
    fromStart: Float32Array.from(stops, (stop) => away(start, stop)),
    toEnd: Float32Array.from(stops, (stop) => away(stop, end)),
  };
  return {
    name,
    problem: {
      stopCount: stops.length,
      durations: Float32Array.from(stops.flatMap((from) => stops.map((to) => away(from, to)))),
      serviceSeconds: stops.map(() => 0),
      values: stops.map(({ score }) => score),
      routes: Array.from({ length: header(1, "m") }, () => limits),
      goal: "value",
    },
  };
}

/** Best known values by instance name, from a file `family,members,a,b,…`; empty when there is none. */
export function readBestKnown(path: string): ReadonlyMap<string, number> {
  if (!existsSync(path)) return new Map();
  const [head = "", ...rows] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const letters = head.split(",").slice(2);
  return new Map(
    rows.flatMap((row) => {
      const [family = "", , ...values] = row.split(",");
      return letters.map((letter, at) => [`${family}.${letter}`, Number(values[at] ?? 0)] as const);
    }),
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}
