import type { ImportFile, ImportList, ImportState } from "../contract/imports.ts";
import type { Language } from "../contract/plan.ts";
import type { FileRecord, ImportRecord } from "./import-record.ts";
import type { ImportStore } from "./import-store.ts";

/** An import as its reader sees it. */
export function importState(record: ImportRecord, imports: ImportStore, language: Language): ImportState {
  const { id, kind, createdAt, options, files, build } = record;
  return {
    ...{ id, kind, createdAt, options },
    files: files.map((file) => asImportFile(file, id, imports, language)),
    build:
      build === null
        ? null
        : {
            ...build,
            failure:
              build.failure === null ? null : { code: build.failure.code, message: build.failure.sentence[language] },
          },
  };
}

export function asImportFile(
  file: FileRecord,
  importId: string,
  imports: Pick<ImportStore, "receivedBytes">,
  language: Language,
): ImportFile {
  const { id, name, bytes, modifiedAt, said, description, fault } = file;
  const receivedBytes = imports.receivedBytes(importId, file);
  return {
    ...{ id, name, bytes, receivedBytes, modifiedAt, said, description },
    status: statusOf(file, receivedBytes),
    fault: fault?.[language] ?? null,
  };
}

/** One line of the list of imports. */
export function listedImport(record: ImportRecord): ImportList["imports"][number] {
  const { id, kind, options, createdAt, files, build } = record;
  return {
    ...{ id, kind, createdAt },
    title: options.title,
    name: options.name,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    status: build?.status ?? "draft",
  };
}

function statusOf({ bytes, description, fault }: FileRecord, receivedBytes: number): ImportFile["status"] {
  if (receivedBytes < bytes) return "uploading";
  if (fault !== null) return "unusable";
  return description === null ? "reading" : "ready";
}
