import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { SessionRow } from "../campaign/people-tables.ts";
import { accountOf, type StoredAccount } from "./account-store.ts";

/** Somebody who is signed in on one device. */
export interface StoredSession {
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly expiresAt: string;
  readonly device: string;
}

export interface SessionStore {
  add(session: StoredSession & { readonly tokenHash: string }): Promise<void>;
  /** With its account, as both are now; null for sessions of closed accounts. */
  find(tokenHash: string): Promise<{ readonly session: StoredSession; readonly account: StoredAccount } | null>;
  /** The session of this id, whoever holds its token. */
  exists(sessionId: string): Promise<boolean>;
  seen(sessionId: string, at: Date): Promise<void>;
  /** Last seen first; of all accounts with null. */
  list(accountId: string | null): Promise<readonly StoredSession[]>;
  /** False when the account has no such session. */
  remove(accountId: string, sessionId: string): Promise<boolean>;
  /** All of an account, but for one. Gives how many there were. */
  removeOthers(accountId: string, keptId: string | null): Promise<number>;
  removeExpired(now: Date): Promise<void>;
}

export function createSessionStore(database: CampaignDatabase): SessionStore {
  const columns = ["id", "account_id", "created_at", "seen_at", "expires_at", "device"] as const;
  return {
    async add(session) {
      await database
        .insertInto("sessions")
        .values({
          token_hash: session.tokenHash,
          id: session.id,
          account_id: session.accountId,
          created_at: session.createdAt,
          seen_at: session.seenAt,
          expires_at: session.expiresAt,
          device: session.device,
        })
        .execute();
    },
    async find(tokenHash) {
      const row = await database
        .selectFrom("sessions")
        .select(columns)
        .where("token_hash", "=", tokenHash)
        .executeTakeFirst();
      if (!row) return null;
      const account = await database
        .selectFrom("accounts")
        .selectAll()
        .where("id", "=", row.account_id)
        .where("closed_at", "is", null)
        .executeTakeFirst();
      return account ? { session: sessionOf(row), account: accountOf(account) } : null;
    },
    exists: async (sessionId) =>
      (await database.selectFrom("sessions").select("id").where("id", "=", sessionId).executeTakeFirst()) !== undefined,
    async seen(sessionId, at) {
      await database.updateTable("sessions").set({ seen_at: at.toISOString() }).where("id", "=", sessionId).execute();
    },
    async list(accountId) {
      const all = database.selectFrom("sessions").select(columns).orderBy("seen_at", "desc").orderBy("id");
      const rows = await (accountId === null ? all : all.where("account_id", "=", accountId)).execute();
      return rows.map(sessionOf);
    },
    async remove(accountId, sessionId) {
      const { numDeletedRows } = await database
        .deleteFrom("sessions")
        .where("account_id", "=", accountId)
        .where("id", "=", sessionId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async removeOthers(accountId, keptId) {
      const all = database.deleteFrom("sessions").where("account_id", "=", accountId);
      const { numDeletedRows } = await (keptId === null ? all : all.where("id", "!=", keptId)).executeTakeFirst();
      return Number(numDeletedRows);
    },
    async removeExpired(now) {
      await database.deleteFrom("sessions").where("expires_at", "<=", now.toISOString()).execute();
    },
  };
}

function sessionOf(row: Omit<SessionRow, "token_hash">): StoredSession {
  return {
    id: row.id,
    accountId: row.account_id,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    device: row.device,
  };
}
