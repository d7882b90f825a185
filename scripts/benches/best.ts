import * as v from "valibot";
import { defaultChoice } from "../../geodata/scoring/presets.ts";
import { scoreStations } from "../../geodata/scoring/score-stations.ts";
import { openTerritory } from "../../geodata/territory/open-territory.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { listTerritories, territoryPath } from "../../geodata/territory/territory-folder.ts";
import { type PlanRequest, PlanRequestSchema, type Selection } from "../../server/contract/plan.ts";
import { planRoutes } from "../../server/planning/plan-routes.ts";
import type { Terminal } from "../command.ts";

export const summary = "stations chosen for 15 volunteers and 120 minutes: what was estimated and what the plan gives";

/** Every built territory, both goals: the choice, and as many of the highest scores, planned alike. */
export async function run(terminal: Terminal): Promise<Readonly<Record<string, unknown>>> {
  const figures: Record<string, unknown> = {};
  for (const name of listTerritories()) {
    const territory = openTerritory(territoryPath(name));
    try {
      for (const goal of ["cover", "value"] as const) {
        terminal.progress(`${name}, ${goal}`);
        figures[`${name} ${goal}`] = await measure(territory, goal, terminal.signal);
      }
    } finally {
      territory.close();
    }
  }
  return figures;
}

async function measure(territory: Territory, goal: PlanRequest["goal"], signal: AbortSignal) {
  const scores = scoreStations(territory, defaultChoice(territory)).stations;
  const votesPerDoor = scores.length > 0 ? new Map(scores.map((s) => [s.stationIndex, s.votesPerDoor])) : null;
  const planned = async (selection: Selection) => {
    const request = v.parse(PlanRequestSchema, { selection, volunteers: 15, minutes: 120, goal, seconds: 1 });
    const now = () => performance.now();
    return planRoutes(territory, request, { votesPerDoor, now, signal, onProgress: () => {} });
  };
  const { choice, totals } = await planned({ kind: "best" });
  const stationIds = [...scores]
    .sort((a, b) => b.votesPerDoor - a.votesPerDoor)
    .slice(0, (choice?.stations.length ?? 0) + (choice?.reserve.length ?? 0))
    .map(({ stationId }) => stationId);
  const byScore = stationIds.length > 0 ? (await planned({ kind: "stations", stationIds })).totals : null;
  return {
    stations: choice?.stations.map((station) => station.name),
    estimated: choice?.expected.thisChoice,
    votes: totals.expectedPersuaded,
    doors: totals.doors,
    ...(byScore && { votesByScoreAlone: byScore.expectedPersuaded, doorsByScoreAlone: byScore.doors }),
  };
}
