import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkBackup } from "../../server/backup/read-backup.ts";
import { writeBackup } from "../../server/backup/write-backup.ts";
import { openCampaignDatabase } from "../../server/campaign/campaign-database.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const KILLS = 6;
const ROWS = 30_000;

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "arpent-killed-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function fill(path: string, name: string, rows: number): Promise<void> {
  const database = await openCampaignDatabase(path);
  for (let at = 0; at < rows; at += 1000) {
    const values = Array.from({ length: Math.min(1000, rows - at) }, (_, index) => ({
      key: `${name} ${at + index}`,
      value: "x".repeat(200),
    }));
    await database.insertInto("settings").values(values).execute();
  }
  await database.destroy();
}

/** The first letters of its rows and how many there are: the campaign of before, or the restored one. */
async function whatIsThere(): Promise<string> {
  const database = await openCampaignDatabase(join(home, "campaign.sqlite"));
  const rows = await database.selectFrom("settings").select("key").execute();
  await database.destroy();
  return `${[...new Set(rows.map(({ key }) => key.split(" ")[0]))].join()} ${rows.length}`;
}

function arpent(...args: string[]) {
  return spawn(process.execPath, ["--import", "tsx", "scripts/arpent.ts", ...args], {
    cwd: ROOT,
    env: { ...process.env, ARPENT_HOME: home, DATABASE_URL: "" },
    stdio: "ignore",
  });
}

/** How long a command takes when nobody kills it. */
async function timed(...args: string[]): Promise<number> {
  const since = performance.now();
  await once(arpent(...args), "exit");
  return performance.now() - since;
}

it("a restore that is killed at any moment leaves the campaign of before, or the restored one", async () => {
  const file = join(home, "copy.arpent-backup");
  await fill(join(home, "other.sqlite"), "restored", ROWS);
  await writeBackup(join(home, "other.sqlite"), file, { program: "1", now: new Date(0) });
  await fill(join(home, "campaign.sqlite"), "before", 10);
  const long = await timed("restore", file, "--replace");
  expect(await whatIsThere()).toBe(`restored ${ROWS}`);

  for (let kill = 1; kill <= KILLS; kill++) {
    rmSync(join(home, "campaign.sqlite"), { force: true });
    await fill(join(home, "campaign.sqlite"), "before", 10);
    const running = arpent("restore", file, "--replace");
    const ended = once(running, "exit");
    await pause((long * kill) / (KILLS + 1));
    running.kill("SIGKILL");
    await ended;

    expect(["before 10", `restored ${ROWS}`]).toContain(await whatIsThere());
  }
  await timed("restore", file, "--replace");
  expect(await whatIsThere()).toBe(`restored ${ROWS}`);
  expect(readdirSync(home).filter((name) => name.includes("restoring"))).toEqual([]);
}, 240_000);

it("a backup that is killed leaves no file that looks like one, and the next one sweeps its traces away", async () => {
  await fill(join(home, "campaign.sqlite"), "mine", ROWS);
  const file = join(home, "copies", "copy.arpent-backup");
  const long = await timed("backup", "--out", file);
  await checkBackup(file);

  for (let kill = 1; kill <= 3; kill++) {
    rmSync(file);
    const running = arpent("backup", "--out", file);
    const ended = once(running, "exit");
    await pause((long * (kill + 1)) / 5);
    running.kill("SIGKILL");
    await ended;

    if (existsSync(file)) await checkBackup(file);
    await timed("backup", "--out", file);
    await checkBackup(file);
    expect(readdirSync(join(home, "copies"))).toEqual(["copy.arpent-backup"]);
  }
}, 240_000);
