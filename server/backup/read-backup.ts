import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { UnusableFile } from "../../geodata/readers/source-rows.ts";
import { MIGRATIONS } from "../campaign/migrations/migrations.ts";
import type { Sentence } from "../contract/refusal.ts";
import { BACKUP_VERSION, type BackupEnd, type BackupHead, type BackupRow } from "./backup-lines.ts";

/**
 * Reads all of a backup and gives what its first line says, once it is certain that each line is there and is as it was written. Throws
 * UnusableFile when it is something else, damaged, cut short, or of a later version of the program.
 */
export async function checkBackup(file: string): Promise<BackupHead> {
  const hash = createHash("sha256");
  const rows = new Map<number, number>();
  let head: BackupHead | null = null;
  let last: string | null = null;
  for await (const line of linesOf(file)) {
    if (head === null) {
      head = readHead(file, line);
      hash.update(`${line}\n`);
      continue;
    }
    if (last !== null) {
      hash.update(`${last}\n`);
      const [table] = parse(file, last) as BackupRow;
      rows.set(table, (rows.get(table) ?? 0) + 1);
    }
    last = line;
  }
  if (head === null || last === null) throw cutShort(file);
  const end = parse(file, last) as Partial<BackupEnd> | BackupRow;
  if (!("sha256" in end) || end.rows === undefined) throw cutShort(file);
  if (end.sha256 !== hash.digest("hex"))
    throw damaged(file, { fr: "sa somme de contrôle ne correspond pas", en: "its checksum does not match" });
  for (const [index, { name }] of head.tables.entries()) {
    if ((end.rows[name] ?? 0) !== (rows.get(index) ?? 0)) {
      throw damaged(file, { fr: `des lignes de ${name} manquent`, en: `rows of ${name} are missing` });
    }
  }
  return head;
}

/** The rows of a backup that has been checked. */
export async function* backupRows(file: string): AsyncGenerator<BackupRow> {
  let isFirst = true;
  for await (const line of linesOf(file)) {
    if (!isFirst && line.startsWith("[")) yield JSON.parse(line) as BackupRow;
    isFirst = false;
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  if (!existsSync(file)) throw new UnusableFile(file, { fr: "n’est pas là", en: "is not there" });
  const raw = createReadStream(file);
  const text = raw.pipe(createGunzip());
  raw.on("error", (error) => text.destroy(error));
  text.setEncoding("utf8");
  // By hand: a line may be longer than what a reader of lines is made for, and none may be lost at the end.
  let rest: string[] = [];
  try {
    for await (const chunk of text) {
      const [first = "", ...others] = String(chunk).split("\n");
      rest.push(first);
      for (const other of others) {
        yield rest.join("");
        rest = [other];
      }
    }
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw damaged(file, { fr: reason, en: reason });
  }
  if (rest.join("") !== "") throw cutShort(file);
}

function readHead(file: string, line: string): BackupHead {
  const head = parse(file, line) as Partial<BackupHead>;
  if (head.arpent !== "campaign-backup" || typeof head.version !== "number" || !Array.isArray(head.tables)) {
    throw new UnusableFile(file, {
      fr: "n’est pas une sauvegarde d’une campagne d’Arpent",
      en: "is not a backup of an Arpent campaign",
    });
  }
  const isLater = head.version > BACKUP_VERSION || !Object.hasOwn(MIGRATIONS, head.migration ?? "");
  if (isLater) {
    throw new UnusableFile(file, {
      fr: `vient d’une version plus récente d’Arpent (${head.program}) : prenez cette version, ou une plus récente`,
      en: `was made by a later version of Arpent (${head.program}): use that version, or a later one`,
    });
  }
  return head as BackupHead;
}

function parse(file: string, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged(file, { fr: "une ligne est illisible", en: "a line cannot be read" });
  }
}

function cutShort(file: string): UnusableFile {
  return damaged(file, { fr: "la fin manque", en: "its end is missing" });
}

function damaged(file: string, reason: Sentence): UnusableFile {
  return new UnusableFile(file, {
    fr: `n’est pas une sauvegarde entière (${reason.fr}). Rien n’a été restauré : prenez une autre copie`,
    en: `is not a whole backup (${reason.en}). Nothing was restored: use another copy`,
  });
}
