import * as v from "valibot";
import { openTerritory } from "../../geodata/territory/open-territory.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { listTerritories, territoryPath } from "../../geodata/territory/territory-folder.ts";
import { type Plan, PlanRequestSchema } from "../../server/contract/plan.ts";
import { PlanChangeSchema } from "../../server/contract/plan-change.ts";
import { changePlan } from "../../server/planning/change-plan.ts";
import { planRoutes } from "../../server/planning/plan-routes.ts";
import type { Terminal } from "../command.ts";

export const summary =
  "a plan of 15 routes changed: milliseconds with directions, by the clock and of processor, and stops moved";

/** Every built territory; doors are quick, so that routes have about 60 stops. */
export async function run(terminal: Terminal): Promise<Readonly<Record<string, unknown>>> {
  const figures: Record<string, unknown> = {};
  for (const name of listTerritories()) {
    const territory = openTerritory(territoryPath(name));
    try {
      terminal.progress(name);
      figures[name] = await measure(territory, terminal.signal);
    } finally {
      territory.close();
    }
  }
  return figures;
}

const RUNS = 3;

async function measure(territory: Territory, signal: AbortSignal): Promise<object> {
  const surroundings = { votesPerDoor: null, now: () => performance.now(), signal, onProgress: () => {} };
  const request = v.parse(PlanRequestSchema, {
    selection: { kind: "stations", stationIds: "all" },
    volunteers: 15,
    minutes: 120,
    minutesPerDoor: territory.summary.counts.doors > 4 * territory.summary.counts.addresses ? 0.2 : 0.8,
    seconds: 3,
  });
  const plan = await planRoutes(territory, request, surroundings);
  const figures: Record<string, unknown> = { stops: plan.totals.stops, routes: plan.totals.routes };
  for (const [name, change] of changesOf(plan)) {
    const parsed = v.parse(PlanChangeSchema, change);
    const runs: { readonly ms: number; readonly cpuMs: number; readonly after: Plan }[] = [];
    for (let run = 0; run <= RUNS; run++) {
      const began = performance.now();
      const cpuBegan = process.cpuUsage();
      const after = await changePlan(territory, plan, parsed, surroundings);
      const { user, system } = process.cpuUsage(cpuBegan);
      runs.push({ ms: performance.now() - began, cpuMs: (user + system) / 1000, after });
    }
    // The first one pays for the compiler, as the first plan of a day does.
    const [first, ...others] = runs;
    const median = (values: number[]): number => Math.round(values.sort((a, b) => a - b)[values.length >> 1] ?? 0);
    figures[name] = {
      firstMs: Math.round(first?.ms ?? 0),
      wallMs: median(others.map(({ ms }) => ms)),
      cpuMs: median(others.map(({ cpuMs }) => cpuMs)),
      walkSeconds: Math.round(first?.after.routes.reduce((sum, { walkSeconds }) => sum + walkSeconds, 0) ?? 0),
      ...first?.after.change,
    };
  }
  return figures;
}

function changesOf(plan: Plan): readonly (readonly [name: string, change: object])[] {
  const firsts = plan.routes.flatMap(({ stops }) => stops.slice(0, 10).map(({ id }) => id));
  const lasts = plan.routes.flatMap(({ stops }) => stops.slice(-10).map(({ id }) => id));
  return [
    ["one volunteer less", { removedRoutes: [plan.routes[4]?.id ?? "1"] }],
    ["one more", { addedRoutes: 1 }],
    ["ten stops of each done, ten locked", { doneStops: firsts, lockedStops: lasts }],
    ["90 minutes instead of 120", { minutes: 90 }],
    ["one stop left out", { skippedStops: firsts.slice(5, 6) }],
  ];
}
