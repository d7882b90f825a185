import { Kysely } from "kysely";
import pg from "pg";
import type { PostgresPlace } from "./campaign-database.ts";
import type { CampaignDatabase } from "./campaign-tables.ts";
import { OneSchemaDialect } from "./one-schema-dialect.ts";
import { type PostgresPatience, watchPostgres } from "./watch-postgres.ts";

const SCHEMA = /^[a-z][a-z0-9_]{0,50}$/;
const MOST_CONNECTIONS = 10;
/** A server that is gone is said to be gone; phones keep what they have and come back. */
const CONNECT_MS = 5000;
const STATEMENT_MS = 30_000;
/** Waiting for a row that somebody else writes. */
const LOCK_MS = 10_000;
/** A connection on which nothing is said is tried after so long: a firewall may have forgotten it. */
const KEEP_ALIVE_MS = 10_000;
/** Twice five seconds, and who waits is told: phones wait for thirty. */
const PATIENCE: PostgresPatience = { doubtMs: 5000, answerMs: CONNECT_MS, idleTransactionMs: 20_000 };
const BIGINT = 20;

/** Opens a campaign's schema, makes it when missing. Throws what PostgreSQL says when it cannot be reached. */
export async function openPostgres(place: PostgresPlace, patience = PATIENCE): Promise<CampaignDatabase> {
  const { schema } = place;
  const pool = new pg.Pool({
    ...connection(place),
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: patience.answerMs,
    statement_timeout: STATEMENT_MS,
    lock_timeout: LOCK_MS,
    idle_in_transaction_session_timeout: patience.idleTransactionMs,
  });
  watchPostgres(pool, connection(place), patience);
  // A connection that breaks while nobody uses it: the pool makes another; without a listener the process would end.
  pool.on("error", () => {});
  try {
    await pool.query(`CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(schema)}`);
  } catch (error) {
    // Two processes that make the same schema at once: one of them is told that it exists (23505, 42P06).
    if (!(error instanceof pg.DatabaseError && ["23505", "42P06"].includes(error.code ?? ""))) {
      await pool.end();
      throw error;
    }
  }
  return new Kysely({ dialect: new OneSchemaDialect({ pool }) });
}

/** How every connection to a campaign begins. Throws RangeError when the schema's name could be anything else. */
export function connection({ url, schema }: PostgresPlace): pg.ClientConfig {
  if (!SCHEMA.test(schema)) throw new RangeError(`“${schema}” is not a schema: a to z, 0 to 9 and _ are expected`);
  return {
    connectionString: url,
    options: `-c search_path=${schema}`,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    application_name: "arpent",
    types: { getTypeParser: parserOf },
  };
}

/** Counts come as 64-bit numbers, which pg hands over as text; no count of ours is beyond 2^53. */
function parserOf(type: number, format?: "text" | "binary") {
  return type === BIGINT ? Number : pg.types.getTypeParser(type, format as "text");
}
