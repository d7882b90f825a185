import { hc } from "hono/client";
import { expect, expectTypeOf, it } from "vitest";
import type { Api } from "../../../server/app.ts";
import type { PlanState, StationCollection } from "../../../server/contract/territories.ts";
import { exampleRequest } from "../../fixtures/example-plan.ts";
import { makeServer } from "../../fixtures/make-server.ts";

it("lets a typed client made from the server's type ask and read everything", async () => {
  const server = await makeServer();
  const fetchFromApp: typeof fetch = async (input, init) => server.request(String(input), init);
  const { api } = hc<Api>("http://localhost", { fetch: fetchFromApp });

  const list = await (await api.territories.$get()).json();
  const stations = await api.territories[":name"].stations.$get({ param: { name: "two-squares" } });
  const started = await api.territories[":name"].plans.$post({ param: { name: "two-squares" }, json: exampleRequest });
  const { planId } = await started.json();
  const state = await (await api.plans[":planId"].$get({ param: { planId } })).json();

  if (stations.status !== 200) throw new Error("expected the stations");
  const collection = await stations.json();
  expectTypeOf(collection.features).toMatchTypeOf<StationCollection["features"][number][]>();
  expectTypeOf(state.status).toEqualTypeOf<PlanState["status"]>();
  expect(list.territories[0]?.name).toBe("two-squares");
  expect(collection.features).toHaveLength(2);
  expect(state.status).toBe("running");
  await server.close();
});
