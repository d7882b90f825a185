import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { writeBackup } from "../../server/backup/write-backup.ts";
import { type CampaignPlace, openCampaignDatabase } from "../../server/campaign/campaign-database.ts";

const ROWS = 10_000;
/** How far into its work the restore is killed: as it begins, and to the last, about to put its schema in place. */
const KILLED_AT = [0, 0.6, 0.95];
const postgresUrl = inject("postgresUrl");
const NAME = `killed_restore_${process.pid}`;

let home: string;
let client: pg.Client;
let place: { readonly url: string; readonly schema: string };
beforeEach(async () => {
  if (postgresUrl === null) return;
  home = mkdtempSync(join(tmpdir(), "arpent-killed-"));
  await onServer(`CREATE DATABASE ${NAME}`);
  place = { url: postgresUrl.replace("/postgres?", `/${NAME}?`), schema: "arpent" };
  client = new pg.Client({ connectionString: place.url });
  await client.connect();
});
afterEach(async () => {
  if (postgresUrl === null) return;
  await client.end();
  await onServer(`DROP DATABASE ${NAME} WITH (FORCE)`);
  rmSync(home, { recursive: true, force: true });
});

async function onServer(statement: string): Promise<void> {
  const outside = new pg.Client({ connectionString: postgresUrl ?? "" });
  await outside.connect();
  await outside.query(statement);
  await outside.end();
}

async function fill(at: CampaignPlace, name: string, rows: number): Promise<void> {
  const database = await openCampaignDatabase(at);
  for (let from = 0; from < rows; from += 1000) {
    const values = Array.from({ length: Math.min(1000, rows - from) }, (_, index) => ({
      key: `${name} ${from + index}`,
      value: "x".repeat(200),
    }));
    await database.insertInto("settings").values(values).execute();
  }
  await database.destroy();
}

/** The first letters of its rows and how many there are: the campaign of before, or the restored one. */
async function whatIsThere(): Promise<string> {
  const { rows } = await client.query<{ readonly key: string }>("SELECT key FROM arpent.settings");
  return `${[...new Set(rows.map(({ key }) => key.split(" ")[0]))].join()} ${rows.length}`;
}

async function schemas(): Promise<readonly string[]> {
  const { rows } = await client.query<{ readonly name: string }>(
    "SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'arpent%' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

/** Restores, and is killed after some milliseconds of its work: from when its schema appears. Gives how long it worked. */
async function restore(file: string, killAfterMs = Infinity): Promise<number> {
  const running = spawn(process.execPath, [inject("program"), "restore", file, "--replace"], {
    env: { ...process.env, ARPENT_HOME: home, DATABASE_URL: place.url },
    stdio: "ignore",
  });
  const over = new AbortController();
  const ended = once(running, "exit").finally(() => over.abort());
  let began = performance.now();
  while (!over.signal.aborted && !(await schemas()).includes("arpent_restoring")) {
    await pause(5);
    began = performance.now();
  }
  if (killAfterMs < Infinity) {
    await pause(killAfterMs, undefined, { signal: over.signal }).catch(() => {});
    running.kill("SIGKILL");
  }
  await ended;
  return performance.now() - began;
}

it.skipIf(postgresUrl === null)(
  "a restore into PostgreSQL that is killed at any moment leaves the campaign of before, or the restored one",
  async () => {
    const file = join(home, "copy.arpent-backup");
    await fill(join(home, "other.sqlite"), "restored", ROWS);
    await writeBackup(join(home, "other.sqlite"), file, { program: "1", now: new Date(0) });
    await fill(place, "before", 10);
    const long = await restore(file);
    expect(await whatIsThere()).toBe(`restored ${ROWS}`);
    await client.query("DELETE FROM arpent.settings");
    await fill(place, "before", 10);

    const left: string[] = [];
    for (const share of KILLED_AT) {
      await restore(file, long * share);
      left.push(await whatIsThere());
    }
    await restore(file);

    for (const one of left) expect(["before 10", `restored ${ROWS}`]).toContain(one);
    expect(left[0]).toBe("before 10");
    expect(await whatIsThere()).toBe(`restored ${ROWS}`);
    expect(await schemas()).toEqual(["arpent"]);
  },
  60_000,
);
