import type { Candidate } from "../territory/territory.ts";
import { boundedLeastSquares } from "./bounded-least-squares.ts";
import { latestFirst } from "./election-order.ts";
import { FAMILIES, type Family } from "./families.ts";
import type { VoteTable } from "./vote-table.ts";

/** A family read from where a candidate's votes are: a suggestion to review, never a fact about a candidate. */
export interface FamilyByVotes {
  readonly family: Family;
  /** Share of the candidate's votes, 0 to 1, that go with the votes of this family in the round compared. */
  readonly share: number;
  /** The round whose families are known. */
  readonly comparedWith: string;
}

type KnownFamily = (candidate: Candidate) => Family | null;

/** A round whose candidates are known can be compared with when they had at least this share of the votes. */
const KNOWN_SHARE = 0.85;
/** Families with votes that the round compared must have: a run-off tells two camps apart and no more. */
const FAMILIES_NEEDED = 4;
/** Stations where the candidate stood. */
const STATIONS_NEEDED = 8;
/** Candidates below this share of the votes where they stood have too few for a pattern. */
const SMALLEST_SHARE = 0.015;
/** The family must account for this share of the votes, and for so much more than the next. */
const SHARE_NEEDED = 0.4;
const LEAD_NEEDED = 0.12;
/** Years between the two rounds. */
const YEARS_APART = 4;

/**
 * Suggests a family for candidates that neither nuance nor name tells, from the places where they got votes: their
 * share of the registered voters, station by station, is fitted by the families' shares at the nearest round whose
 * candidates are known (ecological regression with bounds, Goodman 1953). A municipal list that does well exactly
 * where the right did well is probably of the right. Says nothing where the pattern is not clear.
 *
 * @param tables every first round of the territory
 */
export function familiesByVotes(
  tables: readonly VoteTable[],
  knownFamily: KnownFamily,
): ReadonlyMap<string, FamilyByVotes> {
  const suggestions = new Map<string, FamilyByVotes>();
  const references = tables.flatMap((table) => asReference(table, knownFamily));
  for (const table of tables) {
    const reference = nearest(references, table);
    if (!reference) continue;
    table.candidates.forEach((candidate, place) => {
      if (knownFamily(candidate) !== null) return;
      const found = familyOfVotes(table, place, reference);
      if (found) suggestions.set(candidate.id, { ...found, comparedWith: reference.table.election.id });
    });
  }
  return suggestions;
}

interface Reference {
  readonly table: VoteTable;
  /** Votes of each family by station, in the order of FAMILIES. */
  readonly votes: readonly Float64Array[];
}

function asReference(table: VoteTable, knownFamily: KnownFamily): readonly Reference[] {
  const families = table.candidates.map(knownFamily);
  const size = table.registered.length;
  const votes = FAMILIES.map(() => new Float64Array(size));
  const totals = new Float64Array(FAMILIES.length);
  let [all, known] = [0, 0];
  for (let station = 0; station < size; station++) {
    for (let place = table.starts[station] ?? 0; place < (table.starts[station + 1] ?? 0); place++) {
      const count = table.votes[place] ?? 0;
      all += count;
      const family = families[table.candidateOf[place] ?? -1];
      if (!family) continue;
      known += count;
      const column = FAMILIES.indexOf(family);
      totals[column] = (totals[column] ?? 0) + count;
      const ofFamily = votes[column];
      if (ofFamily) ofFamily[station] = (ofFamily[station] ?? 0) + count;
    }
  }
  const isKnown = all > 0 && known / all >= KNOWN_SHARE;
  const familyCount = totals.filter((count) => count > 0.01 * all).length;
  return isKnown && familyCount >= FAMILIES_NEEDED ? [{ table, votes }] : [];
}

/** The nearest in years; of two as near, the one whose place in the calendar is nearer. */
function nearest(references: readonly Reference[], table: VoteTable): Reference | null {
  const yearsApart = (one: Reference) => Math.abs(one.table.election.year - table.election.year);
  const placesApart = (one: Reference) => Math.abs(latestFirst(one.table.election, table.election));
  const [best] = references
    .filter((one) => yearsApart(one) <= YEARS_APART)
    .sort((a, b) => yearsApart(a) - yearsApart(b) || placesApart(a) - placesApart(b));
  return best ?? null;
}

function familyOfVotes(
  table: VoteTable,
  candidate: number,
  reference: Reference,
): Omit<FamilyByVotes, "comparedWith"> | null {
  const rows: { predictors: number[]; target: number; weight: number }[] = [];
  let [own, expressed] = [0, 0];
  for (let station = 0; station < table.registered.length; station++) {
    const before = reference.table.registered[station] ?? Number.NaN;
    const registered = table.registered[station] ?? Number.NaN;
    if (!(before > 0) || !(registered > 0)) continue;
    for (let place = table.starts[station] ?? 0; place < (table.starts[station + 1] ?? 0); place++) {
      if (table.candidateOf[place] !== candidate) continue;
      const count = table.votes[place] ?? 0;
      own += count;
      expressed += table.expressed[station] ?? 0;
      rows.push({
        predictors: [
          ...reference.votes.map((column) => (column[station] ?? 0) / before),
          (reference.table.abstentions[station] ?? 0) / before,
        ],
        target: count / registered,
        weight: registered,
      });
    }
  }
  if (rows.length < STATIONS_NEEDED || own < SMALLEST_SHARE * expressed) return null;
  const coefficients = boundedLeastSquares(rows, 0.002);
  const parts = FAMILIES.map((family, column) => ({
    family,
    votes: rows.reduce((sum, row) => sum + (coefficients[column] ?? 0) * (row.predictors[column] ?? 0) * row.weight, 0),
  }));
  const all = parts.reduce((sum, { votes }) => sum + votes, 0);
  const [first, second] = parts.filter(({ family }) => family !== "other").sort((a, b) => b.votes - a.votes);
  if (!first || all <= 0) return null;
  const share = first.votes / all;
  const lead = (first.votes - (second?.votes ?? 0)) / all;
  return share >= SHARE_NEEDED && lead >= LEAD_NEEDED ? { family: first.family, share } : null;
}
