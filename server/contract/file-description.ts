import type { RejectCount, Source } from "../../geodata/territory/territory.ts";

/** What a file can be given as. */
export type FileRole = Source["role"];

/** Roles whose files may name their columns in any way. */
export type MappedRole = Exclude<FileRole, "osm" | "elevation">;

/** Which column, or property of a GeoJSON, holds what: field → column as the file writes it. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** What is known of a file before anything is built from it. */
export interface FileDescription {
  /** What it was recognised or given as; null when no reader takes it as it is. */
  readonly role: FileRole | null;
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
