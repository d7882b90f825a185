import type { Kysely, Migration } from "kysely";
import { asOne } from "./on-both-stores.ts";

/** What is asked on an outing, and what was answered: apart from the reports of doors, and without a way back to them. */
export const surveys: Migration = {
  async up(database: Kysely<unknown>) {
    await asOne(database, async ({ schema }) => {
      await schema
        .createTable("outing_surveys")
        .ifNotExists()
        .addColumn("outing_id", "text", (column) => column.primaryKey().references("outings.id").onDelete("cascade"))
        .addColumn("survey_id", "text", (column) => column.notNull())
        .addColumn("title", "text", (column) => column.notNull())
        .addColumn("survey", "text", (column) => column.notNull())
        .execute();
      await schema
        .createTable("survey_boxes")
        .ifNotExists()
        .addColumn("outing_id", "text", (column) => column.primaryKey().references("outings.id").onDelete("cascade"))
        .addColumn("sheets", "text", (column) => column.notNull())
        .addColumn("shown", "text", (column) => column.notNull())
        .execute();
      await schema
        .createTable("survey_receipts")
        .ifNotExists()
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("outing_id", "text", (column) => column.notNull().references("outings.id").onDelete("cascade"))
        .execute();
      await schema
        .createIndex("survey_receipts_of_outing")
        .ifNotExists()
        .on("survey_receipts")
        .column("outing_id")
        .execute();
    });
  },
};
