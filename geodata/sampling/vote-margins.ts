import type { Sentence } from "../../server/contract/refusal.ts";
import type { Side } from "../../server/contract/scores.ts";
import { latestFirst } from "../scoring/election-order.ts";
import { electionWords } from "../scoring/election-words.ts";
import { type Family, familyOf } from "../scoring/families.ts";
import type { Candidate, Election, StationResult, Territory } from "../territory/territory.ts";
import type { KnownMargin } from "./territory-margins.ts";

/** Rounds whose votes are margins by default. */
const LATEST_ROUNDS = 2;
/** A round counts when at least this share of its votes went to candidates with a family or a side. */
const CLASSED_SHARE = 0.5;
/** A group below this share of the votes says little of a place. */
const SMALLEST_SHARE = 0.03;

type VotingTerritory = Pick<Territory, "stations" | "elections" | "candidates" | "results">;

/**
 * Turnout and votes of every round, as shares of registered voters, the latest round first and its largest group before
 * the others. Votes are added up by political family, or by side when a campaign has chosen. Defaults are those of
 * the latest first rounds of which at least half of the votes could be classed.
 */
export function voteMargins(
  territory: VotingTerritory,
  sides: Readonly<Record<string, Side>> | null,
): readonly KnownMargin[] {
  const groupOf = (candidate: Candidate) => (sides ? (sides[candidate.id] ?? null) : groupOfFamily(candidate));
  let defaults = 0;
  return [...territory.elections()].sort(latestFirst).flatMap((election) => {
    const groups = groupVotes(territory.candidates(election.id), groupOf);
    const isClassed = sides ? groups.votes.length > 0 : groups.classedShare >= CLASSED_SHARE;
    const isTelling = election.round === 1 && isClassed;
    const isLatest = isTelling && defaults < LATEST_ROUNDS;
    if (isLatest) defaults++;
    return [
      { ...turnoutMargin(territory, election), isDefault: isLatest, isTelling },
      ...groups.votes.map(([group, share]) => ({
        ...groupMargin(territory, election, group, groups.indicesOf(group)),
        isDefault: isLatest && share >= SMALLEST_SHARE,
        isTelling: isTelling && share >= SMALLEST_SHARE,
      })),
    ];
  });
}

/** "other" gathers what has nothing in common: no margin. */
function groupOfFamily(candidate: Candidate): Family | null {
  const family = familyOf(candidate);
  return family === "other" ? null : family;
}

function groupVotes(candidates: readonly Candidate[], groupOf: (candidate: Candidate) => string | null) {
  const total = candidates.reduce((sum, { votes }) => sum + votes, 0);
  const indices = new Map<string, Set<number>>();
  const votes = new Map<string, number>();
  for (const candidate of candidates) {
    const group = groupOf(candidate);
    if (group === null) continue;
    indices.set(group, (indices.get(group) ?? new Set()).add(candidate.index));
    votes.set(group, (votes.get(group) ?? 0) + candidate.votes);
  }
  const shares = [...votes].map(([group, count]) => [group, total > 0 ? count / total : 0] as const);
  return {
    votes: shares.filter(([, share]) => share > 0).sort((a, b) => b[1] - a[1]),
    classedShare: shares.reduce((sum, [, share]) => sum + share, 0),
    indicesOf: (group: string): ReadonlySet<number> => indices.get(group) ?? new Set(),
  };
}

type Measured = Omit<KnownMargin, "isDefault" | "isTelling">;

function turnoutMargin(territory: VotingTerritory, election: Election): Measured {
  const round = electionWords(election);
  return {
    id: `turnout@${election.id}`,
    shortName: "turnout",
    electionId: election.id,
    label: { fr: `Participation, ${round.fr}`, en: `Turnout, ${round.en}` },
    values: () => sharesOf(territory, election, ({ registered, abstentions }) => registered - abstentions),
  };
}

function groupMargin(
  territory: VotingTerritory,
  election: Election,
  group: string,
  indices: ReadonlySet<number>,
): Measured {
  const round = electionWords(election);
  const words = GROUP_WORDS[group] ?? { fr: group, en: group };
  return {
    id: `${group}@${election.id}`,
    shortName: group,
    electionId: election.id,
    label: {
      fr: `${words.fr}, part des inscrits, ${round.fr}`,
      en: `${words.en}, share of registered voters, ${round.en}`,
    },
    values: () => sharesOf(territory, election, ({ votes }) => votesFor(votes, indices)),
  };
}

function sharesOf(
  territory: VotingTerritory,
  election: Election,
  count: (result: StationResult) => number,
): readonly (number | null)[] {
  const results = new Map(territory.results(election.id).map((result) => [result.stationIndex, result]));
  return territory.stations().map(({ index }) => {
    const result = results.get(index);
    return result && result.registered > 0 ? count(result) / result.registered : null;
  });
}

function votesFor(votes: StationResult["votes"], indices: ReadonlySet<number>): number {
  let sum = 0;
  for (const [candidate, count] of votes) if (indices.has(candidate)) sum += count;
  return sum;
}

const GROUP_WORDS: Readonly<Record<string, Sentence>> = {
  "far-left": { fr: "Extrême gauche", en: "Far left" },
  left: { fr: "Gauche", en: "Left" },
  ecologist: { fr: "Écologistes", en: "Greens" },
  centre: { fr: "Centre", en: "Centre" },
  right: { fr: "Droite", en: "Right" },
  "far-right": { fr: "Extrême droite", en: "Far right" },
  ours: { fr: "Nos voix", en: "Our votes" },
  near: { fr: "Voix proches", en: "Near votes" },
  neutral: { fr: "Voix neutres", en: "Neutral votes" },
  far: { fr: "Voix éloignées", en: "Far votes" },
  hostile: { fr: "Voix adverses", en: "Hostile votes" },
};
