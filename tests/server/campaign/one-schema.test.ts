import { expect, it } from "vitest";
import { openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { STORES } from "../../fixtures/campaign-stores.ts";

it.each(STORES)("a campaign on $store finds its own tables alone, while others come and go", async ({ newPlace }) => {
  const mine = await newPlace();
  const database = await openCampaignDatabase(mine.place);
  const before = await database.introspection.getTables();

  const others = await Promise.all([newPlace(), newPlace(), newPlace()]);
  const comeAndGo = others.map(async (other) => {
    await (await openCampaignDatabase(other.place)).destroy();
    await other.leave();
  });
  const meanwhile = [];
  let isOver = false;
  const all = Promise.all(comeAndGo).then(() => {
    isOver = true;
  });
  while (!isOver) meanwhile.push(await database.introspection.getTables());
  await all;

  expect(before.map(({ name }) => name)).toContain("plans");
  for (const tables of meanwhile) expect(tables).toEqual(before);
  expect(before.find(({ name }) => name === "audit_entries")?.columns).toContainEqual(
    expect.objectContaining({ name: "sequence", isAutoIncrementing: true }),
  );
  await database.destroy();
  await mine.leave();
});
