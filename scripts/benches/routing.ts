import { openTerritory } from "../../geodata/territory/open-territory.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { listTerritories, territoryPath } from "../../geodata/territory/territory-folder.ts";
import { createWalkingRouter } from "../../server/walking-router/create-walking-router.ts";

export const summary = "size of each street graph, time to open it, tables of durations and single paths";

const DOORS = [250, 500, 1000, 2000, 5000];
const PATHS = 500;

/** Every built territory, each in turn. */
export async function run(): Promise<Readonly<Record<string, unknown>>> {
  return Object.fromEntries(listTerritories().map((name) => [name, measureTerritory(name)]));
}

function measureTerritory(name: string): object {
  const opening = performance.now();
  const territory = openTerritory(territoryPath(name));
  try {
    const graph = territory.streetGraph();
    const openMs = performance.now() - opening;
    const router = createWalkingRouter(graph);
    const places = placesOf(territory);
    router.durations(places.slice(0, 100));
    const tables = Object.fromEntries(
      DOORS.filter((doors) => doors <= places.length).map((doors) => [
        `table of ${doors} doors, ms`,
        Math.round(best(() => router.durations(places.slice(0, doors)))),
      ]),
    );
    const began = performance.now();
    for (let index = 0; index < PATHS; index++) {
      const from = places[(index * 7919) % places.length];
      const to = places[(index * 104_729) % places.length];
      if (from && to) router.path(from, to);
    }
    return {
      nodes: graph.nodeCount,
      pieces: graph.pieceCount,
      kilometres: Math.round(territory.summary.counts.walkableKilometres),
      openMs: Math.round(openMs),
      ...tables,
      pathMs: Number(((performance.now() - began) / PATHS).toPrecision(3)),
    };
  } finally {
    territory.close();
  }
}

function placesOf(territory: Territory) {
  return territory
    .addressesOfStations(territory.stations().map(({ index }) => index))
    .flatMap(({ place }) => (place ? [place] : []));
}

/** The shortest of three, as other work on the machine only ever makes it longer. */
function best(work: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const began = performance.now();
      work();
      return performance.now() - began;
    }),
  );
}
