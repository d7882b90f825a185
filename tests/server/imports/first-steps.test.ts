import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FirstSteps } from "../../../server/contract/first-steps.ts";
import { examplePlan } from "../../fixtures/example-plan.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { finishedPlan, makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { makeTerritoryContent } from "../../fixtures/territory-content.ts";

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
});
afterEach(() => server.close());

const steps = () => jsonOf<FirstSteps>(server.request("/api/first-steps"));
const doneOf = async () =>
  Object.entries((await steps()).done)
    .filter(([, isDone]) => isDone)
    .map(([step]) => step);

describe("the first steps", () => {
  it("tick themselves off from what exists, one after the other", async () => {
    const before = await doneOf();
    await server.request("/api/territories/two-squares/choice", {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Nous", sides: { "2024_legi_t1-0": "ours" } }),
    });
    const chosen = await doneOf();
    const plan = { id: "plan-1", territoryName: "two-squares", request: examplePlan().request, createdAt: new Date(0) };
    await server.deps.plans.add(plan);
    const planned = await doneOf();
    let tokens = 0;
    await server.deps.plans.finish("plan-1", finishedPlan(examplePlan()), () => `token-${++tokens}`);
    const finished = await doneOf();
    const sheets = await server.request("/api/plans/plan-1/sheets/csv");
    const { done, counts, territory, planId } = await steps();

    expect(before).toEqual(["territory"]);
    expect(chosen).toEqual(["territory", "camps", "stations"]);
    expect(planned).toEqual(["territory", "camps", "stations", "plan"]);
    expect(finished).toEqual(planned);
    expect(sheets.status).toBe(200);
    expect(Object.values(done)).toEqual([true, true, true, true, true]);
    expect(counts).toMatchObject({ ours: 1, plans: 1, sheets: 1 });
    expect(planId).toBe("plan-1");
    expect(territory?.name).toBe("two-squares");
  });

  it("pass over what a territory without results does not have", async () => {
    const { summary } = makeTerritoryContent();
    const counts = { ...summary.counts, elections: 0 };
    server.putTerritory("two-squares", { summary: { ...summary, counts } });
    const { done, skipped } = await steps();
    const plan = { id: "plan-1", territoryName: "two-squares", request: examplePlan().request, createdAt: new Date(0) };
    await server.deps.plans.add(plan);

    expect(done.camps).toBe(false);
    expect(skipped).toEqual(["camps", "stations"]);
    // A plan shows that stations were looked at.
    expect((await steps()).skipped).toEqual(["camps"]);
  });
});
