import { mkdir } from "node:fs/promises";
import type { ImportOptions, SaidOfFile } from "../contract/imports.ts";
import type { ImportJobs } from "./import-jobs.ts";
import { freeBytesOf, type ImportBounds } from "./import-limits.ts";
import { type FileRecord, type ImportRecord, isBuilding, NOTHING_SAID } from "./import-record.ts";
import type { ImportStore } from "./import-store.ts";
import {
  diskFull,
  emptyFile,
  fileTooLarge,
  tooManyFiles,
  tooManyImports,
  unknownFile,
  unknownImport,
  whileBuilding,
} from "./import-words.ts";
import { safeFileName, shownFileName } from "./safe-file-name.ts";

export interface ImportDeps {
  readonly imports: ImportStore;
  readonly importJobs: ImportJobs;
  readonly importBounds: ImportBounds;
  readonly newToken: () => string;
  readonly now: () => Date;
}

/** Begins an import without files. Throws Refusal "too-many-imports". */
export async function beginImport(
  kind: ImportRecord["kind"],
  options: ImportOptions,
  { imports, importBounds, newToken, now }: Omit<ImportDeps, "importJobs">,
): Promise<ImportRecord> {
  if (imports.list().length >= importBounds.imports) throw tooManyImports(importBounds.imports);
  const record: ImportRecord = {
    ...{ id: newToken(), kind, createdAt: now().toISOString(), options },
    ...{ files: [], build: null },
  };
  await mkdir(`${imports.folder}/${record.id}/files`, { recursive: true });
  imports.save(record);
  return record;
}

/**
 * Makes room for a file that will arrive in pieces. Throws Refusal "file-too-large", "empty-file", "disk-full",
 * "too-many-files", "build-running".
 */
export async function addFile(
  importId: string,
  given: { readonly name: string; readonly bytes: number; readonly modifiedAt: number | null },
  deps: ImportDeps,
): Promise<FileRecord> {
  const { imports, importBounds, newToken } = deps;
  const record = restingImport(importId, imports);
  const name = shownFileName(given.name);
  if (given.bytes === 0) throw emptyFile(name);
  if (given.bytes > importBounds.fileBytes) throw fileTooLarge(name, given.bytes, importBounds.fileBytes);
  if (record.files.length >= importBounds.files) throw tooManyFiles(importBounds.files);
  const free = (await freeBytesOf(imports.folder, importBounds)) - expectedBytes(record, imports);
  if (given.bytes > free) throw diskFull(free);
  const file: FileRecord = {
    ...{ id: newToken(), name, safeName: safeFileName(given.name), bytes: given.bytes, modifiedAt: given.modifiedAt },
    ...{ said: NOTHING_SAID, description: null, fault: null },
  };
  await imports.addFile(importId, file);
  // Read again: other files may have been added while this one was made.
  save(restingImport(importId, imports), (one) => ({ ...one, files: [...one.files, file] }), deps);
  return file;
}

/** What the user says of a file; when that changes how it is read, it is read again. */
export function sayOfFile(importId: string, fileId: string, said: SaidOfFile, deps: ImportDeps): void {
  const record = restingImport(importId, deps.imports);
  const file = fileOf(record, fileId);
  const isReadAgain =
    JSON.stringify([said.role, said.electionId, said.columns]) !==
    JSON.stringify([file.said.role, file.said.electionId, file.said.columns]);
  const changed = { ...file, said, ...(isReadAgain ? { description: null, fault: null } : {}) };
  save(record, (one) => ({ ...one, files: one.files.map((other) => (other.id === fileId ? changed : other)) }), deps);
  describeWhatArrived(importId, deps);
}

export async function removeFile(importId: string, fileId: string, deps: ImportDeps): Promise<void> {
  const record = restingImport(importId, deps.imports);
  fileOf(record, fileId);
  save(record, (one) => ({ ...one, files: one.files.filter((file) => file.id !== fileId) }), deps);
  deps.importJobs.forget(importId, fileId);
  await deps.imports.removeFile(importId, fileId);
}

export function setOptions(importId: string, options: ImportOptions, deps: ImportDeps): void {
  save(restingImport(importId, deps.imports), (one) => ({ ...one, options }), deps);
}

export async function removeImport(importId: string, { imports, importJobs }: ImportDeps): Promise<void> {
  restingImport(importId, imports);
  importJobs.forget(importId);
  await imports.remove(importId);
  importJobs.bell.ring();
}

/** Asks for a description of every file that is here and has none: just arrived, or left by a server that was killed. */
export function describeWhatArrived(importId: string, { imports, importJobs }: ImportDeps): void {
  const record = imports.find(importId);
  for (const file of record?.files ?? []) {
    const isThere = imports.receivedBytes(importId, file) === file.bytes;
    if (isThere && file.description === null && file.fault === null) importJobs.describe(importId, file.id);
  }
}

/** The import that a territory was built from in the browser, if it is still here. */
export function importOfTerritory(name: string, imports: ImportStore): ImportRecord | null {
  return imports.list().find(({ build }) => build?.status === "done" && build.territoryName === name) ?? null;
}

/** Throws Refusal "nothing-found". */
export function knownImport(importId: string, imports: ImportStore): ImportRecord {
  const record = imports.find(importId);
  if (record === null) throw unknownImport();
  return record;
}

/** Throws Refusal "nothing-found", "build-running". */
export function restingImport(importId: string, imports: ImportStore): ImportRecord {
  const record = knownImport(importId, imports);
  if (isBuilding(record)) throw whileBuilding();
  return record;
}

/** Throws Refusal "nothing-found". */
export function fileOf(record: ImportRecord, fileId: string): FileRecord {
  const file = record.files.find((one) => one.id === fileId);
  if (file === undefined) throw unknownFile();
  return file;
}

function save(
  record: ImportRecord,
  change: (record: ImportRecord) => ImportRecord,
  { imports, importJobs }: Pick<ImportDeps, "imports" | "importJobs">,
): void {
  imports.save(change(record));
  importJobs.bell.ring();
}

/** What has been announced and has not arrived. */
function expectedBytes(record: ImportRecord, imports: ImportStore): number {
  return record.files.reduce((sum, file) => sum + file.bytes - imports.receivedBytes(record.id, file), 0);
}
