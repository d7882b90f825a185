import type { BestChoice } from "../contract/best-choice.ts";
import type { PlanRequest } from "../contract/plan.ts";
import { explainBestChoice } from "./explain-best-choice.ts";
import { keptRouter } from "./kept-router.ts";
import type { PlanningStop } from "./plan-stops.ts";
import { byScore, type Candidate, type StationChoiceGround, stationCandidates } from "./station-candidates.ts";
import { createOutings, type Outing } from "./team-outing.ts";

export interface BestStations {
  readonly stops: readonly PlanningStop[];
  /** Null when no station is worth a visit. */
  readonly choice: BestChoice | null;
}

/** What the team gets in a set of stations. */
export type OutingOf = (set: readonly Candidate[]) => Outing;

/**
 * Routes need a choice beyond the hours, or the last volunteers walk far for the last doors: more of it where they choose
 * by votes, less where they choose by doors and would take the lesser stations for their dense streets.
 */
const CHOICE = { value: 1.5, cover: 1.15 } as const;
/** A station that adds less than this share is not worth another name on the list. */
const LEAST_GAIN = 0.003;
const MOST_STATIONS = 40;
const MOST_EXCHANGES = 20;

/**
 * Chooses the stations from which the team gets most in its hours: votes, or doors where there are no scores. Walks
 * between doors and from the meeting point are measured on the streets. Stations are added one by one, each time the one
 * that adds most to what the whole set gives, then exchanged one for another while that adds something: greedy
 * addition with swaps, as for other submodular-like gains (Nemhauser, Wolsey & Fisher 1978).
 */
export function chooseBestStations(
  stops: readonly PlanningStop[],
  request: PlanRequest,
  ground: StationChoiceGround,
): BestStations {
  const router = keptRouter(ground.graph);
  const candidates = stationCandidates(stops, request, router, ground);
  const pockets = candidates.flatMap((candidate) => candidate.pockets);
  const outingsOf = (team: PlanRequest): OutingOf => {
    const outing = createOutings(ground.graph, pockets, team, router.nearest);
    return (set) => outing(set.flatMap((candidate) => candidate.pockets));
  };
  const of = outingsOf(request);
  const chosen = search(candidates, of, ground.votesPerDoor);
  if (chosen.length === 0) return { stops: [], choice: null };
  const volunteers = CHOICE[request.goal] * request.volunteers;
  const reserve = reserved(chosen, candidates, outingsOf({ ...request, volunteers }), volunteers);
  return {
    stops: [...chosen, ...reserve].flatMap((candidate) => candidate.stops),
    choice: explainBestChoice(chosen, {
      candidates,
      reserve,
      outingOf: of,
      votesPerDoor: ground.votesPerDoor,
      minutes: request.minutes,
    }),
  };
}

/** From the greedy set, and from as many of the highest scores, so that the choice is never worse than those. */
function search(
  candidates: readonly Candidate[],
  of: OutingOf,
  votesPerDoor: StationChoiceGround["votesPerDoor"],
): readonly Candidate[] {
  const greedy = added(candidates, of);
  const starts = votesPerDoor ? [greedy, byScore(candidates, votesPerDoor).slice(0, greedy.length)] : [greedy];
  const ends = starts.map((start) => exchanged(start, candidates, of));
  return ends.reduce((best, end) => (of(end).worth > of(best).worth * (1 + ROUNDING) ? end : best));
}

function added(candidates: readonly Candidate[], of: OutingOf): readonly Candidate[] {
  let chosen: readonly Candidate[] = [];
  let worth = 0;
  while (chosen.length < Math.min(MOST_STATIONS, candidates.length)) {
    let best: readonly Candidate[] | null = null;
    let bestWorth = worth * (1 + LEAST_GAIN);
    for (const candidate of candidates) {
      if (chosen.includes(candidate)) continue;
      const set = [...chosen, candidate];
      const gained = of(set).worth;
      if (gained > bestWorth) [best, bestWorth] = [set, gained];
    }
    if (!best) break;
    [chosen, worth] = [best, bestWorth];
  }
  return chosen;
}

function exchanged(start: readonly Candidate[], candidates: readonly Candidate[], of: OutingOf): readonly Candidate[] {
  let chosen = start;
  let worth = of(chosen).worth;
  for (let exchange = 0; exchange < MOST_EXCHANGES; exchange++) {
    let best: readonly Candidate[] | null = null;
    let bestWorth = worth * (1 + ROUNDING);
    for (const leaving of chosen) {
      const rest = chosen.filter((candidate) => candidate !== leaving);
      for (const coming of candidates) {
        if (chosen.includes(coming)) continue;
        const set = [...rest, coming];
        const gained = of(set).worth;
        if (gained > bestWorth) [best, bestWorth] = [set, gained];
      }
    }
    if (!best) break;
    chosen = best;
    worth = bestWorth;
  }
  const used = new Set(of(chosen).visits.map(({ pocket }) => pocket.stationIndex));
  return chosen.filter(({ station }) => used.has(station.index));
}

/** Sums in another order differ in their last digits. */
const ROUNDING = 1e-9;

/** Stations that a slightly larger team would take next, when the chosen ones hardly fill the hours of this one. */
function reserved(
  chosen: readonly Candidate[],
  candidates: readonly Candidate[],
  of: OutingOf,
  volunteers: number,
): readonly Candidate[] {
  const reserve: Candidate[] = [];
  while (chosen.length + reserve.length < Math.min(MOST_STATIONS, candidates.length)) {
    const set = [...chosen, ...reserve];
    if (of(set).volunteers >= volunteers * (1 - ROUNDING)) break;
    const others = candidates.filter((candidate) => !set.includes(candidate));
    const worths = others.map((candidate) => of([...set, candidate]).worth);
    const best = others[worths.indexOf(Math.max(...worths))];
    if (!best || Math.max(...worths) <= of(set).worth) break;
    reserve.push(best);
  }
  return reserve;
}
