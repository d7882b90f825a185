import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Cancelled } from "../../../geodata/readers/source-rows.ts";
import { type Plan, type PlanRequest, PlanRequestSchema } from "../../../server/contract/plan.ts";
import { Refusal } from "../../../server/contract/refusal.ts";
import type { RouterServer } from "../../../server/osrm-router/parse-router-url.ts";
import { planWithFallback } from "../../../server/osrm-router/plan-with-fallback.ts";
import { OSRM_ERRORS, type OsrmServer, sendText, startOsrmServer } from "../../fixtures/osrm-server.ts";
import { gridTerritory } from "../../fixtures/planning-territory.ts";

const ADDRESSES = 40;
const territory = gridTerritory({ addresses: ADDRESSES });

let server: OsrmServer;
beforeEach(async () => {
  server = await startOsrmServer(territory.streetGraph());
});
afterEach(() => server.close());

type Changes = Partial<v.InferInput<typeof PlanRequestSchema>>;

function request(changes: Changes = {}): PlanRequest {
  return v.parse(PlanRequestSchema, {
    selection: { kind: "stations", stationIds: "all" },
    volunteers: 3,
    minutes: 45,
    seconds: 0.1,
    ...changes,
  });
}

function plan(
  router: RouterServer | null,
  changes: Changes = {},
  signal = new AbortController().signal,
): Promise<Plan> {
  return planWithFallback(
    territory,
    request(changes),
    { votesPerDoor: null, now: () => 0, signal, onProgress: () => {} },
    router,
  );
}

/** The plan of our own engine, with a warning of the fallback before its own. */
async function ownPlan({ warnings: [warning], warningSentences = [] }: Plan, changes: Changes = {}): Promise<Plan> {
  const own = await plan(null, changes);
  const [sentence] = warningSentences;
  if (warning === undefined || sentence === undefined) throw new Error("the plan has no warning");
  expect(Object.values(sentence)).toContain(warning);
  return {
    ...own,
    warnings: [warning, ...own.warnings],
    warningSentences: [sentence, ...(own.warningSentences ?? [])],
  };
}

describe("a plan with a routing server", () => {
  it.each([
    { volunteers: 3, minutes: 45 },
    { volunteers: 2, minutes: 120, end: "start" as const, speed: 3 },
    { volunteers: 4, minutes: 60, goal: "value" as const, start: { position: [2.353, 48.861] as [number, number] } },
    { volunteers: 5, minutes: 240, language: "en" as const },
    { volunteers: 3, minutes: 60, start: "anywhere" as const },
  ])("is as sound as one without: %j", async (changes) => {
    const result = await plan(server.settings({ tableSize: 25 }), changes);

    expectSound(result);
    expect(result.routes.length).toBeGreaterThan(0);
    expect(result.warnings.filter((warning) => /itinéraires|routing server/.test(warning))).toEqual([]);
    expect(new Set(server.requests.map(({ service }) => service))).toContain("table");
    expect(new Set(server.requests.map(({ service }) => service))).toContain("route");
    const instructions = result.routes.flatMap(({ osrm }) =>
      osrm.legs.flatMap(({ steps }) => steps.map(({ instruction }) => instruction)),
    );
    expect(instructions.every((instruction) => instruction.length > 3)).toBe(true);
  });

  it("is the same for the same seed", async () => {
    const first = await plan(server.settings());

    expect(JSON.stringify(await plan(server.settings()))).toBe(JSON.stringify(first));
  });

  it("asks nobody when no server is named", async () => {
    expectSound(await plan(null));
    expect(server.requests).toEqual([]);
  });
});

describe("a routing server that fails", () => {
  it("leaves the plan to our own engine when it is down, and the plan says so", async () => {
    const settings = server.settings();
    await server.close();

    const result = await plan(settings);

    expect(result.warnings[0]).toBe(
      `Le serveur d’itinéraires ${settings.address} ne répond pas (connexion impossible : ECONNREFUSED) : temps de marche calculés par Arpent.`,
    );
    expect(result).toEqual(await ownPlan(result));
    expectSound(result);
  });

  it("is told of in English to those who plan in English", async () => {
    server.instead = () => true;

    const { warnings } = await plan(server.settings({ timeoutSeconds: 0.1 }), { language: "en" });

    expect(warnings[0]).toBe(
      `The routing server ${server.address} does not answer (no answer within 0.1 s): walking times computed by Arpent.`,
    );
  });

  it.each([
    ["answers nonsense", 200, "<html>Welcome to nginx!</html>", "pas de JSON, mais <html>Welcome to nginx!</html>"],
    ["refuses", 400, JSON.stringify(OSRM_ERRORS.invalidQuery), "InvalidQuery"],
  ])("is not called silent when it %s", async (_, status, text, reason) => {
    server.instead = (response) => sendText(response, status, text);

    const result = await plan(server.settings());

    expect(result.warnings[0]).toContain(`${server.address} ne convient pas à ce plan (`);
    expect(result.warnings[0]).toContain(reason);
    expect(result).toEqual(await ownPlan(result));
  });

  it("shares no plan: after a failure midway nothing of its walks is left", async () => {
    let routes = 0;
    server.instead = (response, { service }) =>
      service === "route" && ++routes > 1 && sendText(response, 400, JSON.stringify(OSRM_ERRORS.noRoute));

    const result = await plan(server.settings());

    expect(routes).toBe(2);
    expect(result.warnings[0]).toContain("NoRoute");
    expect(result).toEqual(await ownPlan(result));
  });

  it("knows one way to walk: a volunteer who takes no steps is planned for by our own engine", async () => {
    const changes = { team: [{}, { avoidsSteps: true }] };

    const result = await plan(server.settings(), changes);

    expect(result.warnings[0]).toBe(
      `Le serveur d’itinéraires ${server.address} ne convient pas à ce plan (il ne sait pas éviter les escaliers) : temps de marche calculés par Arpent.`,
    );
    expect(result).toEqual(await ownPlan(result, changes));
  });

  it("has a map of somewhere else", async () => {
    server.instead = (response, { service, coordinates, query }) => {
      const monaco = { location: [7.42, 43.73], name: "", distance: 800_000 };
      const [rows, columns] = ["sources", "destinations"].map((side) => (query.get(side) ?? "").split(";"));
      const answer =
        service === "nearest"
          ? { code: "Ok", waypoints: [monaco] }
          : {
              code: "Ok",
              durations: rows?.map(() => columns?.map(() => 0)),
              sources: coordinates.slice(0, rows?.length).map(() => monaco),
              destinations: coordinates.slice(0, columns?.length).map(() => monaco),
            };
      return sendText(response, 200, JSON.stringify(answer));
    };

    const result = await plan(server.settings());

    expect(result.warnings[0]).toMatch(/aucune rue à moins de 500 m de 2\.35\d+, 48\.86\d+ sur sa carte/);
    expectSound(result);
  });
});

describe("what is no failure of the server", () => {
  it("is a request that cannot be met", async () => {
    const far = { start: { position: [7.42, 43.73] as [number, number] } };

    await expect(plan(server.settings(), far)).rejects.toThrow(Refusal);
  });

  it("is cancelling", async () => {
    const controller = new AbortController();
    server.instead = () => {
      controller.abort();
      return true;
    };

    await expect(plan(server.settings(), {}, controller.signal)).rejects.toThrow(Cancelled);
  });
});

function expectSound(result: Plan): void {
  const served = result.routes.flatMap(({ stops }) => stops.map(({ id }) => id));
  const left = result.unserved.map(({ stopId }) => stopId);
  expect(new Set([...served, ...left]).size).toBe(ADDRESSES);
  expect(served.length + left.length).toBe(ADDRESSES);
  for (const route of result.routes) {
    const { legs } = route.osrm;
    expect(route.durationSeconds).toBeLessThanOrEqual(result.request.minutes * 60);
    expect(legs).toHaveLength(route.stops.length + (result.request.end === "start" ? 1 : 0));
    expect(sum(legs.map(({ duration }) => duration))).toBeCloseTo(route.walkSeconds, 6);
    expect(sum(legs.map(({ distance }) => distance))).toBeCloseTo(route.distanceMetres, 6);
    expect(route.walkSeconds + route.doorSeconds).toBeCloseTo(route.durationSeconds, 6);
    let clock = 0;
    for (const [index, stop] of route.stops.entries()) {
      clock += legs[index]?.duration ?? Number.NaN;
      expect(stop.arrivalSeconds).toBeCloseTo(clock, 6);
      clock += stop.serviceSeconds;
    }
    for (const [index, leg] of legs.slice(1).entries()) {
      expect(leg.steps[0]?.geometry.coordinates[0]).toEqual(legs[index]?.steps.at(-1)?.geometry.coordinates.at(-1));
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
