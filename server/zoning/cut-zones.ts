import { mulberry32 } from "../../geodata/numbers/mulberry32.ts";
import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import { gatherRuns, type StreetRun } from "./gather-runs.ts";
import { linkRuns, type RunLink } from "./link-runs.ts";
import { createPavementGraph } from "./pavement-graph.ts";
import { createRunNetwork, type RunNetwork } from "./run-network.ts";
import { cutLoss, settleBorders } from "./settle-borders.ts";
import { splitInTwo } from "./split-in-two.ts";
import type { ZoneStop } from "./zone-stop.ts";

export interface ZoneCutOptions {
  readonly zoneCount: number;
  readonly seed: number;
  readonly speedKilometresPerHour: number;
  /** Asked now and then; true ends the search with the best known. */
  readonly shouldStop?: () => boolean;
}

/** A cut with what it was made from, for those who score or draw it. */
export interface ZoneCut {
  readonly zoneCount: number;
  /** Zone of each stop, from 0. */
  readonly zoneOfStop: Int32Array;
  readonly runs: readonly StreetRun[];
  readonly links: readonly RunLink[];
  readonly zoneOfRun: Int32Array;
  /** Doors and walk, by run. */
  readonly secondsOfRun: Float64Array;
}

/**
 * Cuts stops into zones of equal work that are contiguous on the street network, compact, and on one side of rivers,
 * railways and big roads where that can be. Every stop is in one zone, no zone is empty.
 *
 * Idea: stops are gathered into runs, runs linked to their neighbours; the whole is cut in two again and again along
 * the easiest seams, then borders are settled by moving runs between neighbouring zones. The same stops and seed give the
 * same zones. About a second for 7,000 stops. Throws RangeError unless 1 ≤ zoneCount ≤ number of stops.
 * Source of the approach: political districting as balanced contiguous partition (Hess et al. 1965; Bozkaya, Erkut &
 * Laporte 2003), with barriers as detours.
 */
export function cutZones(graph: StreetGraph, stops: readonly ZoneStop[], options: ZoneCutOptions): ZoneCut {
  const { zoneCount, seed, speedKilometresPerHour, shouldStop = () => false } = options;
  if (!(zoneCount >= 1 && zoneCount <= stops.length)) {
    throw new RangeError(`${zoneCount} zones of ${stops.length} stops: expected 1 to the number of stops`);
  }
  const runs = gatherRuns(graph, stops, zoneCount);
  const links = linkRuns(graph, createPavementGraph(graph), runs);
  const network = createRunNetwork(runs, links, speedKilometresPerHour / 3.6);
  const search = { random: mulberry32(seed), shouldStop };
  const zoneOfRun = bestStart(network, zoneCount, search);
  settleBorders(network, zoneOfRun, zoneCount, { ...search, stepsPerRun: FINAL_STEPS });
  const zoneOfStop = new Int32Array(stops.length);
  runs.forEach((run, index) => {
    for (const stop of run.stops) zoneOfStop[stop] = zoneOfRun[index] ?? 0;
  });
  return { zoneCount, zoneOfStop, runs, links, zoneOfRun, secondsOfRun: network.seconds };
}

/** Cuts in two are final, so that a first cut may be an unlucky one: several are made and settled a little. */
const STARTS = 6;
const START_STEPS = 400;
const FINAL_STEPS = 3000;

interface ZoneSearch {
  readonly random: () => number;
  readonly shouldStop: () => boolean;
}

function bestStart(network: RunNetwork, zoneCount: number, search: ZoneSearch): Int32Array {
  let best = splitAll(network, zoneCount, search.random);
  let least = Infinity;
  for (let start = 0; start < STARTS && !search.shouldStop(); start++) {
    const zoneOfRun = start === 0 ? best : splitAll(network, zoneCount, search.random);
    settleBorders(network, zoneOfRun, zoneCount, { ...search, stepsPerRun: START_STEPS });
    const loss = cutLoss(network, zoneOfRun, zoneCount);
    if (loss >= least) continue;
    least = loss;
    best = zoneOfRun;
  }
  return best;
}

function splitAll(network: RunNetwork, zoneCount: number, random: () => number): Int32Array {
  const zoneOfRun = new Int32Array(network.count);
  const everything = Array.from({ length: network.count }, (_, run) => run);
  const waiting: { members: readonly number[]; zones: number; firstZone: number }[] = [
    { members: everything, zones: zoneCount, firstZone: 0 },
  ];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const { members, zones, firstZone } = part;
    if (zones === 1) {
      for (const run of members) zoneOfRun[run] = firstZone;
      continue;
    }
    const { first, firstZones, second } = splitInTwo(network, members, zones, random);
    waiting.push(
      { members: first, zones: firstZones, firstZone },
      { members: second, zones: zones - firstZones, firstZone: firstZone + firstZones },
    );
  }
  return zoneOfRun;
}
