import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, statSync, writeSync } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ImportReport } from "../contract/imports.ts";
import type { PackedJson } from "../work/packed-json.ts";
import type { FileRecord, ImportRecord } from "./import-record.ts";

/** Imports on this machine's disk: a folder each, with a record, the files as they arrive, and the last report. */
export interface ImportStore {
  readonly folder: string;
  /** Latest first. */
  list(): readonly ImportRecord[];
  find(importId: string): ImportRecord | null;
  /** Puts the record in place in one step. */
  save(record: ImportRecord): void;
  remove(importId: string): Promise<void>;
  /** Makes room for a file: an empty one, in a folder of its own. */
  addFile(importId: string, file: FileRecord): Promise<void>;
  removeFile(importId: string, fileId: string): Promise<void>;
  filePath(importId: string, file: FileRecord): string;
  receivedBytes(importId: string, file: FileRecord): number;
  saveReport(importId: string, report: PackedJson<ImportReport>): void;
  report(importId: string): PackedJson<ImportReport> | null;
}

const ID = /^[A-Za-z0-9_-]{8,64}$/;
const RECORD = "import.json";
const REPORT = "report.json.gz";

export function createImportStore(folder: string): ImportStore {
  const folderOf = (importId: string) => {
    // Ids come from addresses: nothing else may name a folder.
    if (!ID.test(importId)) throw new Error(`"${importId.slice(0, 80)}" is not the id of an import`);
    return join(folder, importId);
  };
  const fileFolder = (importId: string, fileId: string) => {
    if (!ID.test(fileId)) throw new Error(`"${fileId.slice(0, 80)}" is not the id of a file`);
    return join(folderOf(importId), "files", fileId);
  };
  const filePath = (importId: string, file: FileRecord) => join(fileFolder(importId, file.id), file.safeName);

  function find(importId: string): ImportRecord | null {
    if (!ID.test(importId)) return null;
    const text = readIfThere(join(folderOf(importId), RECORD));
    return text === null ? null : (JSON.parse(text.toString("utf8")) as ImportRecord);
  }

  return {
    folder,
    find,
    filePath,
    list: () =>
      namesIn(folder)
        .flatMap((name) => find(name) ?? [])
        .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)),
    save: (record) => replace(join(folderOf(record.id), RECORD), Buffer.from(JSON.stringify(record))),
    remove: (importId) => rm(folderOf(importId), { recursive: true, force: true }),
    async addFile(importId, file) {
      await mkdir(fileFolder(importId, file.id), { recursive: true });
      await (await open(filePath(importId, file), "wx")).close();
    },
    removeFile: (importId, fileId) => rm(fileFolder(importId, fileId), { recursive: true, force: true }),
    receivedBytes: (importId, file) => statSync(filePath(importId, file), { throwIfNoEntry: false })?.size ?? 0,
    saveReport: (importId, { gzip }) => replace(join(folderOf(importId), REPORT), gzip),
    report(importId) {
      const gzip = readIfThere(join(folderOf(importId), REPORT));
      return gzip === null ? null : { gzip, textBytes: gzip.length };
    },
  };
}

/** Written beside and renamed, on disk before it returns: a power cut leaves the old record or the new one. */
function replace(path: string, content: Uint8Array): void {
  const partial = `${path}.partial`;
  const descriptor = openSync(partial, "w");
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(partial, path);
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
