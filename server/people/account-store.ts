import type { CampaignDatabase, CampaignTables } from "../campaign/campaign-tables.ts";
import type { Limits, Role } from "../contract/people.ts";

/** An account that is not closed. */
export interface StoredAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly role: Role;
  readonly limits: Limits | null;
  /** Base32; null without a second factor. */
  readonly totpSecret: string | null;
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
  directors(): Promise<number>;
  setPassword(accountId: string, passwordHash: string): Promise<void>;
  setRole(accountId: string, role: Role, limits: Limits | null): Promise<void>;
  /** Null takes the second factor away, with its recovery codes. */
  offerSecondFactor(accountId: string, secret: string | null): Promise<void>;
  /** From now on codes are asked for; `recoveryHashes` stand in for them, once each. */
  confirmSecondFactor(accountId: string, at: Date, recoveryHashes: readonly string[]): Promise<void>;
  /** False when a code of this step of time, or of a later one, was used before. */
  useStep(accountId: string, step: number): Promise<boolean>;
  /** False when there is no such code any more. */
  useRecoveryCode(accountId: string, hash: string): Promise<boolean>;
  /** Forgets address, password and second factor; the name stays beside what the person did. */
  close(accountId: string, at: Date): Promise<void>;
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
    directors: async () => (await open().where("role", "=", "director").execute()).length,
    async setPassword(accountId, passwordHash) {
      await change(accountId, { password_hash: passwordHash });
    },
    async setRole(accountId, role, limits) {
      await change(accountId, { role, limits: limits === null ? null : JSON.stringify(limits) });
    },
    async offerSecondFactor(accountId, secret) {
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("recovery_codes").where("account_id", "=", accountId).execute();
        await transaction
          .updateTable("accounts")
          .set({ totp_secret: secret, totp_confirmed_at: null })
          .where("id", "=", accountId)
          .execute();
      });
    },
    async confirmSecondFactor(accountId, at, recoveryHashes) {
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("recovery_codes").where("account_id", "=", accountId).execute();
        const rows = recoveryHashes.map((hash) => ({ account_id: accountId, code_hash: hash }));
        if (rows.length > 0) await transaction.insertInto("recovery_codes").values(rows).execute();
        await transaction
          .updateTable("accounts")
          .set({ totp_confirmed_at: at.toISOString() })
          .where("id", "=", accountId)
          .execute();
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
    async close(accountId, at) {
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("sessions").where("account_id", "=", accountId).execute();
        await transaction.deleteFrom("recovery_codes").where("account_id", "=", accountId).execute();
        await transaction
          .updateTable("accounts")
          .set({
            closed_at: at.toISOString(),
            email: `closed ${accountId}`,
            password_hash: "",
            totp_secret: null,
            totp_confirmed_at: null,
          })
          .where("id", "=", accountId)
          .execute();
      });
    },
  };

  function change(accountId: string, values: Partial<CampaignTables["accounts"]>) {
    return database.updateTable("accounts").set(values).where("id", "=", accountId).execute();
  }
}

type AccountRow = CampaignTables["accounts"];

export function accountOf(row: AccountRow): StoredAccount {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    passwordHash: row.password_hash,
    role: row.role as Role,
    limits: row.limits === null ? null : (JSON.parse(row.limits) as Limits),
    totpSecret: row.totp_secret,
    hasSecondFactor: row.totp_confirmed_at !== null,
    createdAt: row.created_at,
  };
}
