import type { StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { openTerritory } from "../../geodata/territory/open-territory.ts";
import { listTerritories, territoryPath } from "../../geodata/territory/territory-folder.ts";
import { orderTour, tourSeconds } from "../../server/tour-optimiser/tour/order-tour.ts";
import { createWalkingRouter, type WalkingRouter } from "../../server/walking-router/create-walking-router.ts";

/**
 * Walking without the seconds of crossings, but never across a primary road away from a crossing: weight 0 is the shortest
 * tour that a walker may take.
 */
export const summary = "street crossings and walking of one tour, by how dear a crossing is (0: the shortest tour)";

const DOORS = 400;
const KICKS = 20_000;
/** Times the router's own crossing costs. */
const WEIGHTS = [0, 0.1, 0.25, 0.5, 1, 2];
/** What the dearest crossing takes; where the walk takes longer than that, it goes round by a mapped crossing. */
const DEAREST_CROSSING_SECONDS = 15;

/** Every built territory: the doors nearest to its middle, one closed tour. */
export async function run(): Promise<object> {
  return Object.fromEntries(listTerritories().map((name) => [name, measureTerritory(name)]));
}

function measureTerritory(name: string): object {
  const territory = openTerritory(territoryPath(name));
  try {
    const router = createWalkingRouter(territory.streetGraph());
    const places = middlePlaces(territory.addressesOfStations(territory.stations().map(({ index }) => index)), router);
    const withCrossings = router.durations(places);
    const without = router.durations(places.map((place) => ({ ...place, side: 0 as const })));
    const crossing = (cell: number): number => (withCrossings[cell] ?? 0) - (without[cell] ?? 0);
    const walkOf = (weight: number): Float32Array =>
      without.map((seconds, cell) =>
        crossing(cell) > DEAREST_CROSSING_SECONDS + 0.5
          ? (withCrossings[cell] ?? 0)
          : seconds + weight * crossing(cell),
      );
    const walk = walkOf(0);
    const tours = WEIGHTS.map((weight) => {
      const problem = { stopCount: places.length, durations: walkOf(weight) };
      const order = orderTour(problem, { seed: 1, kicks: KICKS });
      return {
        weight,
        walkSeconds: tourSeconds(places.length, walk, order),
        crossings: countCrossings(router, places, order),
      };
    });
    const shortest = tours[0];
    return {
      doors: places.length,
      tours: tours.map((tour) => ({
        ...tour,
        walkSeconds: Math.round(tour.walkSeconds),
        crossingsShare: round(tour.crossings / (shortest?.crossings ?? 1)),
        extraWalkPercent: round(100 * (tour.walkSeconds / (shortest?.walkSeconds ?? 1) - 1)),
      })),
    };
  } finally {
    territory.close();
  }
}

function countCrossings(router: WalkingRouter, places: readonly StreetPlace[], order: Int32Array): number {
  let crossings = 0;
  order.forEach((stop, at) => {
    const from = places[stop];
    const to = places[order[(at + 1) % order.length] ?? 0];
    const path = from && to ? router.path(from, to) : null;
    crossings += path?.crossings.length ?? 0;
  });
  return crossings;
}

/** The doors nearest to the door in the middle of all, on one connected part of the network. */
function middlePlaces(
  addresses: readonly { readonly position: readonly [number, number]; readonly place: StreetPlace | null }[],
  router: WalkingRouter,
): readonly StreetPlace[] {
  const placed = addresses.flatMap(({ position, place }) => (place && place.side !== 0 ? [{ position, place }] : []));
  const median = (axis: 0 | 1): number =>
    placed.map(({ position }) => position[axis]).sort((a, b) => a - b)[placed.length >> 1] ?? 0;
  const middle = [median(0), median(1)] as const;
  const away = ({ position }: (typeof placed)[number]): number =>
    Math.hypot((position[0] - middle[0]) * 0.7, position[1] - middle[1]);
  const near = placed
    .sort((a, b) => away(a) - away(b))
    .slice(0, 2 * DOORS)
    .map(({ place }) => place);
  const first = near[0];
  return near.filter((place) => first !== undefined && router.path(first, place) !== null).slice(0, DOORS);
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
