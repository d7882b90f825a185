import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { createTerritoryWriter } from "../../geodata/territory/write-territory.ts";
import { readPublicUrl } from "../../scripts/commands/serve.ts";
import { openCampaignDatabase } from "../../server/campaign/campaign-database.ts";
import type { PlanState, TerritorySummary } from "../../server/contract/territories.ts";
import { createPlanStore } from "../../server/plans/plan-store.ts";
import { exampleRequest } from "../fixtures/example-plan.ts";
import { jsonOf } from "../fixtures/json-of.ts";
import { makeTerritoryContent } from "../fixtures/territory-content.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
let home: string;
/** As it is started everywhere, and faster. */
const FROM_SOURCES = ["--import", "tsx", "scripts/arpent.ts"];
const BUNDLED = [inject("program")];
const running: ChildProcess[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "arpent-home-"));
  mkdirSync(join(home, "territories"));
  createTerritoryWriter(join(home, "territories/two-squares.territory"), 0).finish(makeTerritoryContent());
});
afterEach(() => {
  for (const server of running.splice(0)) server.kill("SIGKILL");
  rmSync(home, { recursive: true, force: true });
});

async function startServer(port = "0", program = BUNDLED) {
  const server = spawn(process.execPath, [...program, "serve", "--quiet", "--json", "--port", port], {
    cwd: ROOT,
    env: { ...process.env, ARPENT_HOME: home, ARPENT_PUBLIC_URL: "" },
  });
  running.push(server);
  let words = "";
  server.stderr.on("data", (chunk) => {
    words += chunk;
  });
  const ended = once(server, "exit").then(([code]) => code as number | null);
  const line = await Promise.race([once(server.stdout, "data").then(([chunk]) => String(chunk)), ended]);
  const url = typeof line === "string" ? (JSON.parse(line) as { url: string }).url : "";
  return { server, url, ended, words: () => words };
}

/** Notes a plan as running, as the server that computes it does. */
async function noteRunningPlan(id: string): Promise<void> {
  const database = await openCampaignDatabase(join(home, "campaign.sqlite"));
  const plan = { id, territoryName: "two-squares", request: exampleRequest, createdAt: new Date(0) };
  await createPlanStore(database).add(plan);
  await database.destroy();
}

describe("arpent serve", () => {
  it("serves the territories of its folder until it is asked to stop", async () => {
    const { server, url, ended } = await startServer("0", FROM_SOURCES);

    const list = await jsonOf<{ territories: TerritorySummary[] }>(fetch(`${url}/api/territories`));
    server.kill("SIGTERM");

    expect(list.territories.map(({ name }) => name)).toEqual(["two-squares"]);
    expect(await ended).toBe(0);
  }, 60_000);

  it("says that a port is in use, and which to take instead", async () => {
    const first = await startServer();
    const port = new URL(first.url).port;

    const second = await startServer(port);

    expect(await second.ended).toBe(2);
    expect(second.words()).toContain(`Port ${port} of 127.0.0.1 is in use`);
  }, 60_000);

  it("marks a plan that a killed server left running as failed, but not one of a server that lives", async () => {
    const killed = await startServer();
    await noteRunningPlan("left");
    const beside = await startServer();
    const meanwhile = await jsonOf<PlanState>(fetch(`${beside.url}/api/plans/left`));
    beside.server.kill("SIGTERM");
    await beside.ended;
    killed.server.kill("SIGKILL");
    await killed.ended;

    const next = await startServer();
    const after = await jsonOf<PlanState>(fetch(`${next.url}/api/plans/left`));

    expect(meanwhile.status).toBe("running");
    expect(after).toMatchObject({ status: "failed", failure: { code: "interrupted" } });
  }, 90_000);

  it("stops at once although a browser listens to a running plan", async () => {
    const { server, url, ended } = await startServer();
    await noteRunningPlan("watched");
    const events = await fetch(`${url}/api/plans/watched/events`);

    server.kill("SIGTERM");

    expect(await ended).toBe(0);
    await events.body?.cancel().catch(() => {});
  }, 60_000);
});

describe("the public address", () => {
  it.each([
    [undefined, null],
    ["", null],
    ["https://arpent.example.org/", "https://arpent.example.org"],
    ["https://example.org/arpent/", "https://example.org/arpent"],
  ])("is read from %s as %s", (text, expected) => {
    expect(readPublicUrl(text)).toBe(expected);
  });

  it.each(["arpent.example.org", "ftp://example.org", "javascript:alert(1)"])("cannot be %s", (text) => {
    expect(() => readPublicUrl(text)).toThrow(/ARPENT_PUBLIC_URL/);
  });
});
