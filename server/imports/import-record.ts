import type { FileDescription } from "../contract/file-description.ts";
import type { BuildStatus, ImportOptions, ImportState, SaidOfFile } from "../contract/imports.ts";
import type { Sentence } from "../contract/refusal.ts";

/** An import as it lies on disk, beside its files. */
export interface ImportRecord {
  readonly id: string;
  readonly kind: ImportState["kind"];
  readonly createdAt: string;
  readonly options: ImportOptions;
  readonly files: readonly FileRecord[];
  readonly build: BuildRecord | null;
}

export interface FileRecord {
  readonly id: string;
  readonly name: string;
  /** On disk, in a folder of its own. Made by safeFileName. */
  readonly safeName: string;
  readonly bytes: number;
  readonly modifiedAt: number | null;
  readonly said: SaidOfFile;
  readonly description: FileDescription | null;
  readonly fault: Sentence | null;
}

export interface BuildRecord {
  readonly status: BuildStatus;
  readonly territoryName: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly failure: { readonly code: string; readonly sentence: Sentence } | null;
}

export const NOTHING_SAID: SaidOfFile = { role: null, vintage: null, electionId: null, columns: null };

export function isBuilding({ build }: Pick<ImportRecord, "build">): boolean {
  return build?.status === "waiting" || build?.status === "running";
}
