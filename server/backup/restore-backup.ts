import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { type Kysely, sql } from "kysely";
import { putInPlace } from "../../geodata/territory/partial-file.ts";
import type { CampaignDatabase, PostgresPlace } from "../campaign/campaign-database.ts";
import { type CampaignPlace, markOf, nameOfPlace, openAsItIs } from "../campaign/campaign-place.ts";
import { migrateToLatest } from "../campaign/migrate.ts";
import { openPostgres } from "../campaign/open-postgres.ts";
import { openSqlite, takeServerMark } from "../campaign/open-sqlite.ts";
import type { BackupHead } from "./backup-lines.ts";
import { holdsContent } from "./backup-tables.ts";
import { fillTables } from "./fill-tables.ts";
import { checkBackup } from "./read-backup.ts";

/** The campaign that is there stays as it is, until the sender says that it may go; or a server is writing it. */
export class CannotRestore extends Error {
  override readonly name = "CannotRestore";
}

type Settle = (campaign: CampaignDatabase) => Promise<void>;

export interface RestoreReport {
  readonly madeAt: string;
  readonly program: string;
  readonly rows: number;
}

/**
 * Puts a campaign back from a backup of either store. It is made whole beside the campaign that is there and takes its place in one step:
 * who kills the program finds the one of before, or the restored one. What `settle` does to it is done before that. Throws
 * UnusableFile on a backup that cannot be used, and CannotRestore.
 */
export async function restoreBackup(
  file: string,
  place: CampaignPlace,
  { replaces, settle = nothing }: { readonly replaces: boolean; readonly settle?: Settle },
): Promise<RestoreReport> {
  const head = await checkBackup(file);
  if (!replaces && (await isUsed(place))) {
    throw new CannotRestore(
      `${nameOfPlace(place)} holds a campaign already. Make a backup of it, then restore with --replace`,
    );
  }
  const rows =
    typeof place === "string"
      ? await restoreIntoFile(file, head, place, settle)
      : await restoreIntoSchema(file, head, place, settle);
  return { madeAt: head.madeAt, program: head.program, rows };
}

/** A file that is damaged holds something too. */
async function isUsed(place: CampaignPlace): Promise<boolean> {
  if (typeof place === "string" && !existsSync(place)) return false;
  const database = await openAsItIs(place);
  try {
    return await holdsContent(database);
  } catch {
    return true;
  } finally {
    await database.destroy();
  }
}

async function nothing(): Promise<void> {}

async function restoreIntoFile(file: string, head: BackupHead, path: string, settle: Settle): Promise<number> {
  mkdirSync(dirname(path), { recursive: true });
  const mark = takeServerMark(markOf(path));
  if (!mark) throw new CannotRestore("A server is writing this campaign. Stop it, then restore");
  const staged = `${path}.restoring`;
  try {
    removeFile(staged);
    const rows = await migrateAndFill(openSqlite(staged), null, file, head, settle);
    await settleLog(path);
    putInPlace(staged, path);
    return rows;
  } finally {
    removeFile(staged);
    mark.release();
  }
}

async function restoreIntoSchema(
  file: string,
  head: BackupHead,
  place: PostgresPlace,
  settle: Settle,
): Promise<number> {
  const staged = `${place.schema}_restoring`;
  const outside = (await openPostgres(place)) as unknown as Kysely<unknown>;
  const dropStaged = () => sql`drop schema if exists ${sql.id(staged)} cascade`.execute(outside);
  try {
    await dropStaged();
    const database = await openPostgres({ ...place, schema: staged });
    const rows = await migrateAndFill(database, staged, file, head, settle);
    await outside.transaction().execute(async (transaction) => {
      await sql`drop schema if exists ${sql.id(place.schema)} cascade`.execute(transaction);
      await sql`alter schema ${sql.id(staged)} rename to ${sql.id(place.schema)}`.execute(transaction);
    });
    return rows;
  } finally {
    await dropStaged();
    await outside.destroy();
  }
}

/** Tables of the backup's version are filled, and then brought up to this one as every campaign is. */
async function migrateAndFill(
  campaign: CampaignDatabase,
  schema: string | null,
  file: string,
  head: BackupHead,
  settle: Settle,
): Promise<number> {
  const database = campaign as unknown as Kysely<unknown>;
  try {
    await migrate(database, schema, head.migration);
    const rows = await fillTables(database, file, head);
    await migrate(database, schema);
    await settle(campaign);
    return rows;
  } finally {
    await database.destroy();
  }
}

async function migrate(database: Kysely<unknown>, schema: string | null, upTo?: string): Promise<void> {
  const error = await migrateToLatest(database, schema, upTo);
  if (error !== undefined) throw error;
}

/** Moves what the old file's log holds into it: a log must not be left beside a file that it does not belong to. */
async function settleLog(path: string): Promise<void> {
  try {
    if (existsSync(path)) {
      const database = openSqlite(path);
      // What was never asked anything is never closed.
      await sql`pragma wal_checkpoint(truncate)`.execute(database).finally(() => database.destroy());
    }
  } catch {
    // Damaged: there is nothing to keep of it.
  }
  for (const end of ["-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
}

function removeFile(path: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
}
