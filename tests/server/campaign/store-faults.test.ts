import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { storeFault } from "../../../server/campaign/store-faults.ts";
import { createFieldEventStore } from "../../../server/field/event-store.ts";
import { createFieldStores } from "../../../server/field/field-stores.ts";
import { addOuting } from "../../fixtures/add-outing.ts";
import { knockOf, reportOf } from "../../fixtures/field-report.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer } from "../../fixtures/make-server.ts";

let folder: string;
let database: CampaignDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "arpent-faults-"));
  database = await openCampaignDatabase(join(folder, "campaign.sqlite"));
  await addOuting(database);
});
afterEach(async () => {
  await database.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const countOf = async (table: "field_events" | "stop_reports") =>
  (await database.selectFrom(table).selectAll().execute()).length;

it("acknowledges nothing and keeps nothing by halves on a full disk, and goes on when there is room", async () => {
  const store = createFieldEventStore(database);
  await store.accept(reportOf([knockOf("before")]));
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database);
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 0}`).execute(database);
  const many = Array.from({ length: 400 }, (_, index) => knockOf(`n${index}`, `stop-${index}`));

  const outcomes = await Promise.allSettled([store.accept(reportOf(many)), store.accept(reportOf([knockOf("one")]))]);
  const [first] = outcomes;
  await sql`pragma max_page_count = 1000000`.execute(database);
  const kept = [await countOf("field_events"), await countOf("stop_reports")];
  const again = await store.accept(reportOf(many));

  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(first?.status === "rejected" && storeFault(first.reason)).toBe("full");
  expect(kept).toEqual([1, 1]);
  expect(again?.stored).toHaveLength(400);
  expect((await database.selectFrom("outings").selectAll().executeTakeFirst())?.last_sequence).toBe(401);
});

it("tells phones of a full and of a locked store when to come back, in their language", async () => {
  const server = await makeServer({ field: createFieldStores(database) });
  const send = () =>
    server.request("/api/field/token-outing-1/events?lang=en", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        version: 1,
        deviceId: "device-0123456789",
        sentAt: "2026-03-07T09:00:00.000Z",
        events: Array.from({ length: 300 }, (_, index) => knockOf(`n${index}`, `stop-${index}`)),
      }),
    });
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database);
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 0}`).execute(database);
  const full = await send();
  await sql`pragma max_page_count = 1000000`.execute(database);

  await sql`pragma busy_timeout = 50`.execute(database);
  const somebody = new Database(join(folder, "campaign.sqlite"));
  somebody.exec("begin immediate");
  const locked = await send();
  somebody.exec("rollback");
  somebody.close();
  const after = await send();

  expect([full.status, full.headers.get("retry-after")]).toEqual([507, "60"]);
  expect(await jsonOf(full)).toMatchObject({ error: { code: "store-full", message: /nothing is lost/ } });
  expect([locked.status, locked.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await jsonOf(locked)).toMatchObject({ error: { code: "store-locked" } });
  expect(after.status).toBe(200);
  await server.close();
});
