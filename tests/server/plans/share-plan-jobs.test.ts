import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type CampaignDatabase,
  openCampaignDatabase,
  type PostgresPlace,
} from "../../../server/campaign/campaign-database.ts";
import { createPostgresBells, type PostgresBells } from "../../../server/campaign/postgres-bells.ts";
import { holdProgramMark, isProgramGone, type ProgramMark } from "../../../server/campaign/program-marks.ts";
import { createSignalBell } from "../../../server/http/signal-bell.ts";
import type { PlanJobs } from "../../../server/plans/plan-jobs.ts";
import { createPlanOwnerStore } from "../../../server/plans/plan-owner-store.ts";
import { createPlanStore } from "../../../server/plans/plan-store.ts";
import { sharePlanJobs } from "../../../server/plans/share-plan-jobs.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";
import { exampleRequest } from "../../fixtures/example-plan.ts";

const ON_POSTGRES = STORES.filter(({ store }) => store === "PostgreSQL");

describe.each(ON_POSTGRES)("two server processes on one campaign, on $store", ({ newPlace }) => {
  let left: StorePlace;
  let place: PostgresPlace;
  let database: CampaignDatabase;
  const open: { jobs: PlanJobs; bells: PostgresBells; mark: ProgramMark }[] = [];

  beforeEach(async () => {
    left = await newPlace();
    if (typeof left.place === "string") throw new Error("a schema is expected");
    place = left.place;
    database = await openCampaignDatabase(place);
  });
  afterEach(async () => {
    for (const { jobs, bells, mark } of open.splice(0)) {
      await jobs.close();
      await bells.close();
      await mark.close();
    }
    await database.destroy();
    await left.leave();
  });

  /** A process whose plans run until they are told otherwise, and what it was told. */
  async function newProcess(programId: string) {
    const plans = createPlanStore(database);
    const told: string[] = [];
    const running = new Map<string, ReturnType<typeof createSignalBell>>();
    const bells = createPostgresBells(place);
    const own: PlanJobs = {
      checkRoom: () => {},
      start: (planId) => void running.set(planId, createSignalBell()),
      find: (planId) => {
        const bell = running.get(planId);
        return bell ? { progress: null, sequence: 0, bell } : null;
      },
      async cancel(planId) {
        await plans.cancel(planId);
        if (!running.has(planId)) return;
        told.push(`cancel ${planId}`);
        running.delete(planId);
      },
      finish(planId) {
        if (!running.has(planId)) return false;
        told.push(`finish ${planId}`);
        return true;
      },
      close: async () => {},
    };
    const mark = await holdProgramMark(place, programId);
    const log = { error: (_: object, said: string) => void told.push(said), info: () => {} };
    const jobs = sharePlanJobs({
      ...{ jobs: own, plans, bells, programId, log, lookMs: 100 },
      owners: createPlanOwnerStore(database),
      isGone: (other) => isProgramGone(database, place.schema, other),
    });
    open.push({ jobs, bells, mark });
    return { jobs, told, mark, plans };
  }
  async function begin(planId: string, { jobs, plans }: Awaited<ReturnType<typeof newProcess>>) {
    await plans.add({ id: planId, territoryName: "t", request: exampleRequest, createdAt: new Date(0) });
    jobs.start(planId, {} as never);
    await until(async () => (await createPlanOwnerStore(database).owners()).length > 0);
  }
  async function until(isSo: () => boolean | Promise<boolean>) {
    await expect.poll(isSo, { timeout: 15_000, interval: 30 }).toBe(true);
  }

  it("the one that makes a plan cancels and finishes it when the other is asked to", async () => {
    const [one, other] = [await newProcess("one"), await newProcess("other")];
    await begin("p", one);
    // Bells are heard once their connection listens.
    await until(() => {
      other.jobs.finish("p");
      return one.told.includes("finish p");
    });

    await other.jobs.cancel("p");

    await until(() => one.told.includes("cancel p"));
    expect(other.told).toEqual([]);
    expect((await one.plans.find("p"))?.status).toBe("cancelled");
  });

  it("plans of a process that ended are marked as interrupted by the other, and those of a living one are not", async () => {
    const [one, other] = [await newProcess("one"), await newProcess("other")];
    await begin("p", one);
    await begin("q", other);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await one.plans.find("p"))?.status).toBe("running");

    await one.mark.close();

    await until(async () => (await one.plans.find("p"))?.status === "failed");
    expect((await one.plans.find("p"))?.failure?.code).toBe("interrupted");
    expect((await one.plans.find("q"))?.status).toBe("running");
  });

  it("a process whose connection broke is not taken for one that ended", async () => {
    const one = await newProcess("one");
    const client = new pg.Client({ connectionString: place.url });
    await client.connect();

    // Marks are locks of two keys; those of one are migrations of other tests.
    await client.query("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2");
    await client.end();

    await until(async () => !(await isProgramGone(database, place.schema, "one")));
    expect(one.told).toEqual([]);
  });
});
