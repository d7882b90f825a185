import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Cancelled, UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { createTerritoryWriter } from "../../../geodata/territory/write-territory.ts";
import type { PlanProgress } from "../../../server/contract/plan.ts";
import { Refusal } from "../../../server/contract/refusal.ts";
import { createWorkers, type Workers } from "../../../server/work/create-workers.ts";
import type { PackedJson } from "../../../server/work/packed-json.ts";
import { exampleRequest } from "../../fixtures/example-plan.ts";
import { makeAddress, makeTerritoryContent } from "../../fixtures/territory-content.ts";

let folder: string;
let path: string;
let workers: Workers;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "arpent-workers-"));
  path = join(folder, "two-squares.territory");
  createTerritoryWriter(path, 0).finish(makeTerritoryContent());
  workers = createWorkers();
});
afterAll(async () => {
  await workers.close();
  rmSync(folder, { recursive: true, force: true });
});

const order = (changes: Partial<typeof exampleRequest> = {}) => ({
  path,
  order: { ...exampleRequest, seconds: 0.1, ...changes },
  choice: { name: "", sides: {} },
});
const unpack = <Shape>(packed: PackedJson<Shape>): Shape => JSON.parse(gunzipSync(packed.gzip).toString()) as Shape;
const watch = (signal = new AbortController().signal) => ({ signal, onProgress: () => {} });

describe("worker threads", () => {
  it("answer questions about a territory as packed text", async () => {
    const stations = unpack(await workers.read("stations", path, null));

    expect(stations.features).toHaveLength(2);
  });

  it("hand over refusals and unusable files as themselves", async () => {
    const unknown = workers.read("station", path, { stationId: "none" });
    const broken = join(folder, "broken.territory");
    writeFileSync(broken, "hello");

    await expect(unknown).rejects.toBeInstanceOf(Refusal);
    await expect(unknown).rejects.toMatchObject({ code: "nothing-found", status: 404 });
    await expect(workers.read("stations", broken, null)).rejects.toBeInstanceOf(UnusableFile);
  });

  it("plan, tell their progress in order, and cut the plan up by route", async () => {
    const progress: PlanProgress[] = [];

    const finished = await workers.plan(order(), {
      signal: new AbortController().signal,
      onProgress: (one) => void progress.push(one),
    });

    const plan = unpack(finished.plan);
    const shares = progress.map(({ share }) => share);
    expect(plan.routes.length).toBeGreaterThan(0);
    expect(finished.totals).toEqual(plan.totals);
    expect(finished.routes.map(({ route }) => unpack(route))).toEqual(plan.routes);
    expect(finished.territory).toMatchObject({ title: "Two squares", version: "v1" });
    expect(shares.length).toBeGreaterThan(0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it("hand over a planner's refusal", async () => {
    await expect(workers.plan(order({ start: "lowest" }), watch())).rejects.toMatchObject({ code: "no-elevation" });
  });

  it("compute as many plans as are asked for, one after the other where there is one thread", async () => {
    const finished = await Promise.all([workers.plan(order(), watch()), workers.plan(order({ seed: 2 }), watch())]);

    expect(finished.map(({ plan }) => unpack(plan).request.seed)).toEqual([1, 2]);
  });

  it("give up when cancelled, while waiting and while planning, and go on with the next plan", async () => {
    const long = join(folder, "long-street.territory");
    createTerritoryWriter(long, 0).finish(makeTerritoryContent({ addresses: longStreet(400) }));
    const started = Array.from({ length: workers.planThreads + 1 }, () => {
      const controller = new AbortController();
      const { signal } = controller;
      const begun = new Promise<void>((resolve) => void signal.addEventListener("begun", () => resolve()));
      const onProgress = () => void signal.dispatchEvent(new Event("begun"));
      const plan = workers
        .plan({ ...order({ seconds: 100, volunteers: 6 }), path: long }, { signal, onProgress })
        .catch((error: unknown) => error);
      return { controller, begun, plan };
    });
    await started[0]?.begun;

    for (const { controller } of started) controller.abort();

    for (const { plan } of started) expect(await plan).toBeInstanceOf(Cancelled);
    expect((await workers.plan(order(), watch())).totals.routes).toBeGreaterThan(0);
  });

  it("hand over the best routes found so far when asked to finish", async () => {
    const street = join(folder, "finished-street.territory");
    createTerritoryWriter(street, 0).finish(makeTerritoryContent({ addresses: longStreet(400) }));
    const finishing = new AbortController();
    const onProgress = ({ stage }: PlanProgress) => void (stage === "routes" && finishing.abort());

    const { plan } = await workers.plan(
      { ...order({ seconds: 100, volunteers: 6 }), path: street },
      { ...watch(), finish: finishing.signal, onProgress },
    );

    expect(unpack(plan).search.endedBy).toBe("asked");
    expect(unpack(plan).routes.length).toBeGreaterThan(0);
  });

  it("print sheets of a packed plan, PDF included", async () => {
    const { plan, routes } = await workers.plan(order(), watch());
    const id = routes[0]?.id ?? "";

    const pdf = await workers.printSheets({
      path,
      plan,
      format: "pdf",
      language: "fr",
      routeId: null,
      routeAddresses: { [id]: "http://localhost/r/token" },
    });

    expect(Buffer.from(pdf).toString("latin1", 0, 5)).toBe("%PDF-");
  });
});

/** Enough addresses that the search takes its whole time. */
function longStreet(count: number) {
  return Array.from({ length: count }, (_, index) =>
    makeAddress({ index, id: `a${index}`, place: { piece: 0, offsetMetres: index, side: index % 2 === 0 ? 1 : -1 } }),
  );
}
