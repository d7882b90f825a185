import { type Kysely, type Migration, sql } from "kysely";
import { asOne, bytesType, columnsOf } from "./on-both-stores.ts";

/**
 * Plans edited by hand: a plan is kept as it was made, and beside it what is different now. Every arrangement that it has
 * had is kept, so that undoing has no end.
 */
export const planEdits: Migration = {
  async up(database: Kysely<unknown>) {
    await asOne(database, async (transaction) => {
      const known = await columnsOf(transaction, "plans");
      for (const column of ["revision", "position", "last_position"].filter((name) => !known.includes(name))) {
        await transaction.schema
          .alterTable("plans")
          .addColumn(column, "integer", (added) => added.notNull().defaultTo(sql`0`))
          .execute();
      }
      for (const column of ["head", "edit_choice"].filter((name) => !known.includes(name))) {
        await transaction.schema.alterTable("plans").addColumn(column, "text").execute();
      }
      await transaction.schema
        .createTable("plan_arrangements")
        .ifNotExists()
        .addColumn("plan_id", "text", (column) => column.notNull().references("plans.id").onDelete("cascade"))
        .addColumn("position", "integer", (column) => column.notNull())
        .addColumn("edit", "text", (column) => column.notNull())
        .addColumn("arrangement", bytesType(database), (column) => column.notNull())
        .addColumn("arrangement_text_bytes", "integer", (column) => column.notNull())
        .addColumn("made_at", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("plan_arrangements_key", ["plan_id", "position"])
        .execute();
    });
  },
};
