import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { openPostgres } from "../../../server/campaign/open-postgres.ts";
import { storeFault } from "../../../server/campaign/store-faults.ts";
import { createFieldStores } from "../../../server/field/field-stores.ts";
import { addOuting } from "../../fixtures/add-outing.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";
import { knockOf } from "../../fixtures/field-report.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { type SilentProxy, startSilentProxy } from "../../fixtures/silent-proxy.ts";

const PATIENCE = { doubtMs: 150, answerMs: 150, idleTransactionMs: 600 };
const postgresUrl = inject("postgresUrl");

describe.skipIf(postgresUrl === null)(
  "a network that loses every packet to PostgreSQL and breaks no connection",
  () => {
    let at: StorePlace;
    let proxy: SilentProxy;
    let campaign: CampaignDatabase;
    let server: TestServer;
    beforeEach(async () => {
      const newPlace = STORES.find(({ store }) => store === "PostgreSQL")?.newPlace;
      if (postgresUrl === null || newPlace === undefined) return;
      at = await newPlace();
      if (typeof at.place === "string") return;
      const made = await openCampaignDatabase(at.place);
      await addOuting(made);
      await made.destroy();
      proxy = await startSilentProxy(postgresUrl);
      campaign = await openPostgres({ ...at.place, url: proxy.url }, PATIENCE);
      server = await makeServer({ field: createFieldStores(campaign) });
    });
    afterEach(async () => {
      await proxy.close();
      await server.close();
      await campaign.destroy();
      await at.leave();
    });

    const send = (...ids: readonly string[]) =>
      server.request("/api/field/token-outing-1/events?lang=en", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          version: 1,
          deviceId: "device-0123456789",
          sentAt: "2026-03-07T09:00:00.000Z",
          events: ids.map((id) => knockOf(id)),
        }),
      });

    it("is said to every phone in time, holds up nobody afterwards, and loses nothing", async () => {
      const four = ["before", "one", "two", "three"];
      const before = await send("before");
      proxy.silence();
      const began = performance.now();
      const meanwhile = await Promise.all([send("one"), send("two"), send("three")]);
      const waited = performance.now() - began;
      proxy.speak();
      const after = await send(...four);

      expect(before.status).toBe(200);
      expect(meanwhile.map(({ status }) => status)).toEqual([503, 503, 503]);
      expect(meanwhile[0]?.headers.get("retry-after")).not.toBeNull();
      expect(await jsonOf(meanwhile[0] ?? before)).toMatchObject({
        error: { code: "store-gone", message: /Nothing is lost/ },
      });
      expect(waited).toBeLessThan(5000);
      expect(await jsonOf<object>(after)).toMatchObject({ stored: four.map((id) => knockOf(id).id) });
      const rows = await campaign.selectFrom("field_events").select("sequence").orderBy("sequence").execute();
      expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    });

    it("leaves no lock of a transaction that was cut off in its middle", async () => {
      const cutOff = campaign
        .transaction()
        .execute(async (transaction) => {
          const touch = () => transaction.updateTable("outings").set({ revision: 2 }).execute();
          await touch();
          proxy.silence();
          await touch();
        })
        .catch(storeFault);
      expect(await cutOff).toBe("gone");
      proxy.speak();

      expect((await send("after")).status).toBe(200);
      const outing = await campaign.selectFrom("outings").select("revision").executeTakeFirst();
      expect(outing?.revision).not.toBe(2);
    });

    it("waits for a slow answer as long as PostgreSQL is there", async () => {
      const { rows } = await sql`select pg_sleep(0.8)`.execute(campaign);

      expect(rows).toHaveLength(1);
    });
  },
);
