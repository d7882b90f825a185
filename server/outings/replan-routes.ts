import type { Territory } from "../../geodata/territory/territory.ts";
import type { Plan, PlanRoute } from "../contract/plan.ts";
import type { PlanChange } from "../contract/plan-change.ts";
import { changePlan } from "../planning/change-plan.ts";
import { putBack } from "../planning/put-back.ts";
import { routeMinutes } from "../planning/remaining-routes.ts";
import { unpackJson } from "../work/packed-json.ts";
import { freeRoute, outingPlan } from "./outing-plan.ts";
import { nothingLeft } from "./outing-words.ts";
import type { Replanned, ReplanOrder, ReplanRoute } from "./outing-work.ts";

/**
 * How much more than an even share of what is left somebody may get, tried in turn: the first with which no stop is lost
 * is taken. Without any such bound nobody would be asked to do less than before, so that who is free early gets nothing.
 */
const SHARES = [1.1, 1.3, 1.6, Infinity];
/** Room for what the sums of a walk that is drawn anew may differ by. */
const ROOM = 1.02;
const LEAST_SECONDS = 60;
/** Search time of one try. */
const SECONDS = 0.2;

interface Walking {
  readonly route: PlanRoute;
  readonly order: ReplanRoute;
  readonly left: { readonly stopIds: readonly string[]; readonly seconds: number };
  /** What is left of the street that its volunteer is in. */
  readonly street: readonly string[];
}

/**
 * What is left of an outing, split again over who is there: each goes on from where they are, the street that they are in
 * stays theirs, and stops move to others only where that saves walking or evens the work out. Runs in a worker thread.
 * Throws the Refusals of changePlan, and "nothing-left".
 */
export async function replanRoutes(territory: Territory, order: ReplanOrder): Promise<Replanned> {
  const walking = order.routes.map((route) => walkingOf(route));
  const before = walking.map(({ route, left }) => ({ routeId: route.id, ...left }));
  if (before.every(({ stopIds }) => stopIds.length === 0) && order.freeStops.length === 0) throw nothingLeft();
  const routes = walking.map(({ route }) => route);
  const pattern = routes.find(({ stops }) => stops.length > 0);
  const free = pattern ? freeRoute(pattern, order.freeStops) : null;
  const made = unpackJson<Plan>(order.plan);
  const plan = outingPlan(made, free ? [...routes, free] : routes, free ? [] : order.freeStops);

  let best: { readonly plan: Plan; readonly lost: number } | null = null;
  for (const share of SHARES) {
    const change = changeOf(walking, plan, order, share, free);
    const changed = await changePlan(territory, plan, change, SURROUNDINGS);
    const lost = lostStops(changed, walking, order.freeStops);
    if (best === null || lost < best.lost) best = { plan: changed, lost };
    if (lost === 0) break;
  }
  const found = new Map(best?.plan.routes.map((route) => [route.id, route] as const));
  const gone = new Set(walking.filter(({ order: { isPresent } }) => !isPresent).map(({ route }) => route.id));
  const there = [...new Set([...routes.map(({ id }) => id), ...found.keys()])].filter((id) => !gone.has(id));
  return { before, routes: there.map((id) => goesOn(id, found.get(id), walking)) };
}

const SURROUNDINGS = {
  votesPerDoor: null,
  now: () => performance.now(),
  // Nobody calls it back: it takes a second or two, and nothing is changed by it.
  signal: new AbortController().signal,
  onProgress: () => {},
} as const;

function walkingOf(order: ReplanRoute): Walking {
  const route = unpackJson(order.route);
  const done = new Set(order.doneStops);
  const last = route.stops.findLastIndex(({ id }) => done.has(id));
  const stop = route.stops[last];
  const spent = stop ? stop.arrivalSeconds + stop.serviceSeconds : 0;
  const skipped = route.stops.slice(0, last + 1).filter(({ id }) => !done.has(id));
  const stopIds = route.stops.flatMap(({ id }) => (done.has(id) ? [] : [id]));
  const seconds = route.durationSeconds - spent + skipped.reduce((sum, { serviceSeconds }) => sum + serviceSeconds, 0);
  const street = route.stops.find(({ id }) => id === order.lastStop)?.street;
  return {
    ...{ route, order },
    left: { stopIds, seconds: stopIds.length === 0 ? 0 : seconds },
    street:
      street === undefined
        ? []
        : route.stops.flatMap((one) => (one.street === street && !done.has(one.id) ? [one.id] : [])),
  };
}

function changeOf(
  walking: readonly Walking[],
  plan: Plan,
  { minutes, newcomers, freeStops }: ReplanOrder,
  share: number,
  free: PlanRoute | null,
): PlanChange {
  const there = walking.filter(({ order }) => order.isPresent);
  const people = Math.max(1, there.length + newcomers);
  const left =
    walking.reduce((sum, { left: { seconds } }) => sum + seconds, 0) + freeSeconds(walking, freeStops.length);
  const level = (share * left) / people;
  const budgets = there.map((one) => {
    const most = mostSeconds(one, there, plan, minutes);
    return [one.route.id, Math.max(LEAST_SECONDS, Math.min(most, Math.max(level, streetSeconds(one) * ROOM))) / 60];
  });
  return {
    removedRoutes: [
      ...walking.flatMap(({ route, order }) => (order.isPresent ? [] : [route.id])),
      ...(free ? [free.id] : []),
    ],
    addedRoutes: newcomers,
    minutesByRoute: Object.fromEntries(budgets),
    doneStops: walking.flatMap(({ order }) => order.doneStops),
    skippedStops: [],
    lockedStops: there.flatMap(({ street }) => street),
    keepsOrder: false,
    seconds: SECONDS,
    ...(newcomers > 0
      ? { minutes: Math.max(LEAST_SECONDS, Math.min(level, (minutes ?? plan.request.minutes) * 60)) / 60 }
      : {}),
  };
}

/**
 * Seconds that a volunteer has: as said, else as the plan foresaw, and no less than what they were to do anyway. Who began
 * together ends together: who is ahead has as long as who has the most left, but for volunteers with a time of their own.
 */
function mostSeconds(one: Walking, there: readonly Walking[], { request }: Plan, minutes: number | null): number {
  const said = one.order.minutes ?? minutes;
  if (said !== null) return said * 60;
  const foreseen = ({ route, left }: Walking) => {
    const spent = route.durationSeconds - left.seconds;
    return Math.max(routeMinutes(request, route.id) * 60 - spent, left.seconds * ROOM);
  };
  const hasOwnTime = request.team[Number(one.route.id) - 1]?.minutes !== undefined;
  return hasOwnTime ? foreseen(one) : Math.max(...there.map(foreseen));
}

/** About what the street that somebody is in takes them: its doors, with their part of the walk. */
function streetSeconds({ route, street, left }: Walking): number {
  const locked = new Set(street);
  const stops = route.stops.filter(({ id }) => left.stopIds.includes(id));
  const service = (ids: typeof stops) => ids.reduce((sum, { serviceSeconds }) => sum + serviceSeconds, 0);
  const all = service(stops);
  return all === 0 ? 0 : (left.seconds * service(stops.filter(({ id }) => locked.has(id)))) / all;
}

/** Stops of nobody take about what those of the routes take. */
function freeSeconds(walking: readonly Walking[], freeStops: number): number {
  const stops = walking.reduce((sum, { route }) => sum + route.stops.length, 0);
  const seconds = walking.reduce((sum, { route }) => sum + route.durationSeconds, 0);
  return stops === 0 ? 0 : (seconds / stops) * freeStops;
}

function lostStops(changed: Plan, walking: readonly Walking[], freeStops: readonly string[]): number {
  const served = new Set(changed.routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  const wanted = [...walking.flatMap(({ left }) => left.stopIds), ...freeStops];
  return wanted.filter((id) => !served.has(id)).length;
}

/** What somebody goes on to. The street that they are in stays theirs, whatever their time. */
function goesOn(
  routeId: string,
  route: PlanRoute | undefined,
  walking: readonly Walking[],
): Replanned["routes"][number] {
  const before = walking.find(({ route: { id } }) => id === routeId);
  // A route that stays as it was comes back whole, with what was walked of it.
  const done = new Set(before?.order.doneStops);
  const order = route?.stops.flatMap(({ id }) => (done.has(id) ? [] : [id])) ?? [];
  const stopIds = before ? putBack(order, before.street, before.left.stopIds) : order;
  const late = (before?.route.stops ?? []).filter(({ id }) => stopIds.includes(id) && !order.includes(id));
  const seconds = (route?.durationSeconds ?? 0) + late.reduce((sum, { serviceSeconds }) => sum + serviceSeconds, 0);
  return { routeId, stopIds, seconds };
}
