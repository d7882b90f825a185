import type { Kysely, Migration } from "kysely";
import { asOne, columnsOf } from "./on-both-stores.ts";

type Before = {
  choices: { territory_name: string; choice: string; updated_at: string };
};
type After = Before & {
  choice_versions: {
    territory_name: string;
    version: number;
    name: string;
    choice: string;
    counts: string;
    kind: string;
    begun_at: string;
    saved_at: string;
  };
};

/** Every saved choice is kept. What was the only one becomes the first version. */
export const choiceVersions: Migration = {
  async up(database: Kysely<unknown>) {
    await asOne(database, async (transaction) => {
      await transaction.schema
        .createTable("choice_versions")
        .ifNotExists()
        .addColumn("territory_name", "text", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("choice", "text", (column) => column.notNull())
        .addColumn("counts", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("restored_from", "integer")
        .addColumn("editor", "text")
        .addColumn("begun_at", "text", (column) => column.notNull())
        .addColumn("saved_at", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("choice_versions_key", ["territory_name", "version"])
        .execute();
      if ((await columnsOf(transaction, "choices")).length === 0) return;
      await carryOver(transaction.withTables<After>());
      await transaction.schema.dropTable("choices").execute();
    });
  },
};

async function carryOver(database: Kysely<After>): Promise<void> {
  for (const { territory_name, choice, updated_at } of await database.selectFrom("choices").selectAll().execute()) {
    const { name, sides } = JSON.parse(choice) as { name: string; sides: Record<string, string> };
    await database
      .insertInto("choice_versions")
      .values({
        territory_name,
        version: 1,
        name,
        choice,
        counts: JSON.stringify(countBySide(Object.values(sides))),
        kind: "edit",
        begun_at: updated_at,
        saved_at: updated_at,
      })
      .execute();
  }
}

/** Written out here, because a migration stays as it was while the program's own words move on. */
function countBySide(sides: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { ours: 0, near: 0, neutral: 0, far: 0, hostile: 0 };
  for (const side of sides) counts[side] = (counts[side] ?? 0) + 1;
  return counts;
}
