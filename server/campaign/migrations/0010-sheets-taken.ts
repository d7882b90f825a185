import type { Kysely, Migration } from "kysely";
import { asOne, columnsOf } from "./on-both-stores.ts";

/**
 * When the sheets of a plan were first handed out. Nobody knows it of plans that were done before: they count as
 * handed out, so that no installation loses a step that it had made.
 */
export const sheetsTaken: Migration = {
  async up(database: Kysely<unknown>) {
    if ((await columnsOf(database, "plans")).includes("sheets_at")) return;
    await asOne(database, async (transaction) => {
      await transaction.schema.alterTable("plans").addColumn("sheets_at", "text").execute();
      await transaction
        .withTables<{ plans: { status: string; created_at: string; sheets_at: string | null } }>()
        .updateTable("plans")
        .set(({ ref }) => ({ sheets_at: ref("created_at") }))
        .where("status", "=", "done")
        .execute();
    });
  },
};
