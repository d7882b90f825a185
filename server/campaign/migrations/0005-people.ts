import type { Kysely, Migration } from "kysely";
import { asOne, columnsOf, isPostgres } from "./on-both-stores.ts";

/** Who may work in the campaign, and what was looked at and changed of what concerns persons. */
export const people: Migration = {
  async up(database: Kysely<unknown>) {
    await asOne(database, async (transaction) => {
      const { schema } = transaction;
      await schema
        .createTable("settings")
        .ifNotExists()
        .addColumn("key", "text", (column) => column.primaryKey())
        .addColumn("value", "text", (column) => column.notNull())
        .execute();
      await schema
        .createTable("accounts")
        .ifNotExists()
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("email", "text", (column) => column.notNull().unique())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("password_hash", "text", (column) => column.notNull())
        .addColumn("role", "text", (column) => column.notNull())
        .addColumn("limits", "text")
        .addColumn("totp_secret", "text")
        .addColumn("totp_confirmed_at", "text")
        .addColumn("totp_last_step", "integer")
        .addColumn("created_at", "text", (column) => column.notNull())
        .addColumn("closed_at", "text")
        .execute();
      await schema
        .createTable("sessions")
        .ifNotExists()
        .addColumn("token_hash", "text", (column) => column.primaryKey())
        .addColumn("id", "text", (column) => column.notNull().unique())
        .addColumn("account_id", "text", (column) => column.notNull().references("accounts.id").onDelete("cascade"))
        .addColumn("created_at", "text", (column) => column.notNull())
        .addColumn("seen_at", "text", (column) => column.notNull())
        .addColumn("expires_at", "text", (column) => column.notNull())
        .addColumn("device", "text", (column) => column.notNull())
        .execute();
      await schema.createIndex("sessions_of_account").ifNotExists().on("sessions").column("account_id").execute();
      await schema
        .createTable("recovery_codes")
        .ifNotExists()
        .addColumn("account_id", "text", (column) => column.notNull().references("accounts.id").onDelete("cascade"))
        .addColumn("code_hash", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("recovery_codes_key", ["account_id", "code_hash"])
        .execute();
      await schema
        .createTable("attempts")
        .ifNotExists()
        .addColumn("key", "text", (column) => column.primaryKey())
        .addColumn("count", "integer", (column) => column.notNull())
        .addColumn("until", "text", (column) => column.notNull())
        .execute();
      await schema
        .createTable("invitations")
        .ifNotExists()
        .addColumn("token_hash", "text", (column) => column.primaryKey())
        .addColumn("id", "text", (column) => column.notNull().unique())
        .addColumn("role", "text", (column) => column.notNull())
        .addColumn("limits", "text")
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("made_by", "text")
        .addColumn("made_at", "text", (column) => column.notNull())
        .addColumn("expires_at", "text", (column) => column.notNull())
        .addColumn("used_at", "text")
        .execute();
      const grows = isPostgres(database) ? "serial" : "integer";
      await schema
        .createTable("audit_entries")
        .ifNotExists()
        .addColumn("sequence", grows, (column) => column.primaryKey())
        .addColumn("at", "text", (column) => column.notNull())
        .addColumn("account_id", "text")
        .addColumn("actor", "text", (column) => column.notNull())
        .addColumn("action", "text", (column) => column.notNull())
        .addColumn("subject_kind", "text", (column) => column.notNull())
        .addColumn("subject_id", "text")
        .addColumn("details", "text", (column) => column.notNull())
        .execute();
      await schema.createIndex("audit_entries_by_time").ifNotExists().on("audit_entries").column("at").execute();
      // Who made a plan or drew zones, and on which of several server processes a plan is being made.
      const added = [
        ["plans", "made_by"],
        ["plans", "program_id"],
        ["zonings", "made_by"],
      ] as const;
      for (const [table, column] of added) {
        const known = await columnsOf(transaction, table);
        if (!known.includes(column)) await schema.alterTable(table).addColumn(column, "text").execute();
      }
    });
  },
};
