import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { createBellTower, heardWithin } from "../../../server/campaign/bells.ts";
import { openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { createPostgresBells } from "../../../server/campaign/postgres-bells.ts";
import { STORES } from "../../fixtures/campaign-stores.ts";

const NEVER = new AbortController().signal;

it("wakes those who listen to a name, and nobody else", async () => {
  const bells = createBellTower();
  const heard: string[] = [];
  void bells.heard("a", NEVER).then(() => heard.push("a"));
  void bells.heard("b", NEVER).then(() => heard.push("b"));

  bells.ring("a");
  await pause(0);

  expect(heard).toEqual(["a"]);
});

it("is waited for no longer than was said, also when garbage is collected meanwhile", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage: unknown = runInNewContext("gc");
  let isOver = false;
  void heardWithin(createBellTower(), "a", 60, NEVER).then(() => {
    isOver = true;
  });

  await pause(10);
  if (typeof collectGarbage === "function") collectGarbage();
  await pause(150);

  expect([typeof collectGarbage, isOver]).toEqual(["function", true]);
});

it("lets go of who stops listening", async () => {
  const bells = createBellTower();
  const leaving = new AbortController();
  const left = bells.heard("a", leaving.signal);
  leaving.abort();
  await left;
});

describe.each(STORES.filter(({ store }) => store === "PostgreSQL"))("on $store", ({ newPlace }) => {
  it("is heard by every process of the campaign, and by no other campaign", async () => {
    const stay = await newPlace();
    const elsewhere = await newPlace();
    if (typeof stay.place === "string" || typeof elsewhere.place === "string") throw new Error("a schema is expected");
    await (await openCampaignDatabase(stay.place)).destroy();
    const [one, two, other] = [stay.place, stay.place, elsewhere.place].map(createPostgresBells);
    if (!one || !two || !other) throw new Error("three were made");
    const heard: string[] = [];
    await other.heard("zoning:1", NEVER); // it has its connection
    void other.heard("zoning:1", NEVER).then(() => heard.push("other"));
    const here = one.heard("zoning:1", NEVER);
    const there = two.heard("zoning:1", NEVER);

    const ringing = setInterval(() => one.ring("zoning:1"), 20);
    await Promise.all([here, there]);
    clearInterval(ringing);

    expect(heard).toEqual([]);
    await Promise.all([one, two, other].map((bells) => bells.close()));
    await Promise.all([stay, elsewhere].map((place) => place.leave()));
  });

  it("looks again after the connection was cut", async () => {
    const stay = await newPlace();
    if (typeof stay.place === "string") throw new Error("a schema is expected");
    const database = await openCampaignDatabase(stay.place);
    const bells = createPostgresBells(stay.place);
    const first = bells.heard("any", NEVER);
    await first; // the connection stands

    const again = bells.heard("any", NEVER);
    const listening = `LISTEN%${stay.place.schema}%`;
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE ${listening}`.execute(database);

    await again;
    await bells.close();
    await database.destroy();
    await stay.leave();
  });
});
