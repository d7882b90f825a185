import type { RejectCount, Source } from "../territory/territory.ts";
import { type ColumnMapping, guessMapping, MAPPED_FIELDS, type MappedRole } from "./column-mapping.ts";
import type { ReadOptions } from "./read-facts.ts";

/** What is known of a file before anything is built from it. */
export interface FileDescription {
  /** What it was recognised or given as; null when no reader takes it as it is. */
  readonly role: Source["role"] | null;
  /** Machine word, as recogniseFile gives it. */
  readonly format: string;
  /** Rows or features that it holds; null where they are only counted by a build (streets, heights). */
  readonly records: number | null;
  /** Year in the name of a file of contours, when there is exactly one. */
  readonly vintage: number | null;
  /** Rounds of a file of results, e.g. "2024_legi_t1", in the order of the file. */
  readonly elections: readonly string[];
  /** Results that say nowhere which round they are of. */
  readonly needsElection: boolean;
  /** Most records first, at most 200. */
  readonly communes: readonly CommuneCount[];
  readonly columns: readonly string[];
  /** The first rows or features, in the order of `columns`. */
  readonly sample: readonly (readonly string[])[];
  /** For each role that its columns could be said to fit: the fields, and the columns that most likely hold them. */
  readonly mappings: readonly MappingOffer[];
  /** Records that cannot be read whatever the file is: lines too long, wrong encoding, broken JSON. */
  readonly rejects: readonly RejectCount[];
}

export interface CommuneCount {
  readonly code: string;
  readonly name: string;
  readonly records: number;
}

export interface MappingOffer {
  readonly role: MappedRole;
  readonly fields: readonly { readonly field: string; readonly isRequired: boolean }[];
  readonly guess: ColumnMapping;
}

/** What its user says of the file; null leaves it to be recognised. */
export interface DescribeOptions extends ReadOptions {
  readonly role?: Source["role"] | undefined;
  readonly electionId?: string | undefined;
}

/** Mappings that a file with these columns could be given, those with the most guessed fields first. */
export function offerMappings(roles: readonly MappedRole[], columns: readonly string[]): MappingOffer[] {
  return roles
    .map((role) => ({
      role,
      fields: MAPPED_FIELDS[role].map(({ field, isRequired }) => ({ field, isRequired })),
      guess: guessMapping(role, columns),
    }))
    .toSorted((a, b) => shareGuessed(b) - shareGuessed(a));
}

/** Required fields count most: a table with lon and lat is one of addresses, whatever else it holds. */
function shareGuessed({ fields, guess }: MappingOffer): number {
  const required = fields.filter(({ isRequired }) => isRequired);
  const found = required.filter(({ field }) => guess[field] !== undefined).length;
  return found / Math.max(1, required.length) + Object.keys(guess).length / 100;
}

/** What the communes of a file are, counted as its records are read. */
export function createCommuneCounts() {
  const counts = new Map<string, { name: string; records: number }>();
  return {
    add(code: string, name: string): void {
      const known = counts.get(code);
      if (known !== undefined) known.records++;
      else if (counts.size < 40_000) counts.set(code, { name, records: 1 });
    },
    most: (): CommuneCount[] =>
      [...counts]
        .map(([code, { name, records }]) => ({ code, name, records }))
        .toSorted((a, b) => b.records - a.records)
        .slice(0, 200),
  };
}
