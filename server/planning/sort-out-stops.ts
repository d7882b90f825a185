import type { PlanRequest } from "../contract/plan.ts";
import type { RouteMeasure, WalkTable } from "./measure-team.ts";
import { noStopFits } from "./no-stop-fits.ts";
import { lesser, type Obstacle } from "./obstacle.ts";
import type { PlanningStop, Unserved } from "./plan-stops.ts";
import type { RouteKind } from "./plan-team.ts";
import { unservedSentence } from "./planning-words.ts";

/**
 * Takes out the stops that no route can serve: those without a way from the start or to the end, and those that alone
 * need more than a route's time or climb. `reachedWithSteps` is asked for the stops that nobody can reach, when all
 * avoid steps. Throws a Refusal when no stop is left.
 */
export async function sortOutStops(
  stops: readonly PlanningStop[],
  measures: ReadonlyMap<RouteKind, RouteMeasure>,
  request: PlanRequest,
  reachedWithSteps: (stops: readonly number[]) => Promise<ReadonlySet<number>>,
): Promise<{ readonly possible: readonly number[]; readonly unserved: readonly Unserved[] }> {
  const routes = [...measures].map(([kind, measure]) => ({ kind, measure, hub: hubOf(kind, measure, stops.length) }));
  const possible: number[] = [];
  const obstacles = new Map<number, Obstacle>();
  stops.forEach(({ serviceSeconds }, stop) => {
    const met = routes.map(({ kind, measure, hub }) => obstacleOf(stop, serviceSeconds, kind, measure, hub));
    const obstacle = met.reduce((nearest, next) => (nearest && next ? lesser(nearest, next) : null));
    if (obstacle === null) possible.push(stop);
    else obstacles.set(stop, obstacle);
  });
  if ([...measures.keys()].every(({ walker }) => walker.avoidsSteps)) {
    const cutOff = [...obstacles].flatMap(([stop, { code }]) => (code === "not-reachable" ? [stop] : []));
    for (const stop of await reachedWithSteps(cutOff)) obstacles.set(stop, { code: "steps-only" });
  }
  if (possible.length === 0) throw noStopFits([...obstacles.values()].reduce(lesser));
  return {
    possible,
    unserved: [...obstacles].flatMap(([stop, obstacle]) => {
      const address = stops[stop]?.address;
      return address
        ? [{ stopId: address.id, code: obstacle.code, reason: sentenceOf(obstacle, address, request) }]
        : [];
    }),
  };
}

function obstacleOf(
  stop: number,
  serviceSeconds: number,
  { budgetSeconds, maxAscentMetres }: RouteKind,
  { seconds, climb }: RouteMeasure,
  hub: number,
): Obstacle | null {
  const neededSeconds = alone(seconds, stop) + serviceSeconds;
  const isCutOff = hub >= 0 && !Number.isFinite(seconds.between[hub * Math.sqrt(seconds.between.length) + stop]);
  if (isCutOff || !Number.isFinite(neededSeconds)) return { code: "not-reachable" };
  if (neededSeconds > budgetSeconds) return { code: "too-long-alone", neededSeconds, budgetSeconds };
  if (climb === null || maxAscentMetres === null) return null;
  const neededMetres = alone(climb, stop);
  return neededMetres > maxAscentMetres ? { code: "too-much-climb", neededMetres, mostMetres: maxAscentMetres } : null;
}

/** To the stop and on to the end, with nothing between. */
function alone({ fromStart, toEnd }: WalkTable, stop: number): number {
  return (fromStart ? (fromStart[stop] ?? Infinity) : 0) + (toEnd ? (toEnd[stop] ?? Infinity) : 0);
}

/**
 * Who avoids steps and begins at any stop could begin on a terrace that only steps lead to. The stop with most ways to
 * the others stands for where people come from; -1 where the question does not arise.
 */
function hubOf({ walker }: RouteKind, { seconds }: RouteMeasure, count: number): number {
  if (!walker.avoidsSteps || seconds.fromStart) return -1;
  let hub = -1;
  let most = 0;
  for (let stop = 0; stop < count; stop++) {
    let reached = 0;
    for (let other = 0; other < count; other++) {
      if (Number.isFinite(seconds.between[stop * count + other])) reached++;
    }
    if (reached <= most) continue;
    hub = stop;
    most = reached;
  }
  return hub;
}

function sentenceOf(obstacle: Obstacle, { doors }: PlanningStop["address"], { language }: PlanRequest): string {
  switch (obstacle.code) {
    case "too-long-alone":
      return unservedSentence["too-long-alone"](language, doors, obstacle.neededSeconds, obstacle.budgetSeconds);
    case "too-much-climb":
      return unservedSentence["too-much-climb"](language, obstacle.neededMetres, obstacle.mostMetres);
    default:
      return unservedSentence[obstacle.code](language);
  }
}
