import { distanceMetres } from "../../geodata/geometry/position.ts";
import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import { type CrossedClass, countCrossings, type RouteReport } from "../contract/route-report.ts";
import type { WalkingPath } from "../walking-router/walking-path.ts";
import { countStreetCrossings } from "./count-street-crossings.ts";
import { repeatedMetres } from "./repeated-metres.ts";
import type { WalkedLeg } from "./street-router.ts";

/** What crossing a street is held to be worth in metres walked: a judgement of danger and waiting, not a measurement. */
const SMALL_STREET_METRES = 15;
const BIG_ROAD_METRES = 60;

/** Between doors nearer than this, the way around a corner says nothing of a route. */
const DETOUR_CROW_METRES = 30;

export type ReportedLeg = Pick<WalkedLeg, "distanceMetres" | "coordinates" | "path">;

/**
 * Says how good a route is from its legs alone, whatever chose it. Metres-equivalent per door =
 * (metres walked + 15 × small streets crossed + 60 × secondary and bigger roads crossed) ÷ doors; own definition.
 * Crossings and repeated metres are null as soon as a leg was walked by an engine that does not tell its streets.
 */
export function reportRoute(graph: StreetGraph, legs: readonly ReportedLeg[], doors: number): RouteReport {
  const metres = legs.reduce((sum, leg) => sum + leg.distanceMetres, 0);
  const perDoor = (total: number): number => (doors > 0 ? total / doors : 0);
  const paths = pathsOf(legs);
  const crossings = paths && crossingsOf(graph, paths);
  return {
    metresPerDoor: perDoor(metres),
    crossings,
    repeatedShare: paths && (metres > 0 ? repeatedMetres(paths.flatMap(({ stretches }) => stretches)) / metres : 0),
    worstDetour: worstDetour(legs),
    metresEquivalentPerDoor: crossings && perDoor(metres + penaltyMetres(crossings)),
  };
}

/**
 * One figure for the routes of a zone: the power mean of their metres-equivalent per door m, weighted by doors d,
 * with p = 3: (Σ d·m³ ÷ Σ d)^(1/3). Above the plain mean, since one bad route weighs more than many good ones; own
 * definition. Null without doors, or when one of the routes does not know its crossings.
 */
export function zoneMetresEquivalent(
  routes: readonly { readonly doors: number; readonly metresEquivalentPerDoor: number | null }[],
): number | null {
  let doors = 0;
  let cubes = 0;
  for (const route of routes) {
    if (route.metresEquivalentPerDoor === null) return null;
    doors += route.doors;
    cubes += route.doors * route.metresEquivalentPerDoor ** 3;
  }
  return doors > 0 ? Math.cbrt(cubes / doors) : null;
}

function pathsOf(legs: readonly ReportedLeg[]): readonly WalkingPath[] | null {
  const paths = legs.flatMap(({ path }) => path ?? []);
  return paths.length === legs.length ? paths : null;
}

function crossingsOf(graph: StreetGraph, paths: readonly WalkingPath[]): Partial<Record<CrossedClass, number>> {
  const crossings: Partial<Record<CrossedClass, number>> = {};
  for (const path of paths) {
    for (const crossed of countStreetCrossings(graph, path)) crossings[crossed] = (crossings[crossed] ?? 0) + 1;
  }
  return crossings;
}

function penaltyMetres(crossings: NonNullable<RouteReport["crossings"]>): number {
  const { all, big } = countCrossings(crossings);
  return BIG_ROAD_METRES * big + SMALL_STREET_METRES * (all - big);
}

function worstDetour(legs: readonly ReportedLeg[]): RouteReport["worstDetour"] {
  let worst: RouteReport["worstDetour"] = null;
  for (const [leg, { coordinates, distanceMetres: walkedMetres }] of legs.entries()) {
    const [from] = coordinates;
    const to = coordinates.at(-1);
    if (from === undefined || to === undefined) continue;
    const crowMetres = distanceMetres(from, to);
    if (crowMetres <= DETOUR_CROW_METRES) continue;
    if (worst === null || walkedMetres - crowMetres > worst.walkedMetres - worst.crowMetres)
      worst = { leg, walkedMetres, crowMetres };
  }
  return worst;
}
