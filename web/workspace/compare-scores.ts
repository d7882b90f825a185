import type { Mix } from "../../server/contract/scores.ts";
import type { Cell, ComparedGroup } from "./compare-rows.ts";
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
  return { kind: "known", value, range: { low, high }, knownShare: scored.length / group.rows.length };
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
function hourlyCell({ rows, walks }: ComparedGroup): Cell {
  if (walks === null) return WAITING;
  const walkOf = new Map(walks.map((walk) => [walk.stationId, walk]));
  let [hours, votes, low, high, counted, scored] = [0, 0, 0, 0, 0, 0];
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
    counted += 1;
  }
  if (scored === 0) return NO_SCORE;
  if (hours === 0) return NO_DOORS;
  return {
    kind: "known",
    value: votes / hours,
    range: { low: low / hours, high: high / hours },
    knownShare: counted / rows.length,
  };
}

/** Seconds on foot from one door to the next, over all doors that can be walked to. */
export function walkSecondsPerDoor({ rows, walks }: ComparedGroup): Cell {
  return walkingCell(rows, walks, ({ walkSeconds, doors }) => walkSeconds / doors);
}

/** Doors that fit in an hour, the time at the doors included. */
export function doorsPerHour({ rows, walks }: ComparedGroup): Cell {
  return walkingCell(
    rows,
    walks,
    ({ walkSeconds, doorSeconds, doors }) => (doors * 3600) / (walkSeconds + doorSeconds),
  );
}

interface WalkSums {
  readonly walkSeconds: number;
  readonly doorSeconds: number;
  readonly doors: number;
}

function walkingCell(
  rows: ComparedGroup["rows"],
  walks: ComparedGroup["walks"],
  effort: (sums: WalkSums) => number,
): Cell {
  if (walks === null) return WAITING;
  const walked = walks.filter(({ doors, walkSeconds, doorSeconds }) => doors > 0 && walkSeconds + doorSeconds > 0);
  if (walked.length === 0) return NO_DOORS;
  const sums = walked.reduce<WalkSums>(
    (sum, walk) => ({
      walkSeconds: sum.walkSeconds + walk.walkSeconds,
      doorSeconds: sum.doorSeconds + walk.doorSeconds,
      doors: sum.doors + walk.doors,
    }),
    { walkSeconds: 0, doorSeconds: 0, doors: 0 },
  );
  return { kind: "known", value: effort(sums), range: null, knownShare: walked.length / rows.length };
}
