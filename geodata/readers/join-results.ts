import type { Sentence } from "../../server/contract/refusal.ts";
import { impossibleSum, missingVotes } from "./check-station-votes.ts";
import { placed, rowOfStation } from "./placed-sentence.ts";
import { isExampleWanted, type ReadFacts, withLateNotes, withLateRejects } from "./read-facts.ts";
import type { CandidateRow, CandidateVotes, GeneralRow, ResultTable, StationVotes } from "./result-rows.ts";
import { stationNumberKey } from "./station-key.ts";

/** One round: every station that has a checked result in it. */
export interface ElectionRows {
  /** "2024_legi_t1", as data.gouv.fr writes it. */
  readonly electionId: string;
  readonly stations: readonly StationVotes[];
}

export interface JoinedResults {
  /** Oldest first. */
  readonly elections: readonly ElectionRows[];
  /** The facts of each table, in the order given, with the rows that could not be joined moved to `rejected`. */
  readonly facts: readonly ReadFacts[];
}

/** A station of one round while its rows are being brought together. */
interface Joining {
  readonly general: GeneralRow;
  readonly generalTable: number;
  readonly candidates: { readonly row: CandidateRow; readonly table: number }[];
}

interface LateEntry {
  readonly reason: string;
  count: number;
  readonly examples: Sentence[];
}

/** By table, then by reason. */
type Late = Map<number, Map<string, LateEntry>>;

/**
 * Brings the candidates of each station to its counts, across any number of files, and checks the two against each
 * other. A station in two files for one round is kept from the first. Nothing is lost: a candidate row without its
 * station, or a station whose candidates have more votes than were expressed, is rejected in the facts of its file.
 */
export function joinResults(tables: readonly ResultTable[]): JoinedResults {
  const rejects: Late = new Map();
  const notes: Late = new Map();
  const rounds = new Map<string, Map<string, Joining>>();

  for (const [table, { kind, rows }] of tables.entries()) {
    if (kind === "candidates") continue;
    for (const row of rows) placeStation(rounds, row, table, rejects);
  }
  for (const [table, { kind, rows }] of tables.entries()) {
    if (kind !== "candidates") continue;
    for (const row of rows) placeCandidate(rounds, row, table, rejects);
  }

  const elections = [...rounds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([electionId, stations]) => ({
      electionId,
      stations: [...stations.values()].flatMap((joining) => finish(joining, rejects, notes)),
    }));
  const facts = tables.map((table, index) => lateFacts(table, index, rejects, notes));
  return { elections: elections.filter(({ stations }) => stations.length > 0), facts };
}

function placeStation(rounds: Map<string, Map<string, Joining>>, row: GeneralRow, table: number, rejects: Late): void {
  const stations = rounds.get(row.electionId) ?? new Map<string, Joining>();
  rounds.set(row.electionId, stations);
  const key = stationOf(row);
  const first = stations.get(key);
  if (first === undefined) {
    stations.set(key, { general: row, generalTable: table, candidates: [] });
    return;
  }
  const { line, file } = first.general;
  add(rejects, table, row, "duplicate-station", {
    fr: `le bureau a déjà la ligne ${line} de ${file} à ce tour ; il en faut une`,
    en: `the station already has line ${line} of ${file} in this round; expected one`,
  });
}

function placeCandidate(
  rounds: Map<string, Map<string, Joining>>,
  row: CandidateRow,
  table: number,
  rejects: Late,
): void {
  const joining = rounds.get(row.electionId)?.get(stationOf(row));
  if (joining === undefined) {
    add(rejects, table, row, "no-general-row", {
      fr: "le bureau n’a pas de ligne de participation utilisable (general_results) à ce tour",
      en: "the station has no usable row of counts (general_results) in this round",
    });
    return;
  }
  const isTwice =
    joining.general.candidates.length > 0 ||
    joining.candidates.some(
      ({ row: other }) => other.panel === row.panel && other.name === row.name && other.list === row.list,
    );
  if (isTwice) {
    add(rejects, table, row, "duplicate-candidate", {
      fr: `"${row.name}" a déjà des voix dans ce bureau ; il faut une seule ligne`,
      en: `"${row.name}" already has votes in this station; expected one row`,
    });
  } else joining.candidates.push({ row, table });
}

function finish({ general, generalTable, candidates }: Joining, rejects: Late, notes: Late): StationVotes[] {
  const { electionId, ...station } = general;
  const votes = general.candidates.length > 0 ? general.candidates : candidates.map(({ row }) => withoutPlace(row));
  if (candidates.length > 0) {
    const overfull = impossibleSum(electionId, general.expressed, votes);
    if (overfull !== null) {
      add(rejects, generalTable, general, overfull.reason, overfull.sentence);
      const { fr, en } = overfull.sentence;
      const without = { fr: `${fr}, donc le bureau est laissé de côté`, en: `${en}, so the station is left out` };
      for (const { row, table } of candidates) {
        add(rejects, table, row, "station-rejected", without);
      }
      return [];
    }
  }
  if (general.candidates.length === 0) {
    const missing = missingVotes(general.expressed, votes);
    if (missing !== null) add(notes, generalTable, general, missing.reason, missing.sentence);
  }
  return [{ ...station, candidates: votes }];
}

function withoutPlace({ panel, name, nuance, list, votes }: CandidateRow): CandidateVotes {
  return { panel, name, nuance, list, votes };
}

/** Within its round; arrondissements stay apart, for some files number their stations afresh in each. */
function stationOf(row: CandidateRow | GeneralRow): string {
  return `${row.communeCode}_${stationNumberKey(row.number)}`;
}

function add(late: Late, table: number, row: CandidateRow | GeneralRow, reason: string, sentence: Sentence): void {
  const reasons = late.get(table) ?? new Map<string, LateEntry>();
  late.set(table, reasons);
  const entry = reasons.get(reason) ?? { reason, count: 0, examples: [] };
  reasons.set(reason, entry);
  entry.count++;
  if (!isExampleWanted(entry.examples)) return;
  const { line, communeCode, number, electionId } = row;
  entry.examples.push(placed(rowOfStation(line, communeCode, number, electionId), sentence));
}

function lateFacts(table: ResultTable, index: number, rejects: Late, notes: Late): ReadFacts {
  const { file, format, read, accepted, rejected, outside, rejects: before, notes: noted, sha256, bytes } = table;
  let facts: ReadFacts = {
    file,
    format,
    read,
    accepted,
    rejected,
    outside,
    rejects: before,
    notes: noted,
    sha256,
    bytes,
  };
  for (const late of rejects.get(index)?.values() ?? []) facts = withLateRejects(facts, late);
  for (const late of notes.get(index)?.values() ?? []) facts = withLateNotes(facts, late);
  return facts;
}
