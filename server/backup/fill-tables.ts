import { type Kysely, sql } from "kysely";
import { UnusableFile } from "../../geodata/readers/source-rows.ts";
import { isPostgres } from "../campaign/migrations/on-both-stores.ts";
import type { BackupHead, PortableValue } from "./backup-lines.ts";
import { type BackedUpTable, campaignTables } from "./backup-tables.ts";
import { backupRows } from "./read-backup.ts";

/** Of one statement: SQLite takes 32,766 values. */
const MOST_VALUES = 20_000;
const MOST_LETTERS = 4_000_000;

/** Fills empty tables with the rows of a backup that has been checked: all of them or none. Gives how many there were. */
export async function fillTables(database: Kysely<unknown>, file: string, head: BackupHead): Promise<number> {
  const tables = new Map((await campaignTables(database)).map((table) => [table.name, table]));
  for (const { name, columns } of head.tables) checkTable(file, name, columns, tables.get(name));
  return database.transaction().execute(async (transaction) => {
    let count = 0;
    let table = -1;
    let waiting: (readonly PortableValue[])[] = [];
    let letters = 0;
    const write = async () => {
      const described = head.tables[table];
      if (described && waiting.length > 0) await insert(transaction, described.name, described.columns, waiting);
      count += waiting.length;
      waiting = [];
      letters = 0;
    };
    for await (const [index, values] of backupRows(file)) {
      const isFull = (waiting.length + 1) * values.length > MOST_VALUES || letters > MOST_LETTERS;
      if (index !== table || isFull) await write();
      table = index;
      waiting.push(values);
      letters += values.reduce<number>((sum, value) => sum + lettersOf(value), 0);
    }
    await write();
    if (isPostgres(database)) await countOn(transaction, [...tables.values()]);
    return count;
  });
}

function checkTable(file: string, name: string, columns: readonly string[], table: BackedUpTable | undefined): void {
  const missing = table ? columns.filter((column) => !table.columns.includes(column)) : columns;
  if (missing.length === 0) return;
  const unknown = `${name} (${missing.join(", ")})`;
  throw new UnusableFile(file, {
    fr: `contient ce que cette version d’Arpent ne connaît pas : ${unknown}`,
    en: `has what this version of Arpent does not know: ${unknown}`,
  });
}

async function insert(
  database: Kysely<unknown>,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly PortableValue[])[],
): Promise<void> {
  const named = sql.join(columns.map((column) => sql.ref(column)));
  const listed = sql.join(rows.map((values) => sql`(${sql.join(values.map(stored))})`));
  await sql`insert into ${sql.table(table)} (${named}) values ${listed}`.execute(database);
}

function stored(value: PortableValue): string | number | null | Buffer {
  return value !== null && typeof value === "object" ? Buffer.from(value.base64, "base64") : value;
}

function lettersOf(value: PortableValue): number {
  if (typeof value === "string") return value.length;
  return value !== null && typeof value === "object" ? value.base64.length : 8;
}

/** PostgreSQL numbers the next row from where the restored ones end. */
async function countOn(database: Kysely<unknown>, tables: readonly BackedUpTable[]): Promise<void> {
  for (const { name, numbered } of tables) {
    if (numbered === null) continue;
    await sql`
      select setval(pg_get_serial_sequence(${name}, ${numbered}), max(${sql.ref(numbered)}))
      from ${sql.table(name)} having max(${sql.ref(numbered)}) is not null
    `.execute(database);
  }
}
