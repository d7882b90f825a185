import type { Candidate, Election, ElectionType, StationResult, Territory } from "../territory/territory.ts";

/** Stations that voted in a first round and have no result of a second one, where there could have been one. */
export interface MissingRound {
  /** The first round. */
  readonly electionId: string;
  readonly stationIndices: readonly number[];
  /**
   * "elected": somebody had enough votes, and the second round is known elsewhere in the territory. "likely-elected": enough
   * votes here, but no file of this territory holds that second round, so it may also be missing. "no-result": nobody
   * had enough here, so nothing is known.
   */
  readonly reason: "elected" | "likely-elected" | "no-result";
  /** Who had enough, with the share of the expressed votes in this territory; null for "no-result". */
  readonly winner: { readonly name: string; readonly share: number } | null;
}

/** Elections that a majority ends in the first round; the others have one round only. */
const HAS_TWO_ROUNDS: Readonly<Record<ElectionType, boolean>> = {
  presidential: true,
  legislative: true,
  municipal: true,
  regional: true,
  departmental: true,
  european: false,
  referendum: false,
};
/** Articles L126 and L193 of the electoral code: the majority must also be a quarter of the registered voters. */
const NEEDS_QUARTER: readonly ElectionType[] = ["legislative", "departmental"];
/** Where results name no constituency, a candidate stands wherever they got this share: less may be carried over a border. */
const STANDS_FROM = 0.02;

type WithResults = Pick<Territory, "elections" | "candidates" | "results">;

const missingOf = new WeakMap<WithResults, readonly MissingRound[]>();

/**
 * For every first round of the territory: where no second one followed, and who was elected when that can be told. Worked
 * out once for an opened territory: every station's panel asks.
 */
export function missingRounds(territory: WithResults): readonly MissingRound[] {
  const missing = missingOf.get(territory) ?? findMissingRounds(territory);
  missingOf.set(territory, missing);
  return missing;
}

function findMissingRounds(territory: WithResults): readonly MissingRound[] {
  const elections = territory.elections();
  return elections
    .filter(({ round, type }) => round === 1 && HAS_TWO_ROUNDS[type])
    .flatMap((first) => {
      const second = elections.find((one) => one.round === 2 && one.type === first.type && one.year === first.year);
      return withoutSecond(territory, first, second ?? null);
    });
}

function withoutSecond(territory: WithResults, first: Election, second: Election | null): readonly MissingRound[] {
  const held = new Set(second ? territory.results(second.id).map(({ stationIndex }) => stationIndex) : []);
  const results = territory.results(first.id);
  if (results.every(({ stationIndex }) => held.has(stationIndex))) return [];
  const contests = contestsOf(territory.candidates(first.id), results, held);
  const groups = new Map<Contest | null, number[]>();
  for (const result of results) {
    if (held.has(result.stationIndex)) continue;
    const contest = strongest(contests(result));
    const ended = contest && isWon(contest, first.type) && isMostlyWithoutSecond(contest.place) ? contest : null;
    const group = groups.get(ended);
    if (group) group.push(result.stationIndex);
    else groups.set(ended, [result.stationIndex]);
  }
  return [...groups].map(([contest, stationIndices]) => ({
    electionId: first.id,
    stationIndices,
    reason: contest === null ? "no-result" : second === null ? "likely-elected" : "elected",
    winner: contest && { name: contest.leader.name, share: shareOf(contest) },
  }));
}

/** The stations where the same candidates stood. */
interface Place {
  expressed: number;
  registered: number;
  stations: number;
  withSecond: number;
}

/** One candidate against the others of the same place. */
interface Contest {
  readonly leader: Candidate;
  readonly place: Place;
}

/** Gives the contests of a station: its constituency's, else those of everybody who got votes there. */
function contestsOf(
  candidates: readonly Candidate[],
  results: readonly StationResult[],
  held: ReadonlySet<number>,
): (result: StationResult) => readonly Contest[] {
  const byIndex = new Map(candidates.map((candidate) => [candidate.index, candidate]));
  const places = new Map<string, Place>();
  const contests = new Map<number, Contest>();
  const standing = (result: StationResult): readonly Candidate[] => {
    const here = [...result.votes].flatMap(([index, votes]) => {
      const candidate = byIndex.get(index);
      return candidate ? [{ candidate, votes }] : [];
    });
    const first = here.reduce(
      (best, one) => (one.votes > best.votes ? one : best),
      here[0] ?? { candidate: null, votes: 0 },
    );
    const constituency = first.candidate?.constituency ?? null;
    return here.flatMap(({ candidate, votes }) =>
      candidate.constituency === constituency && (constituency !== null || votes > STANDS_FROM * result.expressed)
        ? [candidate]
        : [],
    );
  };
  for (const result of results) {
    const here = standing(result);
    for (const key of new Set(here.map(placeKey))) {
      const place = places.get(key) ?? { expressed: 0, registered: 0, stations: 0, withSecond: 0 };
      place.expressed += result.expressed;
      place.registered += result.registered;
      place.stations += 1;
      if (held.has(result.stationIndex)) place.withSecond += 1;
      places.set(key, place);
    }
  }
  for (const leader of candidates) {
    const place = places.get(placeKey(leader));
    // One object for a candidate: stations are grouped by it.
    if (place) contests.set(leader.index, { leader, place });
  }
  return (result) => standing(result).flatMap(({ index }) => contests.get(index) ?? []);
}

function placeKey({ constituency, index }: Candidate): string {
  return constituency === null ? `candidate ${index}` : `constituency ${constituency}`;
}

function strongest(contests: readonly Contest[]): Contest | null {
  return contests.reduce<Contest | null>(
    (best, one) => (best === null || shareOf(one) > shareOf(best) ? one : best),
    null,
  );
}

function shareOf({ leader, place }: Contest): number {
  return place.expressed > 0 ? leader.votes / place.expressed : 0;
}

function isWon({ leader, place }: Contest, type: ElectionType): boolean {
  const isMajority = leader.votes > place.expressed / 2;
  return isMajority && (!NEEDS_QUARTER.includes(type) || leader.votes >= place.registered / 4);
}

/** A border that has moved since may give a few stations of a contest that was over the second round of the next one. */
function isMostlyWithoutSecond({ withSecond, stations }: Place): boolean {
  return withSecond < stations / 2;
}
