import type { Kysely, Migration } from "kysely";
import { asOne } from "./on-both-stores.ts";

/** Persons who gave their details, with what they agreed to, in which words, and where copies of them went. */
export const contacts: Migration = {
  async up(database: Kysely<unknown>) {
    await asOne(database, async ({ schema }) => {
      await schema
        .createTable("contacts")
        .ifNotExists()
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("event_id", "text", (column) => column.unique())
        .addColumn("first_name", "text", (column) => column.notNull())
        .addColumn("last_name", "text", (column) => column.notNull())
        .addColumn("email", "text")
        .addColumn("phone", "text")
        .addColumn("postcode", "text")
        .addColumn("collected_by", "text", (column) => column.notNull())
        .addColumn("source", "text", (column) => column.notNull())
        .addColumn("collected_at", "text", (column) => column.notNull())
        .addColumn("purge_after", "text", (column) => column.notNull())
        .execute();
      await schema
        .createTable("consents")
        .ifNotExists()
        .addColumn("contact_id", "text", (column) => column.notNull().references("contacts.id").onDelete("cascade"))
        .addColumn("purpose", "text", (column) => column.notNull())
        .addColumn("channel", "text", (column) => column.notNull())
        .addColumn("text_version", "text", (column) => column.notNull())
        .addColumn("given_at", "text", (column) => column.notNull())
        .addColumn("withdrawn_at", "text")
        .addPrimaryKeyConstraint("consents_key", ["contact_id", "purpose", "channel"])
        .execute();
      await schema
        .createTable("suppressions")
        .ifNotExists()
        .addColumn("channel", "text", (column) => column.notNull())
        .addColumn("address_hash", "text", (column) => column.notNull())
        .addColumn("at", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("suppressions_key", ["channel", "address_hash"])
        .execute();
      await schema
        .createTable("exports")
        .ifNotExists()
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("made_by", "text")
        .addColumn("made_at", "text", (column) => column.notNull())
        .addColumn("contact_ids", "text", (column) => column.notNull())
        .execute();
    });
  },
};
