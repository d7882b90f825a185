import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { AccountRow } from "../campaign/people-tables.ts";
import type { Limits, Role } from "../contract/people.ts";

/** An account that is not closed. */
export interface StoredAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly role: Role;
  readonly limits: Limits | null;
  /** What the codes of the second factor are computed from, sealed; null without one. */
  readonly sealedSecret: string | null;
  /** Whether the second factor is asked for: its first code was given. */
  readonly hasSecondFactor: boolean;
  readonly createdAt: string;
}

export interface AccountStore {
  /** Whether there ever was one: then everybody signs in. */
  exists(): Promise<boolean>;
  find(accountId: string): Promise<StoredAccount | null>;
  findByEmail(email: string): Promise<StoredAccount | null>;
  /** By name. */
  list(): Promise<readonly StoredAccount[]>;
  setPassword(accountId: string, passwordHash: string): Promise<void>;
  /** False, and nothing changed, when no director would be left. */
  setRole(accountId: string, role: Role, limits: Limits | null): Promise<boolean>;
  /** Null takes the second factor away, with its recovery codes. */
  offerSecondFactor(accountId: string, sealedSecret: string | null): Promise<void>;
  /** From now on codes are asked for; `recoveryHashes` stand in for them, once each. */
  confirmSecondFactor(accountId: string, at: Date, recoveryHashes: readonly string[]): Promise<void>;
  /** False when a code of this step of time, or of a later one, was used before. */
  useStep(accountId: string, step: number): Promise<boolean>;
  /** False when there is no such code any more. */
  useRecoveryCode(accountId: string, hash: string): Promise<boolean>;
  /**
   * Forgets address, password and second factor; the name stays beside what the person did. False, and nothing changed,
   * when no director would be left.
   */
  close(accountId: string, at: Date): Promise<boolean>;
}

export function createAccountStore(database: CampaignDatabase): AccountStore {
  const open = () => database.selectFrom("accounts").selectAll().where("closed_at", "is", null);
  return {
    exists: async () => (await database.selectFrom("accounts").select("id").limit(1).executeTakeFirst()) !== undefined,
    async find(accountId) {
      const row = await open().where("id", "=", accountId).executeTakeFirst();
      return row ? accountOf(row) : null;
    },
    async findByEmail(email) {
      const row = await open().where("email", "=", email).executeTakeFirst();
      return row ? accountOf(row) : null;
    },
    list: async () => (await open().orderBy("name").orderBy("id").execute()).map(accountOf),
    async setPassword(accountId, passwordHash) {
      await change(database, accountId, { password_hash: passwordHash });
    },
    setRole: (accountId, role, limits) =>
      database.transaction().execute(async (transaction) => {
        if (role !== "director" && (await isLastDirector(transaction, accountId))) return false;
        await change(transaction, accountId, { role, limits: limits === null ? null : JSON.stringify(limits) });
        return true;
      }),
    async offerSecondFactor(accountId, sealedSecret) {
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("recovery_codes").where("account_id", "=", accountId).execute();
        await change(transaction, accountId, {
          totp_secret: null,
          totp_sealed: sealedSecret,
          totp_confirmed_at: null,
        });
      });
    },
    async confirmSecondFactor(accountId, at, recoveryHashes) {
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("recovery_codes").where("account_id", "=", accountId).execute();
        const rows = recoveryHashes.map((hash) => ({ account_id: accountId, code_hash: hash }));
        if (rows.length > 0) await transaction.insertInto("recovery_codes").values(rows).execute();
        await change(transaction, accountId, { totp_confirmed_at: at.toISOString() });
      });
    },
    async useStep(accountId, step) {
      const { numUpdatedRows } = await database
        .updateTable("accounts")
        .set({ totp_last_step: step })
        .where("id", "=", accountId)
        .where((row) => row.or([row("totp_last_step", "is", null), row("totp_last_step", "<", step)]))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async useRecoveryCode(accountId, hash) {
      const { numDeletedRows } = await database
        .deleteFrom("recovery_codes")
        .where("account_id", "=", accountId)
        .where("code_hash", "=", hash)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    close: (accountId, at) =>
      database.transaction().execute(async (transaction) => {
        if (await isLastDirector(transaction, accountId)) return false;
        await transaction.deleteFrom("sessions").where("account_id", "=", accountId).execute();
        await transaction.deleteFrom("recovery_codes").where("account_id", "=", accountId).execute();
        await change(transaction, accountId, {
          closed_at: at.toISOString(),
          email: `closed ${accountId}`,
          password_hash: "",
          totp_secret: null,
          totp_sealed: null,
          totp_confirmed_at: null,
        });
        return true;
      }),
  };
}

function change(database: CampaignDatabase, accountId: string, values: Partial<AccountRow>) {
  return database.updateTable("accounts").set(values).where("id", "=", accountId).execute();
}

/**
 * Holds the rows of all directors until the transaction ends, by writing them as they are, which both stores know: of two
 * who leave at once, the second sees that the first has left.
 */
async function isLastDirector(transaction: CampaignDatabase, accountId: string): Promise<boolean> {
  const directors = await transaction
    .updateTable("accounts")
    .set((row) => ({ role: row.ref("role") }))
    .where("role", "=", "director")
    .where("closed_at", "is", null)
    .returning("id")
    .execute();
  return directors.length === 1 && directors[0]?.id === accountId;
}

export function accountOf(row: AccountRow): StoredAccount {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    passwordHash: row.password_hash,
    role: row.role as Role,
    limits: row.limits === null ? null : (JSON.parse(row.limits) as Limits),
    sealedSecret: row.totp_sealed,
    hasSecondFactor: row.totp_confirmed_at !== null,
    createdAt: row.created_at,
  };
}
