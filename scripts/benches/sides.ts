import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { openTerritory } from "../../geodata/territory/open-territory.ts";
import { listTerritories, territoryPath } from "../../geodata/territory/territory-folder.ts";
import { orderTour } from "../../server/tour-optimiser/tour/order-tour.ts";
import { createWalkingRouter, type WalkingRouter } from "../../server/walking-router/create-walking-router.ts";
import type { Terminal } from "../command.ts";
import { neighbourhoodsOf } from "./neighbourhoods/nearest-doors.ts";
import { PLACES, whereBigRoadsAreCrossed } from "./neighbourhoods/where-big-roads-are-crossed.ts";

export const summary =
  "closed tours of 400 doors: street crossings against walking, the shortest tour being the one that looks at no side";

const DOORS = 400;
const KICKS = 8000;
const KILOMETRES_PER_HOUR = 4.5;
/** Times the router's own crossing costs: 1 is how routes are planned. From 0.5 to 1 most streets go from zigzag to sides. */
const WEIGHTS = [0.02, 0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 1, 2, 4];
/** So little that it decides between walks of the same length only. */
const LEAST_WEIGHT = 0.001;
/** More walking than the shortest tour that a tour may take to have few crossings, in percent. */
const ALLOWANCES_PERCENT = [0.5, 4];

/** Every built territory, a few neighbourhoods each. */
export async function run(terminal: Terminal): Promise<object> {
  const figures: Record<string, object> = {};
  for (const name of listTerritories()) {
    const territory = openTerritory(territoryPath(name));
    try {
      const graph = territory.streetGraph();
      const router = createWalkingRouter(graph);
      for (const [neighbourhood, places] of neighbourhoodsOf(territory, router, DOORS)) {
        terminal.progress(`${name}, ${neighbourhood}`);
        figures[`${name}, ${neighbourhood}`] = measureNeighbourhood(graph, router, places);
      }
    } finally {
      territory.close();
    }
  }
  return figures;
}

function measureNeighbourhood(graph: StreetGraph, router: WalkingRouter, places: readonly StreetPlace[]): object {
  const shortest = walkTour(graph, router, places, LEAST_WEIGHT, sidelessTable(router, places));
  const tours = WEIGHTS.map((weight) => walkTour(graph, router, places, weight, weighedTable(router, places, weight)));
  const extraPercent = ({ walkSeconds }: Tour): number => 100 * (walkSeconds / shortest.walkSeconds - 1);
  const compare = (tour: Tour): object => ({
    weight: tour.weight,
    extraWalkPercent: round(extraPercent(tour)),
    crossings: tour.crossings,
    crossingsShare: round(tour.crossings / shortest.crossings),
    zigzagShare: round(tour.zigzags / shortest.zigzags),
  });
  const within = (percent: number): object => {
    const [fewest] = tours
      .filter((tour) => extraPercent(tour) <= percent)
      .sort((one, other) => one.crossings - other.crossings);
    return fewest ? compare(fewest) : {};
  };
  const planned = tours.find(({ weight }) => weight === 1);
  const bigRoads = [shortest, ...tours].flatMap(({ bigRoadsCrossed }) => bigRoadsCrossed);
  return {
    doors: places.length,
    shortest: {
      walkSeconds: Math.round(shortest.walkSeconds),
      crossings: shortest.crossings,
      zigzags: shortest.zigzags,
      stepsAlongOnePiece: shortest.stepsAlongOnePiece,
    },
    ...Object.fromEntries(ALLOWANCES_PERCENT.map((percent) => [`within ${percent} % more walking`, within(percent)])),
    "as planned": planned ? compare(planned) : {},
    "primary roads crossed at": Object.fromEntries(
      PLACES.map((place) => [place, bigRoads.filter((crossed) => crossed === place).length]),
    ),
  };
}

interface Tour {
  readonly weight: number;
  /** Without the seconds of crossings. */
  readonly walkSeconds: number;
  readonly crossings: number;
  /** Crossings between doors that follow each other on one piece of street. */
  readonly zigzags: number;
  readonly stepsAlongOnePiece: number;
  readonly bigRoadsCrossed: ReturnType<typeof whereBigRoadsAreCrossed>;
}

/** Orders a tour by a table, and walks it as somebody does to whom crossings are as dear as `weight` says. */
function walkTour(
  graph: StreetGraph,
  router: WalkingRouter,
  places: readonly StreetPlace[],
  weight: number,
  durations: Float32Array,
): Tour {
  const order = orderTour({ stopCount: places.length, durations }, { seed: 1, kicks: KICKS });
  const legs = Array.from(order, (stop, at) => {
    const [from, to] = [places[stop], places[order[(at + 1) % order.length] ?? 0]];
    const path = from && to ? router.path(from, to, slowed(weight)) : null;
    if (!from || !to || !path) throw new Error(`no way between door ${stop} and the next of a tour`);
    return { path, isOnePiece: from.piece === to.piece };
  });
  const seconds = legs.flatMap(({ path }) => path.stretches.map(({ durationSeconds }) => durationSeconds));
  return {
    weight,
    walkSeconds: weight * seconds.reduce((sum, stretch) => sum + stretch, 0),
    crossings: legs.filter(({ path }) => path.crossings.length > 0).length,
    zigzags: legs.filter(({ path, isOnePiece }) => isOnePiece && path.crossings.length > 0).length,
    stepsAlongOnePiece: legs.filter(({ isOnePiece }) => isOnePiece).length,
    bigRoadsCrossed: legs.flatMap(({ path }) => whereBigRoadsAreCrossed(graph, path)),
  };
}

/** Seconds of walking, and `weight` times those of crossing: to a slower walker, crossings are as much less. */
function weighedTable(router: WalkingRouter, places: readonly StreetPlace[], weight: number): Float32Array {
  return router.durations(places, slowed(weight)).map((seconds) => weight * seconds);
}

function slowed(weight: number): { readonly speedKilometresPerHour: number } {
  return { speedKilometresPerHour: weight * KILOMETRES_PER_HOUR };
}

/**
 * Seconds of walking as if all doors were in the middle of the street, but for the way round that a primary road asks
 * for: which of several equally short tours is found has nothing to do with sides.
 */
function sidelessTable(router: WalkingRouter, places: readonly StreetPlace[]): Float32Array {
  const shortest = weighedTable(router, places, LEAST_WEIGHT);
  const inTheMiddle = places.map((place) => ({ ...place, side: 0 as const }));
  const sideless = router.durations(inTheMiddle, { speedKilometresPerHour: KILOMETRES_PER_HOUR });
  return sideless.map((seconds, cell) =>
    (shortest[cell] ?? 0) - seconds > WAY_ROUND_SECONDS ? (shortest[cell] ?? 0) : seconds,
  );
}

/** More than the dearest crossing is worth at LEAST_WEIGHT. */
const WAY_ROUND_SECONDS = 0.03;

function round(value: number): number {
  return Number(value.toFixed(3));
}
