import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Cancelled } from "../../../geodata/readers/source-rows.ts";
import type { ImportProgress, ImportReport, TerritoryHoldings } from "../../../server/contract/imports.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { importEvents } from "../../../server/imports/import-events.ts";
import type { Workers } from "../../../server/work/create-workers.ts";
import { englishExample } from "../../fixtures/english-examples.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { writeSmallTown } from "../../fixtures/small-town.ts";
import { importing } from "./import-journey.ts";

let server: TestServer;
let user: ReturnType<typeof importing>;
let town: ReturnType<typeof writeSmallTown>;
beforeEach(() => open());
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

async function open(importWorkers?: Pick<Workers, "build" | "describe">): Promise<void> {
  server = await makeServer(importWorkers === undefined ? {} : { importWorkers });
  vi.stubEnv("ARPENT_HOME", server.folder);
  user = importing(server);
  town = writeSmallTown(join(server.folder, "sources"));
}

const PETITBOURG = { title: "Petitbourg", name: "petitbourg", communes: [], box: null };

async function uploadTown(options: object = PETITBOURG): Promise<string> {
  const importId = await user.begin(options);
  for (const path of Object.values(town)) await user.uploadFile(importId, path);
  await user.settled(importId);
  return importId;
}

describe("a build in the browser", () => {
  it("makes the same territory as the command line, with its report", async () => {
    const importId = await uploadTown();

    const started = await user.build(importId);
    const { build } = await user.settled(importId);
    const report = await jsonOf<ImportReport>(server.request(`/api/imports/${importId}/report`));

    expect(started.status).toBe(202);
    expect(build).toMatchObject({ status: "done", failure: null, territoryName: "petitbourg" });
    expect(report.territory.counts).toMatchObject({ stations: 2, addresses: 10, elections: 2 });
    expect(report.elections.map(({ id, matched, rows }) => [id, matched, rows])).toEqual([
      ["2017_pres_t1", 2, 2],
      ["2022_pres_t1", 2, 3],
    ]);
    expect(englishExample(report.sources.find(({ file }) => file === "adresses.csv")?.rejects[0])).toContain(
      "adresses.csv, line 13",
    );
    expect(report.stages.map(({ stage }) => stage)).toContain("writing");
    expect(JSON.stringify(report)).not.toContain(server.folder);
    expect((await server.request("/api/territories/petitbourg")).status).toBe(200);
  });

  it("takes mapped columns, and says which file cannot be used and why", async () => {
    const contours = readFileSync(town.stations2022, "utf8")
      .replaceAll("codeBureauVote", "x")
      .replaceAll("numeroBureauVote", "num")
      .replaceAll("codeCommune", "insee");
    const importId = await user.begin(PETITBOURG);
    await user.uploadFile(importId, town.osm);
    const fileId = await user.upload(importId, "zones 2022.geojson", contours);
    const before = await user.settled(importId);
    await user.say(importId, fileId, { role: "stations", columns: { station: "num", commune: "insee" } });
    const mapped = await user.settled(importId);
    await user.build(importId);
    const built = await user.settled(importId);
    await user.say(importId, fileId, { role: "stations", columns: { station: "nowhere" } });
    await user.settled(importId);
    await user.build(importId);
    const failed = await user.settled(importId);

    expect(before.files[1]?.description?.role).toBeNull();
    expect(mapped.files[1]?.description).toMatchObject({ role: "stations", records: 2, vintage: 2022 });
    expect(built.build?.status).toBe("done");
    expect(failed.build).toMatchObject({ status: "failed", failure: { code: "unusable-file" } });
    expect(failed.build?.failure?.message).toMatch(/^«\szones 2022\.geojson\s» n’a pas de propriété «\snowhere\s»/);
    // What was good before is still there.
    expect((await server.request("/api/territories/petitbourg")).status).toBe(200);
  });

  it("is refused while something is missing, and says what", async () => {
    const importId = await user.begin({ ...PETITBOURG, title: "", name: "" });
    await user.uploadFile(importId, town.addresses);
    await user.settled(importId);

    const refused = await jsonOf<Problem>(user.build(importId));

    expect(refused.error).toMatchObject({ code: "not-ready" });
    expect(refused.error.message).toContain("no-streets, no-name");
  });
});

describe("builds that wait, stop, or are cut off", () => {
  /** Builds that end when the test says so. */
  function staged() {
    const running: { progress(share: number): void; fail(error: Error): void }[] = [];
    const workers: Pick<Workers, "build" | "describe"> = {
      describe: async () => {
        throw new Error("nothing is described here");
      },
      build: (_, { signal, onProgress }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(new Cancelled()));
          running.push({
            progress: (share) => onProgress({ stage: "osm", share, megabytesPerSecond: null, remainingSeconds: null }),
            fail: reject,
          });
        }),
    };
    return { running, workers };
  }

  it("queue behind each other, and a waiting one tells how many are before it", async () => {
    const { running, workers } = staged();
    await server.close();
    await open(workers);
    await user.send("POST", "/imports/demo", {});
    const second = await user.begin(PETITBOURG);
    const record = server.deps.imports.find(second);
    if (record === null) throw new Error("no record");
    const build = { status: "waiting" as const, territoryName: "b", startedAt: "", endedAt: null, failure: null };
    server.deps.imports.save({ ...record, build });
    server.deps.importJobs.build(second);

    await vi.waitFor(() => expect(running).toHaveLength(1));
    const waiting = server.deps.importJobs.progress(second);
    running[0]?.fail(new Error("disk on fire"));
    await vi.waitFor(() => expect(running).toHaveLength(2));

    expect(waiting).toEqual({ ahead: 1, build: null });
    expect(server.deps.importJobs.progress(second)).toEqual({ ahead: 0, build: null });
    expect(server.faults[0]).toContain("disk on fire");
  });

  it("are told as they go to every page that looks, also one that came late, and can be cancelled", async () => {
    const { running, workers } = staged();
    await server.close();
    await open(workers);
    const { importId } = await jsonOf<{ importId: string }>(user.send("POST", "/imports/demo", {}));
    await vi.waitFor(() => expect(running).toHaveLength(1));
    running[0]?.progress(0.4);
    const left = new AbortController();
    const events = importEvents(importId, { language: "fr", signal: left.signal }, server.deps);

    const first = (await events.next()).value;
    const second = (await events.next()).value;
    const cancelled = await server.request(`/api/imports/${importId}/build`, { method: "DELETE" });
    const third = (await events.next()).value;
    left.abort();

    expect(first).toMatchObject({ event: "state" });
    expect(second?.event).toBe("progress");
    expect((JSON.parse(second?.data ?? "{}") as ImportProgress).build).toMatchObject({ stage: "osm", share: 0.4 });
    expect(cancelled.status).toBe(204);
    expect(JSON.parse(third?.data ?? "{}")).toMatchObject({ build: { status: "cancelled" } });
  });

  it("are interrupted by the end of the server, and say so at the next start", async () => {
    const { running, workers } = staged();
    await server.close();
    await open(workers);
    const { importId } = await jsonOf<{ importId: string }>(user.send("POST", "/imports/demo", {}));
    await vi.waitFor(() => expect(running).toHaveLength(1));

    // A killed server writes nothing: its record still says "running" when the next one starts.
    const count = server.deps.importJobs.recover();
    const { build } = await user.state(importId);

    expect(count).toBe(1);
    expect(build).toMatchObject({ status: "failed", failure: { code: "interrupted" } });
    expect(build?.failure?.message).toMatch(/^Le serveur s’est arrêté pendant la construction/);
  });
});

describe("a file that is being read", () => {
  it.each([
    ["by itself", "/files/:fileId"],
    ["with its import", ""],
  ])("is read no further once it is removed %s", async (_, what) => {
    const asked: AbortSignal[] = [];
    await server.close();
    await open({
      build: () => Promise.reject(new Error("nothing is built here")),
      describe: (_path, _said, signal) =>
        new Promise((_, reject) => {
          asked.push(signal);
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
    });
    const importId = await user.begin(PETITBOURG);
    const fileId = await user.uploadFile(importId, town.addresses);
    await vi.waitFor(() => expect(asked).toHaveLength(1));

    const address = `/api/imports/${importId}${what.replace(":fileId", fileId)}`;
    const removed = await server.request(address, { method: "DELETE" });

    expect(removed.status).toBe(204);
    expect(asked.map(({ aborted }) => aborted)).toEqual([true]);
    expect(server.faults).toEqual([]);
  });
});

describe("territories as a whole", () => {
  const path = "/territories/petitbourg";

  async function builtTown(): Promise<string> {
    const importId = await uploadTown();
    await user.build(importId);
    await user.settled(importId);
    return importId;
  }

  it("are renamed for people, at once and without a new version", async () => {
    await builtTown();
    const before = await jsonOf<{ summary: { version: string } }>(server.request(`/api${path}`));

    await user.send("PUT", `${path}/title`, { title: "Petitbourg-lès-Dijon" });
    const after = await jsonOf<{ summary: object }>(server.request(`/api${path}`));

    expect(after.summary).toMatchObject({ title: "Petitbourg-lès-Dijon", version: before.summary.version });
  });

  it("say what hangs on them, and go with the files they were built from but not with what people wrote", async () => {
    const importId = await builtTown();
    const choice = { name: "Nous", sides: { "2022_pres_t1/durand": "ours" } };
    await user.send("PUT", `${path}/choice`, choice);

    const holdings = await jsonOf<TerritoryHoldings>(server.request(`/api${path}/holdings`));
    const removed = await server.request(`/api${path}`, { method: "DELETE" });

    expect(holdings).toMatchObject({ plans: 0, runningPlans: 0, choiceVersions: 1, importId });
    expect(holdings.importBytes).toBeGreaterThan(1000);
    expect(removed.status).toBe(204);
    expect((await server.request(`/api${path}`)).status).toBe(404);
    expect(readdirSync(join(server.folder, "imports"))).toEqual([]);
    expect((await server.deps.choices.list("petitbourg", 5)).length).toBe(1);
  });

  it("stay while a plan is being made on them, or while they are being built", async () => {
    await builtTown();
    const plan = { id: "p", territoryName: "petitbourg", createdAt: new Date(), request: PLAN_REQUEST };
    await server.deps.plans.add(plan);

    const refused = await server.request(`/api${path}?lang=en`, { method: "DELETE" });

    expect(refused.status).toBe(409);
    expect((await jsonOf<Problem>(refused)).error.message).toContain("A plan is being made");
  });

  it("that are damaged can be deleted too", async () => {
    writeFileSync(join(server.folder, "territories", "petitbourg.territory"), "damaged");

    expect((await server.request(`/api${path}`, { method: "DELETE" })).status).toBe(204);
  });
});

const PLAN_REQUEST = {
  selection: { kind: "stations" as const, stationIds: "all" as const },
  volunteers: 2,
  minutes: 60,
} as never;
