import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export interface PostgresPatience {
  /** A connection in use for so long is doubted: is PostgreSQL still there? */
  readonly doubtMs: number;
  /** How long it has to answer that on a new connection. */
  readonly answerMs: number;
  /** PostgreSQL lets go of what a process holds that says nothing in a transaction for so long, as one does that is gone. */
  readonly idleTransactionMs: number;
}

/**
 * Ends connections that wait for a PostgreSQL that does not answer. A network that loses packets breaks no connection:
 * who waits there would wait for as long as the system resends, a quarter of an hour. So while somebody uses a connection
 * for long, a new one asks whether PostgreSQL is there. A slow answer to a hard question is waited for; where there is
 * none at all, everybody who waits is told that the connection is terminated, and the next ones begin anew.
 */
export function watchPostgres(pool: pg.Pool, config: pg.ClientConfig, { doubtMs, answerMs }: PostgresPatience): void {
  const inUse = new Map<pg.PoolClient, number>();
  let isWatching = false;

  async function watch(): Promise<void> {
    isWatching = true;
    while (inUse.size > 0) {
      await pause(doubtMs, undefined, { ref: false });
      const doubted = [...inUse].filter(([, since]) => performance.now() - since >= doubtMs).map(([client]) => client);
      if (doubted.length === 0 || (await answers(config, answerMs))) continue;
      // Those that were given back meanwhile were answered.
      for (const client of doubted) if (inUse.has(client)) void client.end().catch(() => {});
    }
    isWatching = false;
  }

  pool.on("acquire", (client) => {
    inUse.set(client, performance.now());
    if (!isWatching) void watch();
  });
  pool.on("release", (_, client) => void inUse.delete(client));
}

async function answers(config: pg.ClientConfig, answerMs: number): Promise<boolean> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: answerMs, query_timeout: answerMs });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch (error) {
    // "Too many connections", "starting up": it is there.
    return error instanceof pg.DatabaseError;
  } finally {
    // Its goodbye may never be answered either.
    void client.end().catch(() => {});
  }
}
