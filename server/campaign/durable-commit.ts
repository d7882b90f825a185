import { sql } from "kysely";
import type { CampaignDatabase } from "./campaign-tables.ts";
import { isPostgres } from "./migrations/on-both-stores.ts";

/**
 * Makes one change as a whole, and resolves once the disk holds it: what is acknowledged after that outlives a power cut.
 * Throws what the change threw, or what the store said, and then nothing of it is kept.
 *
 * On SQLite it waits for its turn at the only connection of the process, whose commits otherwise leave the disk its time.
 * A second connection would wait here, with the whole thread, for a lock that only this thread can give back.
 */
export function commitDurably<Result>(
  database: CampaignDatabase,
  change: (transaction: CampaignDatabase) => Promise<Result>,
): Promise<Result> {
  return isPostgres(database)
    ? database.connection().execute((connection) => asTransaction(connection, sql`begin`, change))
    : database.connection().execute(async (connection) => {
        await sql`pragma synchronous = full`.execute(connection);
        try {
          return await asTransaction(connection, sql`begin immediate`, change);
        } finally {
          await sql`pragma synchronous = normal`.execute(connection);
        }
      });
}

/** The fault that began it all is told: a full disk has ended the transaction already, and undoing it then fails as well. */
async function asTransaction<Result>(
  connection: CampaignDatabase,
  begin: ReturnType<typeof sql>,
  change: (transaction: CampaignDatabase) => Promise<Result>,
): Promise<Result> {
  await begin.execute(connection);
  try {
    const result = await change(connection);
    await sql`commit`.execute(connection);
    return result;
  } catch (error) {
    await sql`rollback`.execute(connection).catch(() => {});
    throw error;
  }
}
