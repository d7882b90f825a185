import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { UnusableFile } from "../../geodata/readers/source-rows.ts";
import type { CampaignDatabase } from "./campaign-tables.ts";

/** Opens a campaign's file, makes it when missing. Throws UnusableFile when it is something else, or damaged. */
export function openSqlite(path: string): CampaignDatabase {
  return new Kysely({ dialect: new SqliteDialect({ database: openFile(path) }) });
}

/** To be read while others write, of whichever version; nothing of it is changed. Throws UnusableFile when it is something else. */
export function openSqliteToRead(path: string): CampaignDatabase {
  const file = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    file.pragma("schema_version");
  } catch (error) {
    file.close();
    if (error instanceof Database.SqliteError)
      throw new UnusableFile(path, {
        fr: `n’est pas une campagne d’Arpent (${error.code})`,
        en: `is not a campaign of Arpent (${error.code})`,
      });
    throw error;
  }
  return new Kysely({ dialect: new SqliteDialect({ database: file }) });
}

function openFile(path: string): Database.Database {
  const file = new Database(path, { timeout: 5000 });
  try {
    file.pragma("journal_mode = WAL");
    file.pragma("synchronous = NORMAL");
    file.pragma("foreign_keys = ON");
    // Moving the log into the file waits for the disk: at start and at close, and else only when it has grown large.
    file.pragma("wal_checkpoint(TRUNCATE)");
    file.pragma("wal_autocheckpoint = 10000");
    return file;
  } catch (error) {
    file.close();
    if (!(error instanceof Database.SqliteError)) throw error;
    throw new UnusableFile(path, {
      fr: `n’est pas une campagne d’Arpent, ou est abîmé (${error.code}). Déplacez-le pour repartir de zéro`,
      en: `is not a campaign of Arpent, or is damaged (${error.code}). Move it away to start anew`,
    });
  }
}

/**
 * Takes the mark that says "a server writes this campaign", and holds it until released or the process ends in any
 * way. Null when another server holds it.
 */
export function takeServerMark(path: string): { release(): void } | null {
  const mark = new Database(path, { timeout: 0 });
  try {
    mark.pragma("locking_mode = EXCLUSIVE");
    mark.exec("BEGIN EXCLUSIVE");
    return { release: () => void mark.close() };
  } catch (error) {
    mark.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) return null;
    throw error;
  }
}
