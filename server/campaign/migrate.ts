import { type Kysely, Migrator } from "kysely";
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
