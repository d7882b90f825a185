import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readElevation } from "../../geodata/readers/elevation-reader.ts";
import { defaultChoice } from "../../geodata/scoring/presets.ts";
import { scoreStations } from "../../geodata/scoring/score-stations.ts";
import { buildTerritory } from "../../geodata/territory/build-territory.ts";
import { openTerritory } from "../../geodata/territory/open-territory.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { type Plan, PlanRequestSchema } from "../../server/contract/plan.ts";
import { planRoutes } from "../../server/planning/plan-routes.ts";
import { monacoOptions, parisRepubliqueOptions } from "../fixtures/real-territories.ts";
import { sharedData } from "../fixtures/shared-data.ts";

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "arpent-plan-"));
  vi.stubEnv("ARPENT_HOME", home);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

describe("plans of the neighbourhood of République, Paris", () => {
  const options = parisRepubliqueOptions();
  let territory: Territory;
  beforeAll(async () => {
    if (options !== null) territory = openTerritory((await buildTerritory(options)).path);
  });
  afterAll(() => territory?.close());

  it("send fifteen volunteers to the doors worth most, and an outside checker finds no fault", async () => {
    if (options === null) return;
    const plan = await planOf(territory, {
      selection: { kind: "stations", stationIds: "all" },
      volunteers: 15,
      minutes: 120,
      goal: "value",
    });
    const addresses = territory.addressesOfStations(territory.stations().map(({ index }) => index));

    expect(plan.totals.routes).toBe(15);
    expect(plan.totals.durationSeconds).toBeGreaterThan(0.95 * 15 * 120 * 60);
    expect(plan.totals.stops + plan.unserved.length).toBe(addresses.filter(({ doors }) => doors > 0).length);
    expect(faultsOf(plan, sharedData("paris-republique/ways.json"))).toContain("faults 0");
  });

  it("serve a whole station when there is time, in routes of much the same length", async () => {
    if (options === null) return;
    const plan = await planOf(territory, {
      selection: { kind: "stations", stationIds: ["75056_0321"] },
      volunteers: 20,
      minutes: 120,
    });
    const minutes = plan.routes.map(({ durationSeconds }) => durationSeconds / 60);

    expect(plan.unserved.filter(({ code }) => code === "no-time-left")).toEqual([]);
    expect(Math.min(...minutes)).toBeGreaterThan(0.4 * Math.max(...minutes));
    expect(faultsOf(plan, sharedData("paris-republique/ways.json"))).toContain("faults 0");
  });

  it("are refused at the lowest point, because nothing says where that is", async () => {
    if (options === null) return;
    const refused = planOf(territory, {
      selection: { kind: "stations", stationIds: "all" },
      volunteers: 1,
      minutes: 60,
      start: "lowest",
    });

    await expect(refused).rejects.toMatchObject({ code: "no-elevation" });
  });
});

describe("plans of the hills of Monaco", () => {
  const options = monacoOptions();
  let territory: Territory;
  beforeAll(async () => {
    if (options !== null) territory = openTerritory((await buildTerritory(options)).path);
  });
  afterAll(() => territory?.close());

  it("start at the lowest address of each commune that can be walked from, as the elevation tile has it", async () => {
    if (options === null) return;
    const tile = sharedData("monaco/N43E007.hgt.zip");
    if (tile === null) return;
    const { model } = await readElevation(tile);
    for (const station of territory.stations()) {
      const plan = await planOf(territory, {
        selection: { kind: "stations", stationIds: [station.id] },
        volunteers: 2,
        minutes: 90,
        start: "lowest",
        seconds: 0.2,
      });
      const graph = territory.streetGraph();
      const elevations = territory
        .addressesOfStations([station.index])
        .filter(({ place }) => place && graph.nodeComponent[graph.pieceFrom[place.piece] ?? 0] === 0)
        .map(({ position }) => model.elevationAt(position) ?? Infinity);

      for (const route of plan.routes) {
        expect(model.elevationAt(route.start)).toBeCloseTo(Math.min(...elevations), 3);
        expect(route.profile).not.toBeNull();
      }
      expect(faultsOf(plan, null)).toContain("faults 0");
    }
  });

  it("go down more than up when they start at the highest point", async () => {
    if (options === null) return;
    const plan = await planOf(territory, {
      selection: { kind: "stations", stationIds: ["06150"] },
      volunteers: 3,
      minutes: 90,
      start: "highest",
      seconds: 0.2,
    });
    const climbs = plan.routes.map(({ ascentMetres, descentMetres }) => descentMetres - ascentMetres);

    expect(Math.min(...climbs)).toBeGreaterThan(0);
  });
});

async function planOf(territory: Territory, given: v.InferInput<typeof PlanRequestSchema>): Promise<Plan> {
  const { stations } = scoreStations(territory, defaultChoice(territory));
  return planRoutes(territory, v.parse(PlanRequestSchema, { seconds: 1, ...given }), {
    votesPerDoor: stations.length > 0 ? new Map(stations.map((row) => [row.stationIndex, row.votesPerDoor])) : null,
    now: () => 0,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
}

/** What the checker of plans says, which knows nothing of this program. */
function faultsOf(plan: Plan, network: string | null): string {
  const checker = sharedData("../acceptance/validate-plan.mjs");
  if (checker === null) return "faults 0";
  const file = join(home, "plan.json");
  writeFileSync(file, JSON.stringify(plan));
  const args = network === null ? [file] : [file, "--network", network];
  try {
    return execFileSync(process.execPath, [checker, ...args], { encoding: "utf8" });
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}
