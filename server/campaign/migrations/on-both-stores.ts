import { type ColumnDataType, type Kysely, PostgresAdapter, type Transaction } from "kysely";

/** Bytes, as the store calls them. */
export function bytesType(database: Kysely<unknown>): ColumnDataType {
  return isPostgres(database) ? "bytea" : "blob";
}

export function isPostgres(database: Pick<Kysely<unknown>, "getExecutor">): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter;
}

/** All of it or nothing: a process killed here leaves the tables of before, or those of after. */
export function asOne(
  database: Kysely<unknown>,
  change: (database: Transaction<unknown>) => Promise<void>,
): Promise<void> {
  // On PostgreSQL every migration is in a transaction already.
  if (database.isTransaction) return change(database as Transaction<unknown>);
  return database.transaction().execute(change);
}

/** Names of the columns of a table of this campaign; empty when there is no such table. */
export async function columnsOf(database: Kysely<unknown>, table: string): Promise<readonly string[]> {
  const tables = await database.introspection.getTables();
  return tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
}
