import type { BestChoice, ChosenStation, RunnerUp } from "../contract/best-choice.ts";
import type { Sentence } from "../contract/refusal.ts";
import { type StationFigures, stationReason } from "./best-choice-words.ts";
import type { OutingOf } from "./choose-best-stations.ts";
import { byScore, type Candidate, type StationChoiceGround } from "./station-candidates.ts";
import type { Pocket } from "./station-pockets.ts";
import type { Visit } from "./team-outing.ts";

/** Runners-up named: an organizer compares a few. */
const MOST_RUNNERS_UP = 3;

export interface ChoiceMade {
  readonly candidates: readonly Candidate[];
  /** Beyond the hours, so that routes can choose. */
  readonly reserve: readonly Candidate[];
  /** For the team's hours. */
  readonly outingOf: OutingOf;
  readonly votesPerDoor: StationChoiceGround["votesPerDoor"];
  /** Of a route. */
  readonly minutes: number;
}

/**
 * Says why these stations: what each gives in the hours that it gets, what the best of the others would give instead, and
 * what the highest scores alone would. All by the estimate that made the choice, for the team's hours exactly.
 */
export function explainBestChoice(
  chosen: readonly Candidate[],
  { candidates, reserve, outingOf, votesPerDoor, minutes }: ChoiceMade,
): BestChoice {
  const hasScores = votesPerDoor !== null;
  const outing = outingOf(chosen);
  const stations = chosen
    .map((candidate) => ({ candidate, figures: figuresOf(candidate, outing.visits, minutes) }))
    .sort((a, b) => b.figures.perHour - a.figures.perHour || a.candidate.station.index - b.candidate.station.index);
  const runnersUp = candidates
    .filter((candidate) => !chosen.includes(candidate) && !reserve.includes(candidate))
    .map((candidate) => ({ candidate, ...bestExchange(chosen, candidate, outingOf) }))
    .sort((a, b) => b.outing.worth - a.outing.worth || a.candidate.station.index - b.candidate.station.index)
    .slice(0, MOST_RUNNERS_UP)
    .map(({ candidate, insteadOf, outing: instead }): RunnerUp => {
      const figures = figuresOf(candidate, instead.visits, minutes);
      return {
        ...named(candidate, figures, hasScores),
        insteadOf,
        expectedInstead: instead.worth,
        reason: reasonAmong(figures, candidate, candidates, votesPerDoor),
      };
    });
  return {
    measure: hasScores ? "votes" : "doors",
    stations: stations.map(
      ({ candidate, figures }): ChosenStation => ({
        ...named(candidate, figures, hasScores),
        doors: Math.round(figures.doors),
        walkMinutes: figures.walkSeconds / 60,
        doorMinutes: figures.doorSeconds / 60,
        approachMinutes: figures.approachSeconds / 60,
        reason: reasonAmong(figures, candidate, candidates, votesPerDoor),
      }),
    ),
    reserve: reserve.map(({ station }) => ({ stationId: station.id, name: station.name })),
    runnersUp,
    expected: {
      thisChoice: outing.worth,
      nextBest: runnersUp[0]?.expectedInstead ?? null,
      byScoreAlone: votesPerDoor && outingOf(byScore(candidates, votesPerDoor).slice(0, chosen.length)).worth,
    },
  };
}

/** What the team gets with a candidate in place of the chosen station that is missed least. */
function bestExchange(chosen: readonly Candidate[], coming: Candidate, outingOf: OutingOf) {
  let best = { insteadOf: "", outing: outingOf([]) };
  for (const leaving of chosen) {
    const outing = outingOf([...chosen.filter((candidate) => candidate !== leaving), coming]);
    if (best.insteadOf === "" || outing.worth > best.outing.worth) best = { insteadOf: leaving.station.name, outing };
  }
  return best;
}

interface RatedFigures extends StationFigures {
  readonly perHour: number;
}

function named({ station }: Candidate, { perHour, doors, hours }: RatedFigures, hasScores: boolean) {
  return {
    stationId: station.id,
    name: station.name,
    votesPerHour: hasScores ? perHour : null,
    doorsPerHour: hours > 0 ? doors / hours : 0,
  };
}

/** Sums over the part of a station that is visited; over all of it, where it stands, when none is. */
function figuresOf(candidate: Candidate, visits: readonly Visit[], minutes: number): RatedFigures {
  const own = visits.filter(({ pocket }) => pocket.stationIndex === candidate.station.index);
  const whole = (pocket: Pocket): Visit => {
    const volunteers = (pocket.doorSeconds + pocket.walkSeconds) / (60 * minutes);
    return { pocket, share: 1, volunteers, approachSeconds: 0 };
  };
  const parts = own.length > 0 ? own : candidate.pockets.map(whole);
  const sum = (value: (pocket: Pocket) => number) =>
    parts.reduce((total, { share, pocket }) => total + share * value(pocket), 0);
  const volunteers = parts.reduce((total, visit) => total + visit.volunteers, 0);
  const approach = parts.reduce((total, visit) => total + visit.volunteers * visit.approachSeconds, 0);
  const hours = (volunteers * minutes) / 60;
  return {
    doors: sum(({ doors }) => doors),
    doorSeconds: sum(({ doorSeconds }) => doorSeconds),
    walkSeconds: sum(({ walkSeconds }) => walkSeconds),
    approachSeconds: volunteers > 0 ? approach / volunteers : 0,
    hours,
    perHour: hours > 0 ? sum(({ worth }) => worth) / hours : 0,
  };
}

function reasonAmong(
  figures: StationFigures,
  candidate: Candidate,
  candidates: readonly Candidate[],
  votesPerDoor: ReadonlyMap<number, number> | null,
): Sentence {
  if (!votesPerDoor) return stationReason(figures);
  const rank = byScore(candidates, votesPerDoor).indexOf(candidate) + 1;
  return stationReason(figures, { rank, of: candidates.length });
}
