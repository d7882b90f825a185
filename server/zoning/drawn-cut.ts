import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { ZoneCut } from "./cut-zones.ts";
import { gatherRuns, type StreetRun } from "./gather-runs.ts";
import { linkRuns } from "./link-runs.ts";
import { createPavementGraph } from "./pavement-graph.ts";
import { createRunNetwork } from "./run-network.ts";
import type { ZoneStop } from "./zone-stop.ts";

/**
 * Zones that somebody else made, as a cut that can be scored. No run has stops of two zones. Zones may be empty.
 * Stops of zone -1 are in none: they are there because their streets lie between the others.
 */
export function drawnCut(
  graph: StreetGraph,
  stops: readonly ZoneStop[],
  zoneOfStop: Int32Array,
  zoneCount: number,
  speedKilometresPerHour: number,
): ZoneCut {
  const stopsOfZone = Array.from({ length: zoneCount + 1 }, (): number[] => []);
  zoneOfStop.forEach((zone, stop) => {
    stopsOfZone[zone + 1]?.push(stop);
  });
  const ownRuns = stopsOfZone.map((members) => runsOf(graph, stops, members));
  const runs = ownRuns.flat();
  const links = linkRuns(graph, createPavementGraph(graph), runs);
  return {
    zoneCount,
    zoneOfStop,
    runs,
    links,
    zoneOfRun: Int32Array.from(ownRuns.flatMap((own, zone) => own.map(() => zone - 1))),
    secondsOfRun: createRunNetwork(runs, links, speedKilometresPerHour / 3.6).seconds,
  };
}

function runsOf(graph: StreetGraph, stops: readonly ZoneStop[], members: readonly number[]): readonly StreetRun[] {
  const own = members.flatMap((stop) => stops[stop] ?? []);
  if (own.length === 0) return [];
  return gatherRuns(graph, own, 1).map((run) => ({ ...run, stops: run.stops.map((stop) => members[stop] ?? 0) }));
}
