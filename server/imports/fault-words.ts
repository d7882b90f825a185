import { basename, sep } from "node:path";
import { UnusableFile } from "../../geodata/readers/source-rows.ts";
import type { Sentence } from "../contract/refusal.ts";
import type { FileRecord } from "./import-record.ts";

/**
 * Why a file cannot be used, in both languages; null for an error of another kind. Readers say it of a path; here the
 * file has the name that its owner knows.
 */
export function faultOf(
  error: unknown,
  files: readonly Pick<FileRecord, "id" | "name" | "safeName">[],
): Sentence | null {
  if (!(error instanceof UnusableFile)) return null;
  const owner = files.find(({ id, safeName }) => error.file.endsWith(`${sep}${id}${sep}${safeName}`));
  const name = owner?.name ?? basename(error.file);
  const { fr, en } = error.sentence;
  return { fr: ended(`« ${name} » ${fr}`), en: ended(`“${name}” ${en}`) };
}

function ended(sentence: string): string {
  return /[.…?!]$/.test(sentence) ? sentence : `${sentence}.`;
}
