import type { Mix } from "../../server/contract/scores.ts";
import type { Cell, ComparedGroup } from "./compare-rows.ts";
import { shareWhere } from "./compared-parts.ts";
import { measuredValue, votesPerHour } from "./measure-values.ts";
import type { Measure } from "./workspace-state.ts";

const NO_SCORE: Cell = { kind: "missing", reason: "no-score" };
const NO_DOORS: Cell = { kind: "missing", reason: "no-doors" };
const WAITING: Cell = { kind: "missing", reason: "waiting" };

/**
 * What a measure says of a whole neighbourhood. A reservoir adds up: its share is the mean of the stations', weighted
 * by registered voters. So are the ends of its 80 % interval, which therefore does not get narrower with more stations:
 * their errors partly have one cause (a swing that the model does not see), and how much of them is not known.
 */
export function scoreCell(group: ComparedGroup, measure: Measure, mix: Mix): Cell {
  if (measure === "hourly") return hourlyCell(group);
  const scored = group.rows.flatMap(({ score }) => (score === null || score.registered <= 0 ? [] : [score]));
  const registered = scored.reduce((sum, score) => sum + score.registered, 0);
  if (registered === 0) return NO_SCORE;
  let [value, low, high] = [0, 0, 0];
  for (const score of scored) {
    const ends = endsOf(score, measure, mix);
    const weight = score.registered / registered;
    value += ends.value * weight;
    low += ends.low * weight;
    high += ends.high * weight;
  }
  const knownShare = shareWhere(group.rows, ({ score }) => score !== null && score.registered > 0);
  return { kind: "known", value, range: { low, high }, knownShare };
}

function endsOf(score: Parameters<typeof measuredValue>[0], measure: Exclude<Measure, "hourly">, mix: Mix) {
  if (measure !== "mix") {
    const { share, low, high } = score[measure];
    return { value: share, low, high };
  }
  const mixed = measuredValue(score, measure, mix, undefined);
  const [value, halfWidth] = [mixed?.shown ?? 0, mixed?.halfWidth ?? 0];
  return { value, low: value - halfWidth, high: value + halfWidth };
}

/**
 * Votes that visiting every door brings, over the hours that it takes. The extremes are of assumptions that hold
 * everywhere alike, so they add up as the votes do. Walks from one station to the next are not counted.
 */
function hourlyCell({ rows, walks, walked }: ComparedGroup): Cell {
  if (walked !== undefined) return walkedCell(walked, (sums) => (sums.expectedVotes * 3600) / secondsOf(sums));
  if (walks === null) return WAITING;
  const walkOf = new Map(walks.map((walk) => [walk.stationId, walk]));
  let [hours, votes, low, high, scored] = [0, 0, 0, 0, 0];
  const counted = new Set<string>();
  for (const { stationId, score } of rows) {
    if (score === null) continue;
    scored += 1;
    const walk = walkOf.get(stationId);
    const worth = votesPerHour(score, walk);
    if (worth === null || walk === undefined) continue;
    const own = (walk.walkSeconds + walk.doorSeconds) / 3600;
    hours += own;
    votes += worth.central * own;
    low += worth.low * own;
    high += worth.high * own;
    counted.add(stationId);
  }
  if (scored === 0) return NO_SCORE;
  if (hours === 0) return NO_DOORS;
  return {
    kind: "known",
    value: votes / hours,
    range: { low: low / hours, high: high / hours },
    knownShare: shareWhere(rows, ({ stationId }) => counted.has(stationId)),
  };
}

/** Seconds on foot from one door to the next, over all doors that can be walked to. */
export function walkSecondsPerDoor(group: ComparedGroup): Cell {
  return walkingCell(group, ({ walkSeconds, doors }) => walkSeconds / doors);
}

/** Doors that fit in an hour, the time at the doors included. */
export function doorsPerHour(group: ComparedGroup): Cell {
  return walkingCell(group, (sums) => (sums.doors * 3600) / secondsOf(sums));
}

interface WalkSums {
  readonly walkSeconds: number;
  readonly doorSeconds: number;
  readonly doors: number;
}

function secondsOf({ walkSeconds, doorSeconds }: WalkSums): number {
  return walkSeconds + doorSeconds;
}

function walkingCell({ rows, walks, walked }: ComparedGroup, effort: (sums: WalkSums) => number): Cell {
  if (walked !== undefined) return walkedCell(walked, effort);
  if (walks === null) return WAITING;
  const reached = walks.filter((walk) => walk.doors > 0 && secondsOf(walk) > 0);
  if (reached.length === 0) return NO_DOORS;
  const sums = reached.reduce<WalkSums>(
    (sum, walk) => ({
      walkSeconds: sum.walkSeconds + walk.walkSeconds,
      doorSeconds: sum.doorSeconds + walk.doorSeconds,
      doors: sum.doors + walk.doors,
    }),
    { walkSeconds: 0, doorSeconds: 0, doors: 0 },
  );
  const ids = new Set(reached.map(({ stationId }) => stationId));
  const knownShare = shareWhere(rows, ({ stationId }) => ids.has(stationId));
  return { kind: "known", value: effort(sums), range: null, knownShare };
}

function walkedCell<Sums extends WalkSums>(sums: Sums, effort: (sums: Sums) => number): Cell {
  if (sums.doors === 0 || secondsOf(sums) === 0) return NO_DOORS;
  return { kind: "known", value: effort(sums) + 0, range: null, knownShare: 1 };
}
