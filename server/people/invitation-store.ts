import type { CampaignDatabase, CampaignTables } from "../campaign/campaign-tables.ts";
import type { Limits, Role } from "../contract/people.ts";

export interface StoredInvitation {
  readonly id: string;
  readonly role: Role;
  readonly limits: Limits | null;
  readonly name: string;
  /** Null: printed on the machine, by the server or by the command line. */
  readonly madeBy: string | null;
  readonly madeAt: string;
  readonly expiresAt: string;
}

export interface NewAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

export interface InvitationStore {
  add(invitation: StoredInvitation & { readonly tokenHash: string }): Promise<void>;
  /** Null when it was used or withdrawn, or has expired. */
  find(tokenHash: string, now: Date): Promise<StoredInvitation | null>;
  /** That can still be used, last made first, without those of the machine. */
  list(now: Date): Promise<readonly StoredInvitation[]>;
  remove(invitationId: string): Promise<boolean>;
  /**
   * Makes the account and uses the invitation up, both or neither; links that were printed on the machine are dead
   * then. "gone" when the invitation cannot be used any more, "email-taken" when another account has the address.
   */
  accept(tokenHash: string, account: NewAccount, at: Date): Promise<StoredInvitation | "gone" | "email-taken">;
}

export function createInvitationStore(database: CampaignDatabase): InvitationStore {
  const usable = (now: Date) =>
    database
      .selectFrom("invitations")
      .selectAll()
      .where("used_at", "is", null)
      .where("expires_at", ">", now.toISOString());
  return {
    async add(invitation) {
      await database
        .insertInto("invitations")
        .values({
          token_hash: invitation.tokenHash,
          id: invitation.id,
          role: invitation.role,
          limits: invitation.limits === null ? null : JSON.stringify(invitation.limits),
          name: invitation.name,
          made_by: invitation.madeBy,
          made_at: invitation.madeAt,
          expires_at: invitation.expiresAt,
          used_at: null,
        })
        .execute();
    },
    async find(tokenHash, now) {
      const row = await usable(now).where("token_hash", "=", tokenHash).executeTakeFirst();
      return row ? invitationOf(row) : null;
    },
    async list(now) {
      const rows = await usable(now)
        .where("made_by", "is not", null)
        .orderBy("made_at", "desc")
        .orderBy("id")
        .execute();
      return rows.map(invitationOf);
    },
    async remove(invitationId) {
      const { numDeletedRows } = await database
        .deleteFrom("invitations")
        .where("id", "=", invitationId)
        .where("used_at", "is", null)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async accept(tokenHash, account, at) {
      return database.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable("invitations")
          .set({ used_at: at.toISOString() })
          .where("token_hash", "=", tokenHash)
          .where("used_at", "is", null)
          .where("expires_at", ">", at.toISOString())
          .returningAll()
          .executeTakeFirst();
        if (!row) return "gone";
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto("accounts")
          .values({
            id: account.id,
            email: account.email,
            name: account.name,
            password_hash: account.passwordHash,
            role: row.role,
            limits: row.limits,
            totp_secret: null,
            totp_sealed: null,
            totp_confirmed_at: null,
            totp_last_step: null,
            created_at: at.toISOString(),
            closed_at: null,
          })
          .onConflict((conflict) => conflict.column("email").doNothing())
          .executeTakeFirst();
        if (!numInsertedOrUpdatedRows) {
          await transaction
            .updateTable("invitations")
            .set({ used_at: null })
            .where("token_hash", "=", tokenHash)
            .execute();
          return "email-taken";
        }
        await transaction.deleteFrom("invitations").where("made_by", "is", null).where("used_at", "is", null).execute();
        return invitationOf(row);
      });
    },
  };
}

function invitationOf(row: CampaignTables["invitations"]): StoredInvitation {
  return {
    id: row.id,
    role: row.role as Role,
    limits: row.limits === null ? null : (JSON.parse(row.limits) as Limits),
    name: row.name,
    madeBy: row.made_by,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
  };
}
