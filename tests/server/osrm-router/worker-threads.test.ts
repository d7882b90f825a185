import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Cancelled } from "../../../geodata/readers/source-rows.ts";
import { openTerritory } from "../../../geodata/territory/open-territory.ts";
import { createTerritoryWriter } from "../../../geodata/territory/write-territory.ts";
import type { Plan } from "../../../server/contract/plan.ts";
import { makePlan } from "../../../server/plans/make-plan.ts";
import { createWorkers } from "../../../server/work/create-workers.ts";
import type { PackedJson } from "../../../server/work/packed-json.ts";
import { PLAN_FLAGS } from "../../../server/work/task.ts";
import { exampleRequest } from "../../fixtures/example-plan.ts";
import { type OsrmServer, startOsrmServer } from "../../fixtures/osrm-server.ts";
import { makeTerritoryContent } from "../../fixtures/territory-content.ts";

let folder: string;
let path: string;
let server: OsrmServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "arpent-osrm-"));
  path = join(folder, "two-squares.territory");
  createTerritoryWriter(path, 0).finish(makeTerritoryContent());
  const territory = openTerritory(path);
  server = await startOsrmServer(territory.streetGraph());
  territory.close();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const order = () => ({ path, order: { ...exampleRequest, seconds: 0.1 }, choice: { name: "", sides: {} } });
const unpack = (packed: PackedJson<Plan>): Plan => JSON.parse(gunzipSync(packed.gzip).toString()) as Plan;

describe("a worker thread that plans", () => {
  it("asks the routing server that it was handed", async () => {
    const workers = createWorkers({ router: server.settings() });

    const finished = await workers.plan(order(), { signal: new AbortController().signal, onProgress: () => {} });

    await workers.close();
    expect(server.requests.map(({ service }) => service)).toContain("route");
    expect(unpack(finished.plan).routes.length).toBeGreaterThan(0);
  });

  it("hears that it is to stop while it waits for the server", async () => {
    const { port1, port2 } = new MessageChannel();
    const flags = new SharedArrayBuffer(PLAN_FLAGS.bytes);
    const territory = openTerritory(path);
    server.instead = () => {
      Atomics.store(new Int32Array(flags), PLAN_FLAGS.stop, 1);
      return true;
    };

    const router = server.settings({ timeoutSeconds: 600 });
    const planning = makePlan(territory, { kind: "plan", ...order(), router, progress: port2, flags });

    await expect(planning).rejects.toThrow(Cancelled);
    territory.close();
    port1.close();
  });
});
