import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { createTerritoryWriter } from "../../geodata/territory/write-territory.ts";
import { openCampaignDatabase } from "../../server/campaign/campaign-database.ts";
import type { OutingProgress } from "../../server/contract/progress.ts";
import { addOuting } from "../fixtures/add-outing.ts";
import { jsonOf } from "../fixtures/json-of.ts";
import { openStream } from "../fixtures/open-events.ts";
import { makeTerritoryContent } from "../fixtures/territory-content.ts";

const postgresUrl = inject("postgresUrl");
const NAME = `two_servers_${process.pid}`;
const running: ChildProcess[] = [];
let home: string;
let databaseUrl: string;

async function ask(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl ?? "" });
  await client.connect();
  await client.query(statement);
  await client.end();
}

beforeAll(async () => {
  if (postgresUrl === null) return;
  home = mkdtempSync(join(tmpdir(), "arpent-two-"));
  mkdirSync(join(home, "territories"));
  createTerritoryWriter(join(home, "territories/two-squares.territory"), 0).finish(makeTerritoryContent());
  await ask(`CREATE DATABASE ${NAME}`);
  databaseUrl = postgresUrl.replace("/postgres?", `/${NAME}?`);
  const database = await openCampaignDatabase({ url: databaseUrl, schema: "arpent" });
  await addOuting(database, { expiresAt: "2999-01-01T00:00:00.000Z" });
  await database.destroy();
}, 60_000);
afterAll(async () => {
  for (const server of running.splice(0)) server.kill("SIGKILL");
  if (postgresUrl === null) return;
  await ask(`DROP DATABASE ${NAME} WITH (FORCE)`);
  rmSync(home, { recursive: true, force: true });
}, 60_000);

async function startServer() {
  const server = spawn(process.execPath, [inject("program"), "serve", "--quiet", "--json", "--port", "0"], {
    env: { ...process.env, ARPENT_HOME: home, ARPENT_PUBLIC_URL: "", DATABASE_URL: databaseUrl },
  });
  running.push(server);
  const [line] = (await once(server.stdout, "data")) as [Buffer];
  const { url } = JSON.parse(String(line)) as { url: string };
  return { server, url, request: (path: string, options?: RequestInit) => fetch(`${url}${path}`, options) };
}

it.skipIf(postgresUrl === null)(
  "what a phone sends to one server shows on a screen of the other, and goes on when the first is killed",
  async () => {
    const [one, other] = await Promise.all([startServer(), startServer()]);
    const screen = await openStream(one, "/api/outings/outing/events");
    const send = (server: typeof one, id: string, stopId: string) =>
      server.request("/api/field/token-outing-1/events", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          version: 1,
          deviceId: "device-0123456789",
          sentAt: new Date().toISOString(),
          events: [
            {
              id: `event-0123456789-${id}`,
              kind: "knock",
              stopId,
              outcome: "absent",
              doors: 1,
              at: new Date().toISOString(),
            },
          ],
        }),
      });
    expect((await screen.next())?.id).toBe("0");

    expect((await send(other, "a", "a1")).status).toBe(200);
    const heard = await screen.next();
    one.server.kill("SIGKILL");
    await send(other, "b", "a1");
    const resumed = await openStream(other, "/api/outings/outing/events", { "Last-Event-ID": heard?.id ?? "" });
    const next = await resumed.next();
    await resumed.leave();

    expect(heard).toMatchObject({ id: "1", data: { stops: [{ stopId: "a1", doorsTried: 1 }] } });
    expect(next).toMatchObject({ id: "2", data: { stops: [{ stopId: "a1", doorsTried: 2 }] } });
    const progress = await jsonOf<OutingProgress>(other.request("/api/outings/outing/progress"));
    expect(progress.sequence).toBe(2);
  },
  120_000,
);
