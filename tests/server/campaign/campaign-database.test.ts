import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Kysely, Migrator, SqliteDialect, sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { createChoiceStore, type NewChoice } from "../../../server/campaign/choice-store.ts";
import { MIGRATIONS } from "../../../server/campaign/migrations/migrations.ts";
import { takeServerMark } from "../../../server/campaign/open-sqlite.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "arpent-campaign-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("keeps what was written when it is opened again", async () => {
  const path = join(folder, "campaign.sqlite");
  const first = await openCampaignDatabase(path);
  await createChoiceStore(first).append(newChoice({}));
  await first.destroy();

  const second = await openCampaignDatabase(path);

  expect(await createChoiceStore(second).latest("demo")).toMatchObject({ name: "Nous", sides: {} });
  await second.destroy();
});

it("keeps what was written when the process that wrote it never closed it", async () => {
  const path = join(folder, "campaign.sqlite");
  const killed = await openCampaignDatabase(path);
  await createChoiceStore(killed).append(newChoice({}));

  const next = await openCampaignDatabase(path);

  expect(await createChoiceStore(next).latest("demo")).toMatchObject({ name: "Nous", sides: {} });
  await next.destroy();
  await killed.destroy();
});

it("lets two servers write at the same time", async () => {
  const path = join(folder, "campaign.sqlite");
  const [one, two] = [await openCampaignDatabase(path), await openCampaignDatabase(path)];

  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      createChoiceStore(index % 2 === 0 ? one : two).append(newChoice({ territoryName: `t${index}` })),
    ),
  );

  expect((await createChoiceStore(one).latest("t19"))?.version).toBe(1);
  await one.destroy();
  await two.destroy();
});

it("carries the only choice of the schema before over as the first version", async () => {
  const path = join(folder, "campaign.sqlite");
  const before = await openAtFirstMigration(path);
  const choice = JSON.stringify({ name: "Avant", sides: { a: "ours", b: "far", c: "far" } });
  await sql`INSERT INTO choices VALUES ('demo', ${choice}, '2026-01-02T03:04:05.000Z')`.execute(before);
  await before.destroy();

  const now = await openCampaignDatabase(path);

  const store = createChoiceStore(now);
  expect(await store.latest("demo")).toEqual({
    name: "Avant",
    sides: { a: "ours", b: "far", c: "far" },
    version: 1,
    savedAt: "2026-01-02T03:04:05.000Z",
  });
  expect(await store.list("demo", 10)).toMatchObject([
    { version: 1, kind: "edit", counts: { ours: 1, near: 0, neutral: 0, far: 2, hostile: 0 } },
  ]);
  expect(await store.append(newChoice({ basedOn: 1 }))).toBe(true);
  await now.destroy();
});

it("finishes changes of its tables that were made and not noted", async () => {
  const path = join(folder, "campaign.sqlite");
  const first = await openCampaignDatabase(path);
  await createChoiceStore(first).append(newChoice({}));
  await sql`DELETE FROM kysely_migration WHERE name >= '0002'`.execute(first);
  await first.destroy();

  const second = await openCampaignDatabase(path);

  expect((await createChoiceStore(second).latest("demo"))?.version).toBe(1);
  await second.destroy();
});

it("refuses a file that is something else, and leaves it as it was", async () => {
  const path = join(folder, "campaign.sqlite");
  const text = "not a database, but somebody's text";
  writeFileSync(path, text);

  await expect(openCampaignDatabase(path)).rejects.toBeInstanceOf(UnusableFile);
  expect(readFileSync(path, "utf8")).toBe(text);
});

it("refuses a campaign that a newer version has changed", async () => {
  const path = join(folder, "campaign.sqlite");
  const newer = await openCampaignDatabase(path);
  await sql`INSERT INTO kysely_migration VALUES ('9999-from-the-future', '2030-01-01')`.execute(newer);
  await newer.destroy();

  await expect(openCampaignDatabase(path)).rejects.toThrow(/version/);
});

it("gives the mark of the serving process to one at a time", () => {
  const path = join(folder, "server.mark");
  const first = takeServerMark(path);

  const second = takeServerMark(path);
  first?.release();
  const third = takeServerMark(path);

  expect(first).not.toBeNull();
  expect(second).toBeNull();
  expect(third).not.toBeNull();
  third?.release();
});

function newChoice(given: Partial<NewChoice>): NewChoice {
  return {
    territoryName: "demo",
    choice: { name: "Nous", sides: {} },
    kind: "edit",
    restoredFrom: null,
    editor: null,
    basedOn: 0,
    at: new Date(0),
    ...given,
  };
}

/** The campaign as a version of the program wrote it that knew no versions of a choice. */
async function openAtFirstMigration(path: string): Promise<Kysely<unknown>> {
  const database = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(path) }) });
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateTo("0001-plans-and-choices");
  if (error !== undefined) throw error;
  return database;
}
