import { distanceMetres, type Position } from "../../geodata/geometry/position.ts";
import { createRandom } from "../../geodata/numbers/random.ts";
import { openStreetGraph, packStreetGraph } from "../../geodata/street-graph/pack-street-graph.ts";
import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import { openTerritory } from "../../geodata/territory/open-territory.ts";
import { listTerritories, territoryPath } from "../../geodata/territory/territory-folder.ts";
import { createWalkingRouter } from "../../server/walking-router/create-walking-router.ts";
import type { Terminal } from "../command.ts";
import { clusterAround, type DoorToReach, doorsNear } from "./city/clusters.ts";
import { drawCity } from "./city/draw-city.ts";
import { measureAlone } from "./city/measure-alone.ts";
import { orderFromCoordinates, snap } from "./city/order-from-coordinates.ts";

export const summary = "tables of clustered doors, from coordinates too, on each territory and on an invented city";

const DOORS = [250, 500, 1000, 2000];
/** One table this large, for its memory. */
const MANY_DOORS = 5000;
const SEEDS = 5;
const CITY_BLOCKS = 500;
/** Enough streets around for the largest cluster. */
const CITY_REACH_METRES = 1500;
const PATH_KILOMETRES = [1, 5, 20];
const PATHS = 20;

/**
 * Every built territory, then a city of a million arcs. Milliseconds are medians of several clusters, by the clock and
 * of processor: other work on the machine lengthens the former more.
 */
export async function run(terminal: Terminal): Promise<Readonly<Record<string, unknown>>> {
  const figures: Record<string, unknown> = {};
  for (const name of listTerritories()) {
    terminal.progress(name);
    const territory = openTerritory(territoryPath(name));
    try {
      const doors = territory
        .addressesOfStations(territory.stations().map(({ index }) => index))
        .flatMap(({ position, place }) => (place ? [{ position, place }] : []));
      const graph = territory.streetGraph();
      const random = createRandom(1, name);
      const seeds = Array.from({ length: SEEDS }, () => random.pick(doors));
      figures[name] = measure(graph, (seed, count) => clusterAround(doors, seed, count), seeds);
    } finally {
      territory.close();
    }
  }
  terminal.progress("city");
  figures["invented city"] = measureCity();
  return figures;
}

type Cluster = (seed: DoorToReach, count: number) => readonly DoorToReach[];

function measure(graph: StreetGraph, cluster: Cluster, seeds: readonly DoorToReach[]): object {
  const kept = createWalkingRouter(graph);
  const tables = DOORS.map((count) => {
    const clusters = seeds.map((seed) => cluster(seed, count).map(({ place }) => place));
    const figures = {
      newRouter: median(clusters, (places) => createWalkingRouter(graph).durations(places)),
      keptRouter: median(clusters, (places) => kept.durations(places)),
      climbs: median(clusters, (places) => kept.climbs(places)),
    };
    return [`${count} doors`, figures];
  });
  const many = cluster(seeds[0] ?? NOBODY, MANY_DOORS).map(({ place }) => place);
  const before = peakMegabytes();
  const manyDoors = {
    keptRouter: median([many], (places) => kept.durations(places)),
    tableMegabytes: rounded((4 * many.length ** 2) / 1e6),
    peakGrewMegabytes: rounded(peakMegabytes() - before),
  };
  return {
    nodes: graph.nodeCount,
    arcs: graph.arcPiece.length,
    ...Object.fromEntries(tables),
    [`${many.length} doors`]: manyDoors,
    "800 doors from coordinates": fromCoordinates(graph, cluster, seeds),
    settledNodes: kept.settledNodes(),
    peakMegabytes: rounded(peakMegabytes()),
  };
}

const NOBODY: DoorToReach = { position: [0, 0], place: { piece: 0, offsetMetres: 0, side: 0 } };

/** From 800 coordinates to the order in which to visit them, and back: what each part takes, and all of it. */
function fromCoordinates(graph: StreetGraph, cluster: Cluster, seeds: readonly DoorToReach[]): object {
  const clusters = seeds.map((seed) => cluster(seed, 800).map(({ position }) => position));
  const router = createWalkingRouter(graph);
  const began = performance.now();
  const [firstPosition] = clusters[0] ?? [];
  if (firstPosition !== undefined) router.nearest(firstPosition);
  const indexMs = performance.now() - began;
  const snapped = clusters.map((positions) => snap(router, positions));
  return {
    // A router that does not know the streets yet, and one that does.
    orderedTourCold: median(clusters, (positions) => orderFromCoordinates(createWalkingRouter(graph), positions)),
    orderedTour: median(clusters, (positions) => orderFromCoordinates(router, positions)),
    streetIndexMs: rounded(indexMs),
    snap: median(clusters, (positions) => snap(router, positions)),
    table: median(snapped, (places) => router.durations(places)),
  };
}

function measureCity(): object {
  const packed = packStreetGraph(drawCity(CITY_BLOCKS, CITY_BLOCKS));
  const buffer = new SharedArrayBuffer(packed.length);
  new Uint8Array(buffer).set(packed);
  const began = performance.now();
  const graph = openStreetGraph(buffer);
  const openMs = performance.now() - began;
  const random = createRandom(1, "city");
  const around = new Map<DoorToReach, readonly DoorToReach[]>();
  for (let index = 0; index < SEEDS; index++) {
    const doors = doorsNear(graph, nodePosition(graph, random.whole(0, graph.nodeCount - 1)), CITY_REACH_METRES);
    const seed = doors[0];
    if (seed !== undefined) around.set(seed, doors);
  }
  const seeds = [...around.keys()];
  const cluster: Cluster = (seed, count) => clusterAround(around.get(seed) ?? [], seed, count);
  return {
    openMs: rounded(openMs),
    megabytes: rounded(packed.length / 1e6),
    ...measure(graph, cluster, seeds),
    "alone, 800 and 2000 doors": measureAlone(
      packed,
      [800, 2000].map((count) => cluster(seeds[0] ?? NOBODY, count).map(({ position }) => position)),
    ),
    ...Object.fromEntries(PATH_KILOMETRES.map((kilometres) => [`path of ${kilometres} km`, paths(graph, kilometres)])),
  };
}

/** Walks between places that are so far apart as the crow flies, within a tenth. */
function paths(graph: StreetGraph, kilometres: number): object {
  const random = createRandom(2, `${kilometres} km`);
  const router = createWalkingRouter(graph);
  const pairs: (readonly [number, number])[] = [];
  while (pairs.length < PATHS) {
    const [from, to] = [random.whole(0, graph.pieceCount - 1), random.whole(0, graph.pieceCount - 1)];
    const metres = distanceMetres(piecePosition(graph, from), piecePosition(graph, to));
    if (Math.abs(metres / 1000 - kilometres) < kilometres / 10) pairs.push([from, to]);
  }
  const walk = ([from, to]: readonly [number, number]) =>
    router.path({ piece: from, offsetMetres: 0, side: 0 }, { piece: to, offsetMetres: 0, side: 0 });
  for (const pair of pairs.slice(0, 3)) walk(pair);
  const settledBefore = router.settledNodes();
  const times = median(pairs, walk);
  return { ...times, settledNodes: Math.round((router.settledNodes() - settledBefore) / pairs.length) };
}

function piecePosition(graph: StreetGraph, piece: number): Position {
  return nodePosition(graph, graph.pieceFrom[piece] ?? 0);
}

function nodePosition(graph: StreetGraph, node: number): Position {
  return [graph.nodeLongitude[node] ?? 0, graph.nodeLatitude[node] ?? 0];
}

function median<Given>(cases: readonly Given[], work: (given: Given) => unknown): { ms: number; cpuMs: number } {
  const times = cases.map((given) => {
    const cpuBegan = process.cpuUsage();
    const began = performance.now();
    work(given);
    const ms = performance.now() - began;
    const { user, system } = process.cpuUsage(cpuBegan);
    return { ms, cpuMs: (user + system) / 1000 };
  });
  const middle = (values: number[]): number => rounded(values.sort((a, b) => a - b)[values.length >> 1] ?? 0);
  return { ms: middle(times.map(({ ms }) => ms)), cpuMs: middle(times.map(({ cpuMs }) => cpuMs)) };
}

/** The most memory that this process ever held. */
function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1000;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
