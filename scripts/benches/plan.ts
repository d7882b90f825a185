import * as v from "valibot";
import { defaultChoice } from "../../geodata/scoring/presets.ts";
import { scoreStations } from "../../geodata/scoring/score-stations.ts";
import { openTerritory } from "../../geodata/territory/open-territory.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { listTerritories, territoryPath } from "../../geodata/territory/territory-folder.ts";
import { PlanRequestSchema } from "../../server/contract/plan.ts";
import { planRoutes } from "../../server/planning/plan-routes.ts";
import type { Terminal } from "../command.ts";

export const summary = "15 volunteers, 120 minutes, whole territory: time, doors and walking by search effort";

const EFFORTS_SECONDS = [0.1, 1, 5];

/** Every built territory, both goals, three efforts. */
export async function run(terminal: Terminal): Promise<Readonly<Record<string, unknown>>> {
  const figures: Record<string, unknown> = {};
  for (const name of listTerritories()) {
    const territory = openTerritory(territoryPath(name));
    try {
      for (const goal of ["cover", "value"] as const) {
        for (const seconds of EFFORTS_SECONDS) {
          terminal.progress(`${name}, ${goal}, ${seconds} s`);
          figures[`${name} ${goal} ${seconds} s`] = await measure(territory, goal, seconds, terminal.signal);
        }
      }
    } finally {
      territory.close();
    }
  }
  return figures;
}

async function measure(territory: Territory, goal: "cover" | "value", seconds: number, signal: AbortSignal) {
  const request = v.parse(PlanRequestSchema, {
    selection: { kind: "stations", stationIds: "all" },
    volunteers: 15,
    minutes: 120,
    goal,
    seconds,
  });
  const began = performance.now();
  const scores = scoreStations(territory, defaultChoice(territory)).stations;
  const { totals, unserved } = await planRoutes(territory, request, {
    votesPerDoor: scores.length > 0 ? new Map(scores.map((s) => [s.stationIndex, s.votesPerDoor])) : null,
    now: () => performance.now(),
    signal,
    onProgress: () => {},
  });
  return {
    wallSeconds: round((performance.now() - began) / 1000),
    routes: totals.routes,
    stops: totals.stops,
    doors: totals.doors,
    unserved: unserved.length,
    metresPerDoor: round(totals.distanceMetres / Math.max(1, totals.doors)),
    doorsPerHour: round((3600 * totals.doors) / Math.max(1, totals.durationSeconds)),
    expectedVotes: round(totals.expectedPersuaded),
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
