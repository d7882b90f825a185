import type { CampaignDatabase } from "../campaign/campaign-tables.ts";

/** How often something may be tried. */
export interface AttemptLimit {
  readonly most: number;
  readonly seconds: number;
}

/** Counts attempts in the campaign's store, so that several processes, and a server that was started again, count together. */
export interface AttemptStore {
  /** Counts one more under each key. The seconds until all keys allow another, 0 when this one was allowed. */
  count(keys: readonly { readonly key: string; readonly limit: AttemptLimit }[], now: Date): Promise<number>;
  forget(key: string): Promise<void>;
  /** The attempt that was counted last was a good one. */
  forgive(key: string): Promise<void>;
  removeExpired(now: Date): Promise<void>;
}

export function createAttemptStore(database: CampaignDatabase): AttemptStore {
  /** One statement: two attempts at once are two. */
  async function countOne(key: string, { most, seconds }: AttemptLimit, now: Date): Promise<number> {
    const at = now.toISOString();
    const until = new Date(now.getTime() + seconds * 1000).toISOString();
    const row = await database
      .insertInto("attempts")
      .values({ key, count: 1, until })
      .onConflict((conflict) =>
        conflict.column("key").doUpdateSet((old) => ({
          count: old
            .case()
            .when("attempts.until", "<=", at)
            .then(1)
            .else(old("attempts.count", "+", 1))
            .end(),
          until: old.case().when("attempts.until", "<=", at).then(until).else(old.ref("attempts.until")).end(),
        })),
      )
      .returning(["count", "until"])
      .executeTakeFirstOrThrow();
    return row.count > most ? Math.max(1, Math.ceil((Date.parse(row.until) - now.getTime()) / 1000)) : 0;
  }
  return {
    async count(keys, now) {
      const waits = await Promise.all(keys.map(({ key, limit }) => countOne(key, limit, now)));
      return Math.max(0, ...waits);
    },
    async forget(key) {
      await database.deleteFrom("attempts").where("key", "=", key).execute();
    },
    async forgive(key) {
      await database
        .updateTable("attempts")
        .set((row) => ({ count: row("count", "-", 1) }))
        .where("key", "=", key)
        .where("count", ">", 0)
        .execute();
    },
    async removeExpired(now) {
      await database.deleteFrom("attempts").where("until", "<=", now.toISOString()).execute();
    },
  };
}
