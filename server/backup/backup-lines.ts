import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { isPostgres } from "../campaign/migrations/on-both-stores.ts";
import { campaignTables, lastMigration, rowPlace } from "./backup-tables.ts";

/** Of the layout below; grows when it changes. */
export const BACKUP_VERSION = 1;

/**
 * A backup is text, packed as gzip: a line that says what it is, a line for each row, and a line that says how many there are, with
 * the SHA-256 of every line before it. Both stores write it and read it.
 */
export interface BackupHead {
  readonly arpent: "campaign-backup";
  readonly version: number;
  readonly madeAt: string;
  /** The program's, and the last change of the tables that it knew. */
  readonly program: string;
  readonly migration: string;
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
}

export interface BackupEnd {
  readonly rows: Readonly<Record<string, number>>;
  readonly sha256: string;
}

/** Place of the table, then the values in the order of its columns. */
export type BackupRow = readonly [table: number, values: readonly PortableValue[]];
export type PortableValue = string | number | null | { readonly base64: string };

/** Read at once: a plan of a large outing has some megabytes. */
const ROWS_AT_ONCE = 50;

export class EmptyCampaign extends Error {}

/** Everything of a campaign as it was at one moment, while others go on writing. Throws EmptyCampaign where there are no tables. */
export async function* backupLines(
  database: Kysely<unknown>,
  { program, now }: { readonly program: string; readonly now: Date },
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const migration = await lastMigration(database);
  if (migration === null) throw new EmptyCampaign("no tables");
  const tables = await campaignTables(database);
  const counted = (line: string) => {
    hash.update(line);
    return line;
  };
  yield counted(
    lineOf({
      arpent: "campaign-backup",
      version: BACKUP_VERSION,
      madeAt: now.toISOString(),
      program,
      migration,
      tables: tables.map(({ name, columns }) => ({ name, columns })),
    } satisfies BackupHead),
  );
  const rows: Record<string, number> = {};
  for (const [index, table] of tables.entries()) {
    rows[table.name] = 0;
    for await (const values of rowsOf(database, table.name, table.columns)) {
      rows[table.name] = (rows[table.name] ?? 0) + 1;
      yield counted(lineOf([index, values] satisfies BackupRow));
    }
  }
  yield lineOf({ rows, sha256: hash.digest("hex") } satisfies BackupEnd);
}

/** Gives one moment of the store to `use`, whatever is written meanwhile. */
export function atOneMoment<Result>(
  database: Kysely<unknown>,
  use: (moment: Kysely<unknown>) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction();
  // SQLite's own transactions read one moment, from their first look on.
  return isPostgres(database)
    ? transaction.setIsolationLevel("repeatable read").setAccessMode("read only").execute(use)
    : transaction.execute(use);
}

async function* rowsOf(
  database: Kysely<unknown>,
  table: string,
  columns: readonly string[],
): AsyncGenerator<PortableValue[]> {
  const { column, first, after, text } = rowPlace(database);
  const named = sql.join(columns.map((name) => sql.ref(name)));
  let last = first;
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`
      select ${text} as "row place", ${named} from ${sql.table(table)}
      where ${column} > ${after(last)} order by ${column} limit ${sql.lit(ROWS_AT_ONCE)}
    `.execute(database);
    for (const row of rows) yield columns.map((name) => portable(row[name], table, name));
    if (rows.length < ROWS_AT_ONCE) return;
    last = String(rows.at(-1)?.["row place"]);
  }
}

function portable(value: unknown, table: string, column: string): PortableValue {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString("base64") };
  throw new TypeError(`${table}.${column} holds a ${typeof value}, which a backup has no form for`);
}

function lineOf(value: BackupHead | BackupRow | BackupEnd): string {
  return `${JSON.stringify(value)}\n`;
}
