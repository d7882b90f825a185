import { foldName } from "../geometry/fold-name.ts";
import type { CandidateVotes, StationVotes } from "../readers/result-rows.ts";
import type { Candidate, ElectionType } from "../territory/territory.ts";

const LONGEST_NAME_IN_ID = 100;

/** The candidates of one round, each once, and where each of a row's candidates stands among them. */
export interface MergedCandidates {
  /** Without index and votes, which depend on all rounds and on what is carried. */
  readonly candidates: readonly Omit<Candidate, "index" | "votes">[];
  positionsOf(row: StationVotes): readonly number[];
}

/**
 * One candidate per panel and name, within the constituency for legislative elections, where panel 3 is someone else
 * next door. Spellings that fold to the same text are one person.
 */
export function mergeCandidates(
  electionId: string,
  type: ElectionType,
  rows: readonly StationVotes[],
): MergedCandidates {
  const byId = new Map<string, Omit<Candidate, "index" | "votes"> & { readonly panel: number | null }>();
  const idOf = (row: StationVotes, candidate: CandidateVotes) =>
    candidateId(electionId, type === "legislative" ? row.constituency : null, candidate);
  for (const row of rows) {
    for (const candidate of row.candidates) {
      const id = idOf(row, candidate);
      const known = byId.get(id);
      if (known === undefined) {
        const constituency = type === "legislative" ? row.constituency : null;
        const { name, nuance, list, panel } = candidate;
        byId.set(id, { electionId, id, name: name === "" ? (list ?? "") : name, nuance, list, constituency, panel });
      }
    }
  }
  const sorted = [...byId.values()].sort(
    (a, b) =>
      compare(a.constituency ?? "", b.constituency ?? "") ||
      (a.panel ?? Infinity) - (b.panel ?? Infinity) ||
      compare(a.id, b.id),
  );
  const positionOfId = new Map(sorted.map((candidate, position) => [candidate.id, position]));
  return {
    candidates: sorted.map(({ panel: _, ...candidate }) => candidate),
    positionsOf: (row) =>
      row.candidates.map((candidate) => {
        const position = positionOfId.get(idOf(row, candidate));
        if (position === undefined) throw new RangeError(`${candidate.name} is not a candidate of ${electionId}`);
        return position;
      }),
  };
}

function candidateId(electionId: string, constituency: string | null, candidate: CandidateVotes): string {
  const words = foldName(candidate.name === "" ? (candidate.list ?? "") : candidate.name);
  const name = words.replaceAll(" ", "-").slice(0, LONGEST_NAME_IN_ID);
  return [electionId, constituency, candidate.panel, name].filter((part) => part !== null && part !== "").join("/");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
