import { type Kysely, Migrator, sql } from "kysely";
import { MIGRATIONS } from "./migrations/migrations.ts";

/**
 * Brings the tables of a campaign up to this version of the program, or to the named migration. Several processes may
 * begin at once: one does it, the others wait. What went wrong comes back; nothing is half done by it.
 */
// biome-ignore lint/suspicious/noExplicitAny: the tables are what they are before and after
export async function migrateToLatest(database: Kysely<any>, schema: string | null, upTo?: string): Promise<unknown> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => MIGRATIONS },
    ...(schema === null ? {} : { migrationTableSchema: schema }),
  });
  const { error } = upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
  return error;
}

export interface MigrationState {
  readonly name: string;
  /** Null when it is still to be done. */
  readonly executedAt: string | null;
}

/** Every migration that this version knows, and every one that the tables have been through. Changes nothing. */
export async function migrationStates(database: Kysely<unknown>): Promise<readonly MigrationState[]> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  const isKept = tables.some(({ name }) => name === "kysely_migration");
  const { rows } = isKept
    ? await sql<{ name: string; timestamp: string }>`select name, timestamp from kysely_migration`.execute(database)
    : { rows: [] };
  const executed = new Map(rows.map(({ name, timestamp }) => [name, timestamp]));
  return [...new Set([...Object.keys(MIGRATIONS), ...executed.keys()])]
    .sort()
    .map((name) => ({ name, executedAt: executed.get(name) ?? null }));
}
