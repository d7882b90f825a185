import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { checkBackup } from "../../server/backup/read-backup.ts";
import { restoreBackup } from "../../server/backup/restore-backup.ts";
import { writeBackup } from "../../server/backup/write-backup.ts";
import { openCampaignDatabase } from "../../server/campaign/campaign-database.ts";

const ROWS = 10_000;
/** In the name of a backup that is being written. */
const PARTIAL = ".partial-";
/** How far into its work each command is killed; the last is about to put its file in place. */
const KILLED_AT = [0.25, 0.6, 0.95];

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
  return spawn(process.execPath, [inject("program"), ...args], {
    env: { ...process.env, ARPENT_HOME: home, DATABASE_URL: "" },
    stdio: "ignore",
  });
}

/** Runs a command and kills it after some milliseconds of its work, if it still runs: from when its unfinished file appears. Gives how long it worked. */
async function run(sign: string, args: readonly string[], killAfterMs = Infinity): Promise<number> {
  const running = arpent(...args);
  const over = new AbortController();
  const ended = once(running, "exit").finally(() => over.abort());
  let began = performance.now();
  while (!over.signal.aborted && !filesOf(home).some((name) => name.includes(sign))) {
    await pause(2);
    began = performance.now();
  }
  if (killAfterMs < Infinity) {
    await pause(killAfterMs, undefined, { signal: over.signal }).catch(() => {});
    running.kill("SIGKILL");
  }
  await ended;
  return performance.now() - began;
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" });
}

it("a restore that is killed at any moment leaves the campaign of before, or the restored one", async () => {
  const file = join(home, "copy.arpent-backup");
  await fill(join(home, "other.sqlite"), "restored", ROWS);
  await writeBackup(join(home, "other.sqlite"), file, { program: "1", now: new Date(0) });
  await fill(join(home, "campaign.sqlite"), "before", 10);
  const restore = ["restore", file, "--replace"];
  const long = await run("restoring", restore);
  expect(await whatIsThere()).toBe(`restored ${ROWS}`);

  for (const share of KILLED_AT) {
    rmSync(join(home, "campaign.sqlite"), { force: true });
    await fill(join(home, "campaign.sqlite"), "before", 10);
    await run("restoring", restore, long * share);

    expect(["before 10", `restored ${ROWS}`]).toContain(await whatIsThere());
  }
  await restoreBackup(file, join(home, "campaign.sqlite"), { replaces: true });
  expect(await whatIsThere()).toBe(`restored ${ROWS}`);
  expect(readdirSync(home).filter((name) => name.includes("restoring"))).toEqual([]);
}, 60_000);

it("a backup that is killed leaves no file that looks like one, and the next one sweeps its traces away", async () => {
  await fill(join(home, "campaign.sqlite"), "mine", ROWS);
  const file = join(home, "copies", "copy.arpent-backup");
  const backup = ["backup", "--out", file];
  const long = await run(PARTIAL, backup);
  await checkBackup(file);

  for (const share of KILLED_AT) {
    rmSync(file);
    await run(PARTIAL, backup, long * share);

    if (existsSync(file)) await checkBackup(file);
    await writeBackup(join(home, "campaign.sqlite"), file, { program: "1", now: new Date() });
    await checkBackup(file);
    expect(readdirSync(join(home, "copies"))).toEqual(["copy.arpent-backup"]);
  }
}, 60_000);
