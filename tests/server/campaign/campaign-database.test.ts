import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { openCampaignDatabase, takeServerMark } from "../../../server/campaign/campaign-database.ts";
import { createChoiceStore } from "../../../server/campaign/choice-store.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "arpent-campaign-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("keeps what was written when it is opened again", async () => {
  const path = join(folder, "campaign.sqlite");
  const first = await openCampaignDatabase(path);
  await createChoiceStore(first).save("demo", { name: "Nous", sides: {} }, new Date(0));
  await first.destroy();

  const second = await openCampaignDatabase(path);

  expect(await createChoiceStore(second).find("demo")).toEqual({ name: "Nous", sides: {} });
  await second.destroy();
});

it("keeps what was written when the process that wrote it never closed it", async () => {
  const path = join(folder, "campaign.sqlite");
  const killed = await openCampaignDatabase(path);
  await createChoiceStore(killed).save("demo", { name: "Nous", sides: {} }, new Date(0));

  const next = await openCampaignDatabase(path);

  expect(await createChoiceStore(next).find("demo")).toEqual({ name: "Nous", sides: {} });
  await next.destroy();
  await killed.destroy();
});

it("lets two servers write at the same time", async () => {
  const path = join(folder, "campaign.sqlite");
  const [one, two] = [await openCampaignDatabase(path), await openCampaignDatabase(path)];

  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      createChoiceStore(index % 2 === 0 ? one : two).save(`t${index}`, { name: String(index), sides: {} }, new Date(0)),
    ),
  );

  expect(await createChoiceStore(one).find("t19")).toEqual({ name: "19", sides: {} });
  await one.destroy();
  await two.destroy();
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
