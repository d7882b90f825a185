import type { Kysely, Migration } from "kysely";
import { bytesType } from "./on-both-stores.ts";

/** What was answered to the last edits of a plan by hand, by the id that each came with. */
export const answeredEdits: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable("plan_edits")
      .ifNotExists()
      .addColumn("plan_id", "text", (column) => column.notNull().references("plans.id").onDelete("cascade"))
      .addColumn("revision", "integer", (column) => column.notNull())
      .addColumn("edit_id", "text", (column) => column.notNull())
      .addColumn("answer", bytesType(database), (column) => column.notNull())
      .addColumn("answer_text_bytes", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("plan_edits_key", ["plan_id", "revision"])
      .addUniqueConstraint("plan_edits_once", ["plan_id", "edit_id"])
      .execute();
  },
};
