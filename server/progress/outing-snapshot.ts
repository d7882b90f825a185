import type { StopProgress, StopState } from "../contract/progress.ts";
import type { OutingAtOnce, ProgressStore, ReportAtOnce, RouteAtOnce, StopAtOnce } from "./progress-store.ts";

/** An outing as it was read at one moment. */
export interface OutingSnapshot {
  readonly outing: OutingAtOnce;
  readonly routes: readonly RouteAtOnce[];
  readonly stops: readonly StopAtOnce[];
  readonly reports: ReadonlyMap<string, ReportAtOnce>;
  readonly at: string;
}

/**
 * The outing as it is now, given how it was: reads what changed since then alone. The same object when nothing has. Null when there
 * is no such outing any more.
 */
export async function readSnapshot(
  outingId: string,
  before: OutingSnapshot | null,
  { progress, now }: { readonly progress: ProgressStore; readonly now: () => Date },
): Promise<OutingSnapshot | null> {
  // Its sequence is read first: what is reported meanwhile comes with this one or the next, and is never left out.
  const outing = await progress.outing(outingId);
  if (!outing) return null;
  const at = now().toISOString();
  // A sequence of the past is one of a campaign that was put back from a copy.
  const known = before !== null && before.outing.sequence <= outing.sequence ? before : null;
  const [routes, stops, news] = await Promise.all([
    progress.routes(outingId),
    known?.outing.revision === outing.revision ? known.stops : progress.stops(outingId),
    known?.outing.sequence === outing.sequence ? [] : progress.reports(outingId, known?.outing.sequence ?? -1),
  ]);
  if (known && isSame(known, outing, routes)) return known;
  const reports = new Map(known?.reports);
  for (const report of news) reports.set(report.stopId, report);
  return { outing, routes, stops, reports, at };
}

function isSame(known: OutingSnapshot, outing: OutingAtOnce, routes: readonly RouteAtOnce[]): boolean {
  return (
    JSON.stringify(known.outing) === JSON.stringify(outing) && JSON.stringify(known.routes) === JSON.stringify(routes)
  );
}

export function stopProgress(stop: StopAtOnce, { reports }: Pick<OutingSnapshot, "reports">): StopProgress {
  const { stopId, outingRouteId, doors } = stop;
  const report = reports.get(stopId);
  return { stopId, outingRouteId, doors, doorsTried: report?.doors ?? 0, state: stateOfStop(doors, report) };
}

export function stateOfStop(
  doors: number,
  report: { readonly doors: number; readonly isFinished: boolean } | undefined,
): StopState {
  if (report?.isFinished || (report && report.doors > 0 && report.doors >= doors)) return "done";
  return report && report.doors > 0 ? "begun" : "untouched";
}
