import type { CampElection } from "./camps.ts";

export interface TransferRate {
  /** Share of the near candidates' voters that a change of election brings to ours, 0 to 1. */
  readonly rate: number;
  /** Standard deviation that users should reckon with. */
  readonly deviation: number;
  /** Stations it was estimated from; 0 when it is the assumption alone. */
  readonly stations: number;
}

/** Without two elections to compare: one near voter in four. A judgement, shown as such. */
const ASSUMED_RATE = 0.25;
/** The assumption counts for as much as this many stations. */
const ASSUMED_STATIONS = 20;
/** Transition shares estimated from aggregates miss the truth by 5.6 points on average where it is known. */
const KNOWN_ERROR = 0.07;
/** Registers that changed more than this between the two elections are other people. */
const REGISTER_CHANGE = 0.1;

/**
 * Estimates which share of the near candidates' voters moved to ours between two rounds, by constrained ecological
 * regression over stations: ours(T) = a·ours(P) + t·near(P) + b·rest(P) + c·abstentions(P), coefficients in [0, 1],
 * weighted least squares (Goodman 1953, with the bounds of the accounting identity), then drawn towards one in four.
 */
export function transferRate(latest: CampElection, previous: CampElection | null): TransferRate {
  const rows = previous ? comparableRows(latest, previous) : [];
  if (rows.length === 0) return { rate: ASSUMED_RATE, deviation: KNOWN_ERROR, stations: 0 };
  const fitted = boundedLeastSquares(rows)[1] ?? ASSUMED_RATE;
  const rate = (rows.length * fitted + ASSUMED_STATIONS * ASSUMED_RATE) / (rows.length + ASSUMED_STATIONS);
  return { rate: Math.min(0.6, Math.max(0.02, rate)), deviation: KNOWN_ERROR, stations: rows.length };
}

interface Row {
  readonly predictors: readonly number[];
  readonly target: number;
  readonly weight: number;
}

function comparableRows(latest: CampElection, previous: CampElection): readonly Row[] {
  const rows: Row[] = [];
  for (const now of latest.byStation.values()) {
    const before = previous.byStation.get(now.stationIndex);
    if (!before || before.registered <= 0 || now.registered <= 0) continue;
    if (Math.abs(now.registered / before.registered - 1) > REGISTER_CHANGE) continue;
    const { registered, ours, near, expressed, abstentions } = before;
    rows.push({
      predictors: [ours, near, Math.max(0, expressed - ours - near), abstentions].map((votes) => votes / registered),
      target: now.ours / now.registered,
      weight: registered,
    });
  }
  return rows;
}

/** Coordinate descent with each coefficient kept in [0, 1]; convex, so it ends at the optimum. */
function boundedLeastSquares(rows: readonly Row[]): readonly number[] {
  const size = rows[0]?.predictors.length ?? 0;
  const gram = Array.from({ length: size }, () => new Float64Array(size));
  const moment = new Float64Array(size);
  for (const { predictors, target, weight } of rows) {
    predictors.forEach((left, i) => {
      moment[i] = (moment[i] ?? 0) + weight * left * target;
      predictors.forEach((right, j) => {
        const line = gram[i];
        if (line) line[j] = (line[j] ?? 0) + weight * left * right;
      });
    });
  }
  const coefficients = new Float64Array(size).fill(ASSUMED_RATE);
  for (let sweep = 0; sweep < 2000; sweep++) {
    let largestMove = 0;
    for (let i = 0; i < size; i++) {
      const line = gram[i];
      const diagonal = line?.[i] ?? 0;
      if (!line || diagonal <= 0) continue;
      let rest = moment[i] ?? 0;
      for (let j = 0; j < size; j++) if (j !== i) rest -= (line[j] ?? 0) * (coefficients[j] ?? 0);
      const next = Math.min(1, Math.max(0, rest / diagonal));
      largestMove = Math.max(largestMove, Math.abs(next - (coefficients[i] ?? 0)));
      coefficients[i] = next;
    }
    if (largestMove < 1e-9) break;
  }
  return [...coefficients];
}
