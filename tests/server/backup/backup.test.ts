import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Kysely } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noteCopy } from "../../../server/backup/note-copy.ts";
import { restoreBackup } from "../../../server/backup/restore-backup.ts";
import { writeBackup } from "../../../server/backup/write-backup.ts";
import { openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { type CampaignPlace, schemaOf } from "../../../server/campaign/campaign-place.ts";
import { migrateToLatest } from "../../../server/campaign/migrate.ts";
import { MIGRATIONS } from "../../../server/campaign/migrations/migrations.ts";
import { openPostgres } from "../../../server/campaign/open-postgres.ts";
import { openSqlite, takeServerMark } from "../../../server/campaign/open-sqlite.ts";
import { createAuditStore } from "../../../server/people/audit-store.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";
import { fillEveryTable } from "../../fixtures/full-campaign.ts";

const MADE = { program: "1.2.3", now: new Date("2026-03-07T19:00:00Z") };

let folder: string;
let left: StorePlace[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "arpent-backup-"));
  left = [];
});
afterEach(async () => {
  for (const place of left) await place.leave();
  rmSync(folder, { recursive: true, force: true });
});

async function placeOn(store: string): Promise<CampaignPlace> {
  const kind = STORES.find((one) => one.store === store);
  if (!kind) throw new Error(`no ${store} here`);
  const made = await kind.newPlace();
  left.push(made);
  return made.place;
}
async function fill(place: CampaignPlace): Promise<string[]> {
  const database = await openCampaignDatabase(place);
  const tables = await fillEveryTable(database as unknown as Kysely<unknown>);
  await database.destroy();
  return tables;
}
const copyOf = async (place: CampaignPlace, name: string) => {
  const file = join(folder, name);
  await writeBackup(place, file, MADE);
  return file;
};
/** Everything but the checksum, which each store may reach by another order of columns. */
const rowsOf = (file: string) => {
  const [head = "", ...lines] = gunzipSync(readFileSync(file)).toString().trimEnd().split("\n");
  const { tables } = JSON.parse(head) as { tables: { name: string; columns: string[] }[] };
  return lines.slice(0, -1).map((line) => {
    const [table, values] = JSON.parse(line) as [number, unknown[]];
    const { name, columns } = tables[table] ?? { name: "", columns: [] };
    return [name, Object.fromEntries(columns.map((column, index) => [column, values[index]]).sort())];
  });
};

describe.each(STORES)("a backup of a campaign on $store", ({ store }) => {
  const others = STORES.filter((other) => other.store !== store);
  it.each(others)("is the same, to the row, after a restore into $store and back", async ({ store: other }) => {
    const [from, through, back] = [await placeOn(store), await placeOn(other), await placeOn(store)];
    const tables = await fill(from);

    const first = await copyOf(from, "first");
    await restoreBackup(first, through, { replaces: false });
    const second = await copyOf(through, "second");
    await restoreBackup(second, back, { replaces: false });
    const third = await copyOf(back, "third");

    expect(tables.length).toBeGreaterThan(20);
    expect(new Set(rowsOf(first).map(([name]) => name))).toEqual(new Set(tables));
    expect(rowsOf(second)).toEqual(rowsOf(first));
    expect(rowsOf(third)).toEqual(rowsOf(first));
  });

  it("numbers what is written next after what was restored", async () => {
    const [from, to] = [await placeOn(store), await placeOn(store)];
    await fill(from);
    await restoreBackup(await copyOf(from, "copy"), to, { replaces: false });

    const database = await openCampaignDatabase(to);
    const entry = {
      at: "",
      account_id: null,
      actor: "",
      action: "",
      subject_kind: "",
      subject_id: null,
      details: "{}",
    };
    await database.insertInto("audit_entries").values(entry).execute();
    const last = await database
      .selectFrom("audit_entries")
      .select("sequence")
      .orderBy("sequence", "desc")
      .executeTakeFirst();
    await database.destroy();

    expect(last?.sequence).toBe(4);
  });

  it("leaves a campaign that holds something alone, unless it may go", async () => {
    const [from, to] = [await placeOn(store), await placeOn(store)];
    await fill(from);
    const file = await copyOf(from, "copy");
    const database = await openCampaignDatabase(to);
    await database.insertInto("settings").values({ key: "mine", value: "1" }).execute();
    await database.destroy();

    await expect(restoreBackup(file, to, { replaces: false })).rejects.toThrow(/holds a campaign already/);
    const kept = rowsOf(await copyOf(to, "kept"));
    await restoreBackup(file, to, { replaces: true });

    expect(kept).toEqual([["settings", { key: "mine", value: "1" }]]);
    expect(rowsOf(await copyOf(to, "after"))).toEqual(rowsOf(file));
  });

  it("holds one moment, whatever is written while it is made", async () => {
    const place = await placeOn(store);
    await fill(place);
    const writing = await openCampaignDatabase(place);
    let isDone = false;
    const write = async () => {
      for (let turn = 0; !isDone; turn++) {
        // Both or neither: a copy of two moments would have one without the other.
        await writing.transaction().execute(async (transaction) => {
          await transaction
            .insertInto("settings")
            .values({ key: `s${turn}`, value: "" })
            .execute();
          await transaction
            .insertInto("suppressions")
            .values({ channel: `s${turn}`, address_hash: "", at: "" })
            .execute();
        });
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const written = write();
    await new Promise((resolve) => setTimeout(resolve, 20));

    const file = await copyOf(place, "copy");
    isDone = true;
    await written;
    await writing.destroy();

    const keysOf = (table: string, key: string) =>
      rowsOf(file).flatMap(([name, row]) => (name === table ? [String((row as Record<string, unknown>)[key])] : []));
    const settings = keysOf("settings", "key").filter((key) => /^s\d+$/.test(key));
    expect(settings.length).toBeGreaterThan(0);
    expect(
      keysOf("suppressions", "channel")
        .filter((key) => /^s\d+$/.test(key))
        .sort(),
    ).toEqual(settings.sort());
  });

  it("of an earlier version is brought up to this one", async () => {
    const [from, to] = [await placeOn(store), await placeOn(store)];
    const database = (typeof from === "string"
      ? openSqlite(from)
      : await openPostgres(from)) as unknown as Kysely<unknown>;
    await migrateToLatest(database, schemaOf(from), "0004-plan-edits");
    await fillEveryTable(database);
    await database.destroy();

    await restoreBackup(await copyOf(from, "old"), to, { replaces: false });

    const restored = await openCampaignDatabase(to);
    const plans = await restored.selectFrom("plans").select(["id", "made_by"]).orderBy("id").execute();
    await restored.destroy();
    expect(plans).toEqual(["id-1", "id-2", "id-3"].map((id) => ({ id, made_by: null })));
  });
});

describe("a backup that cannot be used", () => {
  let place: CampaignPlace;
  let file: string;
  let target: CampaignPlace;
  beforeEach(async () => {
    place = await placeOn("SQLite");
    await fill(place);
    file = await copyOf(place, "copy");
    target = await placeOn("SQLite");
  });
  const untouched = () => {
    expect(readdirSync(join(String(target), "..")).filter((name) => name.startsWith("campaign"))).toEqual([]);
  };
  const rewrite = (change: (text: string) => string) =>
    writeFileSync(file, gzipSync(change(gunzipSync(readFileSync(file)).toString())));

  it.each([
    ["cut short", () => truncateSync(file, statSync(file).size - 40)],
    ["without its last line", () => rewrite((text) => text.slice(0, text.trimEnd().lastIndexOf("\n") + 1))],
    ["changed in one letter", () => rewrite((text) => text.replace("email 2", "email 9"))],
    ["without a row", () => rewrite((text) => text.replace(/\n\[0,[^\n]*/, ""))],
    ["of something else", () => writeFileSync(file, "hello")],
    ["empty", () => writeFileSync(file, "")],
  ])("is refused when it is %s, and nothing is changed", async (_, harm) => {
    harm();

    await expect(restoreBackup(file, target, { replaces: true })).rejects.toThrow(/backup/);
    untouched();
  });

  it("is refused when a later version made it", async () => {
    const last = Object.keys(MIGRATIONS).at(-1) ?? "";
    rewrite((text) => text.replace(last, "9999-of-tomorrow"));

    await expect(restoreBackup(file, target, { replaces: false })).rejects.toThrow(
      /later version of Arpent \(1\.2\.3\)/,
    );
    untouched();
  });

  it("is refused while a server writes the campaign", async () => {
    const mark = takeServerMark(join(String(target), "..", "server.mark"));

    await expect(restoreBackup(file, target, { replaces: false })).rejects.toThrow(/Stop it/);
    mark?.release();
    untouched();
  });

  it("can be read by its owner alone", () => {
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

it.each(STORES)(
  "that a copy was made goes into the log, which one of before there was a log does not need: $store",
  async ({ store }) => {
    const [known, old] = [await placeOn(store), await placeOn(store)];
    await (await openCampaignDatabase(known)).destroy();

    await noteCopy(known, "backup-made", "copy", MADE.now);
    await noteCopy(old, "backup-made", "copy", MADE.now);

    const database = await openCampaignDatabase(known);
    const { entries } = await createAuditStore(database).page({ before: null, most: 10 });
    await database.destroy();
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([["command line", "backup-made"]]);
  },
);
