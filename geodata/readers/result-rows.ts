import type { ReadFacts } from "./read-facts.ts";

/** Votes of one candidate or list in one station. */
export interface CandidateVotes {
  readonly panel: number | null;
  /** "Jean-Luc MÉLENCHON", or the head or name of the list. */
  readonly name: string;
  readonly nuance: string | null;
  readonly list: string | null;
  readonly votes: number;
}

/** What one station counted in one round. Checked: expressed <= voters <= registered, registered > 0. */
export interface StationVotes {
  /** As the file writes it, overseas letters replaced: "75056". */
  readonly communeCode: string;
  /** As the file writes it: "0327". */
  readonly number: string;
  /** "7505"; null when the file does not say. */
  readonly constituency: string | null;
  readonly registered: number;
  readonly abstentions: number;
  readonly voters: number;
  /** Null where blank and null votes were published together; then `nullVotes` holds both. */
  readonly blank: number | null;
  readonly nullVotes: number | null;
  readonly expressed: number;
  readonly candidates: readonly CandidateVotes[];
  readonly file: string;
  readonly line: number;
}

/** A row of a file that holds the counts of the stations but not the candidates: `candidates` is empty. */
export interface GeneralRow extends StationVotes {
  readonly electionId: string;
}

/** A row of a file that holds one candidate in one station. */
export interface CandidateRow extends CandidateVotes {
  readonly electionId: string;
  readonly communeCode: string;
  readonly number: string;
  readonly line: number;
}

export type ResultTable = ReadFacts &
  (
    | { readonly kind: "general"; readonly rows: readonly GeneralRow[] }
    | { readonly kind: "candidates"; readonly rows: readonly CandidateRow[] }
    | { readonly kind: "complete"; readonly rows: readonly GeneralRow[] }
  );
