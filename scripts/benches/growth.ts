import type { StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { openTerritory } from "../../geodata/territory/open-territory.ts";
import { listTerritories, territoryPath } from "../../geodata/territory/territory-folder.ts";
import { findNearStops } from "../../server/tour-optimiser/near-stops.ts";
import { optimiseRoutes } from "../../server/tour-optimiser/optimise-routes.ts";
import { orderTour } from "../../server/tour-optimiser/tour/order-tour.ts";
import { createWalkingRouter } from "../../server/walking-router/create-walking-router.ts";
import type { Terminal } from "../command.ts";

export const summary = "processor time against stops, from 250 to 8,000, with the exponent between sizes";

const SIZES = [250, 500, 1000, 2000, 4000, 8000];

/** The built territory with most doors on streets; doors are taken evenly from all of them. */
export async function run(terminal: Terminal): Promise<object> {
  const places = mostPlaces();
  const steps: Record<string, (table: Table) => unknown> = {
    "near stops": ({ stopCount, durations }) => findNearStops(stopCount, durations, 24),
    "closed tour, first answer": (table) => orderTour(table, { seed: 1, kicks: 0 }),
    "closed tour, 1,000 kicks": (table) => orderTour(table, { seed: 1, kicks: 1000 }),
    "routes of 15, first answer and polish": (table) => optimiseRoutes(problemOf(table), { seed: 1, seconds: 0 }),
    "routes of 15, 1 s of effort": (table) => optimiseRoutes(problemOf(table), { seed: 1, seconds: 1 }),
  };
  const seconds: Record<string, Record<number, number>> = { "table of durations": {} };
  for (const size of SIZES.filter((stops) => stops <= places.all.length)) {
    terminal.progress(`${size} stops`);
    const chosen = evenly(places.all, size);
    const took = timed(() => places.router.durations(chosen));
    add(seconds, "table of durations", size, took.seconds);
    for (const [name, step] of Object.entries(steps)) {
      add(seconds, name, size, timed(() => step({ stopCount: size, durations: took.value })).seconds);
    }
  }
  return Object.fromEntries(Object.entries(seconds).map(([name, bySize]) => [name, describe(bySize)]));
}

interface Table {
  readonly stopCount: number;
  readonly durations: Float32Array;
}

/** Routes long enough that all stops fit: nothing but the number of stops changes. */
function problemOf({ stopCount, durations }: Table) {
  const fromStart = durations.slice(0, stopCount);
  const limits = { budgetSeconds: 1e6, fromStart, toEnd: null };
  return {
    stopCount,
    durations,
    serviceSeconds: new Float64Array(stopCount).fill(90),
    values: new Float64Array(stopCount).fill(1),
    routes: Array.from({ length: 15 }, () => limits),
    goal: "cover" as const,
    seamSeconds: 10,
    balance: 0.3,
  };
}

function mostPlaces() {
  const all = listTerritories().map((name) => {
    const territory = openTerritory(territoryPath(name));
    const addresses = territory.addressesOfStations(territory.stations().map(({ index }) => index));
    const graph = territory.streetGraph();
    const places = addresses.flatMap(({ place }): StreetPlace[] =>
      place && graph.nodeComponent[graph.pieceFrom[place.piece] ?? 0] === 0 ? [place] : [],
    );
    territory.close();
    return { graph, all: places };
  });
  const [most] = all.sort((a, b) => b.all.length - a.all.length);
  if (!most) throw new Error("no territory is built: npm run arpent -- territory demo");
  return { router: createWalkingRouter(most.graph), all: most.all };
}

function evenly(places: readonly StreetPlace[], count: number): StreetPlace[] {
  return Array.from({ length: count }, (_, index) => places[Math.floor((index * places.length) / count)] ?? NOWHERE);
}

function timed<Value>(work: () => Value): { readonly value: Value; readonly seconds: number } {
  const began = process.cpuUsage();
  const value = work();
  const used = process.cpuUsage(began);
  return { value, seconds: (used.user + used.system) / 1e6 };
}

function add(seconds: Record<string, Record<number, number>>, name: string, size: number, value: number): void {
  seconds[name] = { ...seconds[name], [size]: Number(value.toPrecision(3)) };
}

/** Seconds by size, and log(time ratio) ÷ log(size ratio) between neighbouring sizes. */
function describe(bySize: Readonly<Record<number, number>>): object {
  const sizes = Object.keys(bySize).map(Number);
  const exponents = sizes.slice(1).map((size, index) => {
    const before = sizes[index] ?? size;
    const ratio = (bySize[size] ?? 0) / Math.max(1e-6, bySize[before] ?? 0);
    return [`${before} to ${size}`, Number((Math.log(ratio) / Math.log(size / before)).toFixed(2))] as const;
  });
  return { processorSeconds: bySize, exponent: Object.fromEntries(exponents) };
}

const NOWHERE: StreetPlace = { piece: 0, offsetMetres: 0, side: 0 };
