import { distanceMetres, type Position } from "../../geodata/geometry/position.ts";
import { type StreetGraph, streetName } from "../../geodata/street-graph/street-graph.ts";
import type { ZoneCut } from "./cut-zones.ts";
import { joinParts } from "./join-parts.ts";
import { linkCost, type RunLink } from "./link-runs.ts";
import { BARRIER, BARRIERS, type Barrier, WALK_OVER_SPAN, type ZoneStop } from "./zone-stop.ts";

/** What one zone is like. */
export interface ZoneFigures {
  readonly stops: number;
  readonly doors: number;
  readonly doorSeconds: number;
  /** Estimated walk through all its doors. */
  readonly walkMetres: number;
  /** Doors and walk, as the cut weighed them. */
  readonly workSeconds: number;
  /** Root of the mean square distance of its doors to their middle. */
  readonly spreadMetres: number;
  /** What lies between its parts: it must be crossed to do the zone. */
  readonly straddles: readonly Straddle[];
}

export interface Straddle {
  readonly barrier: Exclude<Barrier, "none">;
  /** Street that is crossed or bridge that is taken; empty when it has no name or there is no way. */
  readonly street: string;
}

export interface CutScore {
  readonly zones: readonly ZoneFigures[];
  /** Work of the heaviest and of the lightest zone over the mean. */
  readonly heaviest: number;
  readonly lightest: number;
  /** Pieces of street with doors of two zones or more. */
  readonly sharedPieces: number;
  /** Sides of a street torn between zones. */
  readonly tornSides: number;
  readonly straddledRoads: number;
  readonly straddledBridges: number;
  readonly gaps: number;
  /** Walk and 60 m for each big road to cross, per door. */
  readonly metresEquivalentPerDoor: number;
}

/** As in the report of a route. */
const ROAD_CROSSING_METRES = 60;

/**
 * Judges a cut. A zone straddles a barrier when its runs do not hang together without it: its links are taken in order of
 * barrier, then cost, and those over a barrier that still join two parts are counted (Kruskal 1956). The same tree
 * spans the zone, and with the length of its runs gives the walk.
 */
export function scoreZones(graph: StreetGraph, stops: readonly ZoneStop[], cut: ZoneCut): CutScore {
  const zones = Array.from({ length: cut.zoneCount }, (_, zone) => figuresOf(graph, stops, cut, zone));
  const mean = zones.reduce((sum, { workSeconds }) => sum + workSeconds, 0) / zones.length;
  const straddles = zones.flatMap((zone) => zone.straddles);
  const count = (barrier: Barrier) => straddles.filter((straddle) => straddle.barrier === barrier).length;
  const doors = stops.reduce((sum, stop) => sum + stop.doors, 0);
  const walked = zones.reduce((sum, { walkMetres }) => sum + walkMetres, 0);
  return {
    zones,
    heaviest: Math.max(...zones.map(({ workSeconds }) => workSeconds)) / mean,
    lightest: Math.min(...zones.map(({ workSeconds }) => workSeconds)) / mean,
    ...sharedStreets(cut),
    straddledRoads: count("road"),
    straddledBridges: count("bridge"),
    gaps: count("gap"),
    metresEquivalentPerDoor: (walked + ROAD_CROSSING_METRES * count("road")) / Math.max(1, doors),
  };
}

function figuresOf(graph: StreetGraph, stops: readonly ZoneStop[], cut: ZoneCut, zone: number): ZoneFigures {
  const members = stops.filter((_, index) => cut.zoneOfStop[index] === zone);
  const ownRuns = cut.runs.flatMap((run, index) => (cut.zoneOfRun[index] === zone ? [{ run, index }] : []));
  const tree = spanningLinks(cut, zone);
  const onWay = tree.filter(({ barrier }) => barrier !== BARRIER.gap);
  const span =
    ownRuns.reduce((sum, { run }) => sum + run.toMetres - run.fromMetres, 0) +
    onWay.reduce((sum, { metres }) => sum + metres, 0);
  return {
    stops: members.length,
    doors: members.reduce((sum, stop) => sum + stop.doors, 0),
    doorSeconds: members.reduce((sum, stop) => sum + stop.doorSeconds, 0),
    walkMetres: WALK_OVER_SPAN * span,
    workSeconds: ownRuns.reduce((sum, { index }) => sum + (cut.secondsOfRun[index] ?? 0), 0),
    spreadMetres: spreadOf(members),
    straddles: tree.flatMap((link) => straddleOf(graph, link)),
  };
}

function spanningLinks(cut: ZoneCut, zone: number): readonly RunLink[] {
  const inside = cut.links.filter(({ a, b }) => cut.zoneOfRun[a] === zone && cut.zoneOfRun[b] === zone);
  const parts = joinParts(cut.runs.length);
  return [...inside]
    .sort((one, other) => one.barrier - other.barrier || linkCost(one) - linkCost(other))
    .filter(({ a, b }) => parts.join(a, b));
}

function straddleOf(graph: StreetGraph, { barrier, barrierPiece }: RunLink): readonly Straddle[] {
  const kind = BARRIERS[barrier];
  if (kind === undefined || kind === "none") return [];
  return [{ barrier: kind, street: barrierPiece < 0 ? "" : streetName(graph, barrierPiece) }];
}

function spreadOf(stops: readonly ZoneStop[]): number {
  const doors = stops.reduce((sum, stop) => sum + stop.doors, 0);
  const mean = (axis: 0 | 1) => stops.reduce((sum, stop) => sum + stop.doors * stop.position[axis], 0) / doors;
  const middle: Position = [mean(0), mean(1)];
  const squares = stops.reduce((sum, stop) => sum + stop.doors * distanceMetres(stop.position, middle) ** 2, 0);
  return Math.sqrt(squares / doors);
}

function sharedStreets({ runs, zoneOfRun }: ZoneCut): Pick<CutScore, "sharedPieces" | "tornSides"> {
  const zonesOfPiece = new Map<number, Set<number>>();
  const zonesOfSide = new Map<string, Set<number>>();
  runs.forEach(({ piece, side }, index) => {
    const zone = zoneOfRun[index] ?? 0;
    zonesOfPiece.set(piece, (zonesOfPiece.get(piece) ?? new Set()).add(zone));
    zonesOfSide.set(`${piece}/${side}`, (zonesOfSide.get(`${piece}/${side}`) ?? new Set()).add(zone));
  });
  const several = (sets: Iterable<Set<number>>) => [...sets].filter(({ size }) => size > 1).length;
  return { sharedPieces: several(zonesOfPiece.values()), tornSides: several(zonesOfSide.values()) };
}
