import { type Kysely, sql, type TableMetadata } from "kysely";
import { migrationStates } from "../campaign/migrate.ts";
import { isPostgres } from "../campaign/migrations/on-both-stores.ts";

/** A table as it is in a store, whatever its version. */
export interface BackedUpTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The column that numbers its rows by itself. */
  readonly numbered: string | null;
}

/** Tables that others refer to come first, so that each row finds what it refers to. What is not named here refers to nothing. */
const FIRST_TO_LAST = ["plans", "zonings", "zones", "accounts", "outings", "outing_routes", "contacts"];

/** Every table of a campaign, in the order in which they can be filled. */
export async function campaignTables(database: Kysely<unknown>): Promise<readonly BackedUpTable[]> {
  const tables = await database.introspection.getTables();
  return tables
    .filter(({ isView }) => !isView)
    .map(described)
    .sort((one, other) => place(one.name) - place(other.name) || (one.name < other.name ? -1 : 1));
}

/** The last migration that the tables have been through; null where there are none. */
export async function lastMigration(database: Kysely<unknown>): Promise<string | null> {
  const done = (await migrationStates(database)).filter(({ executedAt }) => executedAt !== null);
  return done.at(-1)?.name ?? null;
}

/** Whether any table has a row. */
export async function holdsContent(database: Kysely<unknown>): Promise<boolean> {
  for (const { name } of await campaignTables(database)) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(database);
    if (rows.length > 0) return true;
  }
  return false;
}

/** Where rows lie in the file or the table: what pages of rows go by, of any table. */
export function rowPlace(database: Kysely<unknown>) {
  return isPostgres(database)
    ? {
        column: sql.raw("ctid"),
        first: "(0,0)",
        after: (text: string) => sql`${text}::tid`,
        text: sql.raw("ctid::text"),
      }
    : {
        column: sql.raw("rowid"),
        first: "-9223372036854775808",
        after: (text: string) => sql`cast(${text} as integer)`,
        text: sql.raw("cast(rowid as text)"),
      };
}

function described({ name, columns }: TableMetadata): BackedUpTable {
  return {
    name,
    columns: columns.map((column) => column.name),
    numbered: columns.find((column) => column.isAutoIncrementing)?.name ?? null,
  };
}

function place(name: string): number {
  const found = FIRST_TO_LAST.indexOf(name);
  return found < 0 ? FIRST_TO_LAST.length : found;
}
