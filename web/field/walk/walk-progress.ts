import { type FieldEvent, OUTCOMES } from "../../../server/contract/field-events.ts";
import { foldFieldEvents, noDoors, type StopReport } from "../../../server/contract/fold-field-events.ts";
import type { FieldSheet } from "../../../server/contract/outings.ts";
import type { PlanStop } from "../../../server/contract/plan.ts";
import type { Said, SaidEvent } from "../keep/field-store.ts";

/** Where an address of the walk stands. */
export interface StopProgress {
  readonly stop: PlanStop;
  readonly report: StopReport;
  readonly doorsLeft: number;
  /** done: finished by word, or every door was tried. */
  readonly state: "untouched" | "begun" | "done";
}

/**
 * Every address of the route with what was reported of it: what the sheet brought from the server, of all phones, and
 * what this phone has said since. Of what this phone said and the sheet already holds, only later undos change anything.
 */
export function walkProgress(sheet: FieldSheet, said: readonly Said[]): readonly StopProgress[] {
  const spoken = said.filter(({ state }) => state !== "refused");
  const all = byStop(spoken.map(({ event }) => event));
  const counted = byStop(spoken.filter(({ isInSheet }) => isInSheet).map(({ event }) => event));
  return sheet.route.stops.map((stop) => {
    const events = all.get(stop.id);
    const known = sheet.reports[stop.id] ?? NOTHING_REPORTED;
    const report =
      events === undefined ? known : later(known, foldFieldEvents(counted.get(stop.id) ?? []), foldFieldEvents(events));
    const doorsLeft = report.isFinished ? 0 : Math.max(0, stop.doors - report.doors);
    const isDone = report.isFinished || doorsLeft === 0;
    return { stop, report, doorsLeft, state: isDone ? "done" : report.doors > 0 ? "begun" : "untouched" };
  });
}

/** Where to go after an address: the first one after it with something left, else the first of all; null when done. */
export function nextStopId(progress: readonly StopProgress[], afterStopId: string | null): string | null {
  const from = progress.findIndex(({ stop }) => stop.id === afterStopId) + 1;
  const isOpen = ({ state }: StopProgress) => state !== "done";
  return (progress.slice(from).find(isOpen) ?? progress.find(isOpen))?.stop.id ?? null;
}

export function doorsOf(progress: readonly StopProgress[]): { readonly tried: number; readonly left: number } {
  return {
    tried: progress.reduce((sum, { report }) => sum + report.doors, 0),
    left: progress.reduce((sum, { doorsLeft }) => sum + doorsLeft, 0),
  };
}

const NOTHING_REPORTED = foldFieldEvents([]);

/** The report of the sheet, without what this phone had in it, with what this phone says now. */
function later(known: StopReport, before: StopReport, now: StopReport): StopReport {
  const counts = noDoors();
  for (const outcome of OUTCOMES) {
    counts[outcome] = Math.max(0, known.counts[outcome] - before.counts[outcome] + now.counts[outcome]);
  }
  return {
    counts,
    doors: OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0),
    isFinished: now.isFinished || (known.isFinished && !before.isFinished),
    firstAt: known.firstAt ?? now.firstAt,
    lastAt: now.lastAt ?? known.lastAt,
  };
}

/** Events of each address, each with every undo. */
function byStop(events: readonly SaidEvent[]): ReadonlyMap<string, FieldEvent[]> {
  const undos = events.filter((event): event is FieldEvent & { kind: "undo" } => event.kind === "undo");
  const found = new Map<string, FieldEvent[]>();
  for (const event of events) {
    if (event.kind !== "knock" && event.kind !== "stop-finished") continue;
    const known = found.get(event.stopId);
    if (known === undefined) found.set(event.stopId, [event, ...undos]);
    else known.push(event);
  }
  return found;
}
