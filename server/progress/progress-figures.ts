import { groupBy } from "../../geodata/geometry/group-by.ts";
import { noDoors } from "../contract/fold-field-events.ts";
import type { ProgressFigures, RouteProgress, WorkFigures, ZoneProgress } from "../contract/progress.ts";
import { answersOf, type Counts, doorsOf, hideSmall, sumCounts } from "./hide-small.ts";
import { type OutingSnapshot, stopProgress } from "./outing-snapshot.ts";
import type { RouteAtOnce, StopAtOnce } from "./progress-store.ts";

const NO_DOORS: Counts = noDoors();
const MINUTE_MS = 60_000;

/** Everything that is told of an outing, but its addresses one by one. */
export function progressFigures(snapshot: OutingSnapshot): ProgressFigures {
  const { outing, routes, stops } = snapshot;
  const byRoute = new Map<string | null, readonly StopAtOnce[]>([
    ...routes.map(({ id }) => [id, []] as const),
    ...groupBy(stops, ({ outingRouteId }) => outingRouteId),
  ]);
  const byStation = groupBy(stops, ({ stationId }) => stationId);
  const routeWork = workOfGroups([...byRoute.values()], snapshot);
  const workOfRoute = new Map([...byRoute.keys()].map((id, index) => [id, routeWork[index]]));
  const stationWork = workOfGroups([...byStation.values()], snapshot);
  return {
    outingId: outing.id,
    sequence: outing.sequence,
    revision: outing.revision,
    endedAt: outing.endedAt,
    at: snapshot.at,
    total: workOf(stops, snapshot),
    routes: routes.flatMap((route) => {
      const work = workOfRoute.get(route.id);
      return work ? [routeProgress(route, work, byRoute.get(route.id) ?? [], snapshot)] : [];
    }),
    stations: [...byStation.keys()].flatMap((stationId, index) => {
      const work = stationWork[index];
      return work ? [{ stationId, ...work }] : [];
    }),
  };
}

/** The same by zone, for the addresses that are in one; what is in none comes last. */
export function zoneFigures(
  snapshot: OutingSnapshot,
  zoneOf: ReadonlyMap<string, { readonly zoneId: string; readonly name: string }>,
): readonly ZoneProgress[] {
  const byZone = groupBy(snapshot.stops, ({ stopId }) => zoneOf.get(stopId)?.zoneId ?? null);
  const names = new Map<string | null, string>([...zoneOf.values()].map(({ zoneId, name }) => [zoneId, name]));
  const work = workOfGroups([...byZone.values()], snapshot);
  return [...byZone.keys()]
    .flatMap((zoneId, index) => {
      const figures = work[index];
      return figures ? [{ zoneId, name: names.get(zoneId) ?? null, ...figures }] : [];
    })
    .sort((one, other) => Number(one.zoneId === null) - Number(other.zoneId === null));
}

function routeProgress(
  route: RouteAtOnce,
  work: WorkFigures,
  stops: readonly StopAtOnce[],
  { reports }: OutingSnapshot,
): RouteProgress {
  const times = stops.flatMap(({ stopId }) => {
    const report = reports.get(stopId);
    return report?.firstAt && report.lastAt ? [report.firstAt, report.lastAt] : [];
  });
  times.sort();
  const lastDoorAt = times.at(-1) ?? null;
  // A walk that began before its first door took that time for it too.
  const since = [route.beganAt, times[0]].flatMap((time) => time ?? []).sort()[0];
  const minutes = since && lastDoorAt ? (Date.parse(lastDoorAt) - Date.parse(since)) / MINUTE_MS : 0;
  return {
    id: route.id,
    routeId: route.routeId,
    state: route.state,
    ...work,
    minutesPerDoor: work.doorsTried >= 2 && minutes > 0 ? minutes / work.doorsTried : null,
    expectedMinutesPerDoor:
      work.doors > 0 && route.durationSeconds > 0 ? route.durationSeconds / 60 / work.doors : null,
    heardAt: route.heardAt,
    lastDoorAt,
  };
}

function workOfGroups(groups: readonly (readonly StopAtOnce[])[], snapshot: OutingSnapshot): WorkFigures[] {
  const works = groups.map((stops) => workOf(stops, snapshot));
  const answers = hideSmall(groups.map((stops) => countsOf(stops, snapshot)));
  return works.map((work, index) => ({ ...work, answers: answers[index] ?? null }));
}

function workOf(stops: readonly StopAtOnce[], snapshot: OutingSnapshot): WorkFigures {
  const states = stops.map((stop) => stopProgress(stop, snapshot).state);
  const counts = countsOf(stops, snapshot);
  return {
    stops: stops.length,
    stopsBegun: states.filter((state) => state === "begun").length,
    stopsDone: states.filter((state) => state === "done").length,
    doors: stops.reduce((sum, { doors }) => sum + doors, 0),
    doorsTried: doorsOf(counts),
    answers: answersOf(counts),
  };
}

function countsOf(stops: readonly StopAtOnce[], { reports }: OutingSnapshot): Counts {
  return sumCounts(stops.map(({ stopId }) => reports.get(stopId)?.counts ?? NO_DOORS));
}
