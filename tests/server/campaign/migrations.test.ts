import { type Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { campaignTables } from "../../../server/backup/backup-tables.ts";
import { type CampaignPlace, schemaOf } from "../../../server/campaign/campaign-place.ts";
import { migrateToLatest, migrationStates } from "../../../server/campaign/migrate.ts";
import { MIGRATIONS } from "../../../server/campaign/migrations/migrations.ts";
import { openPostgres } from "../../../server/campaign/open-postgres.ts";
import { openSqlite } from "../../../server/campaign/open-sqlite.ts";
import { STORES } from "../../fixtures/campaign-stores.ts";
import { fillEveryTable } from "../../fixtures/full-campaign.ts";

const NAMES = Object.keys(MIGRATIONS);
const CHOICE = { name: "Ours", sides: { a: "ours" } };

async function openUnmigrated(place: CampaignPlace): Promise<Kysely<unknown>> {
  return (typeof place === "string" ? openSqlite(place) : await openPostgres(place)) as unknown as Kysely<unknown>;
}

async function rowsByTable(database: Kysely<unknown>) {
  const tables = await campaignTables(database);
  return new Map(
    await Promise.all(
      tables.map(async ({ name, columns }) => {
        const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(database);
        return [name, { columns, rows }] as const;
      }),
    ),
  );
}

describe.each(STORES)("what brings a campaign up to this version, on $store", ({ newPlace }) => {
  it.each(NAMES.slice(1).map((name, index) => [NAMES[index] ?? "", name]))(
    "keeps every row of the tables of %s, through %s and all that follow",
    async (before) => {
      const { place, leave } = await newPlace();
      const database = await openUnmigrated(place);
      const schema = schemaOf(place);
      expect(await migrateToLatest(database, schema, before)).toBeUndefined();
      await fillEveryTable(database);
      // The one table whose rows move to another: what they hold is read on the way.
      if (before === NAMES[0]) await sql`update choices set choice = ${JSON.stringify(CHOICE)}`.execute(database);
      const old = await rowsByTable(database);

      expect(await migrateToLatest(database, schema)).toBeUndefined();

      const now = await rowsByTable(database);
      for (const [name, { columns, rows }] of old) {
        if (name === "choices") continue;
        const kept = now
          .get(name)
          ?.rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
        expect([name, kept]).toEqual([name, rows.map((row) => ({ ...row }))]);
      }
      const versions = now.get("choice_versions")?.rows.length;
      expect(versions).toBe(3);
      expect((await migrationStates(database)).every(({ executedAt }) => executedAt !== null)).toBe(true);
      await database.destroy();
      await leave();
    },
  );

  it("takes the sheets of plans that were done before as handed out, and of no others", async () => {
    const { place, leave } = await newPlace();
    const database = await openUnmigrated(place);
    await migrateToLatest(database, schemaOf(place), "0009-sealed-secrets");
    await fillEveryTable(database, 2);
    await sql`update plans set status = 'done' where id = 'id-1'`.execute(database);

    await migrateToLatest(database, schemaOf(place));

    const { rows } = await sql`select id, sheets_at = created_at as is_taken from plans order by id`.execute(database);
    expect(rows.map((row) => Object.values(row as object))).toEqual([
      ["id-1", expect.toSatisfy(Boolean)],
      ["id-2", null],
    ]);
    await database.destroy();
    await leave();
  });
});
