import { sql } from "kysely";
import { groupBy } from "../../geodata/geometry/group-by.ts";
import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import { inChunks } from "../campaign/in-chunks.ts";
import type { StopReportRow } from "../campaign/report-tables.ts";
import type { FieldEvent } from "../contract/field-events.ts";
import { foldFieldEvents } from "../contract/fold-field-events.ts";
import type { NewEvent } from "./store-reports.ts";

interface FoldedRow {
  readonly outing_id: string;
  readonly stop_id: string;
  readonly body: string;
  readonly sequence: number;
  /** The event that takes it back, wherever that one was reported. */
  readonly undo_id: string | null;
  readonly undo_sequence: number | null;
}

/** Two values a stop; what is read for them stays small as well. */
const STOPS_AT_ONCE = 500;

/**
 * Adds up anew, from all their events, the stops that new events are about. An undo is about the stop of what it takes
 * back; when it comes first, it is found once that one arrives.
 */
export async function refoldStops(transaction: CampaignDatabase, fresh: readonly NewEvent[]): Promise<void> {
  const touched = await touchedStops(transaction, fresh);
  for (const stops of inChunks(touched, STOPS_AT_ONCE)) {
    const wanted = sql.join(stops.map(([outingId, stopId]) => sql`(${outingId}, ${stopId})`));
    const { rows } = await sql<FoldedRow>`
      select event.outing_id, event.stop_id, event.body, event.sequence,
             undoing.id as undo_id, undoing.sequence as undo_sequence
      from field_events as event
      left join field_events as undoing on undoing.outing_id = event.outing_id and undoing.undoes = event.id
      where (event.outing_id, event.stop_id) in (values ${wanted}) and event.kind in ('knock', 'stop-finished')
    `.execute(transaction);
    const reports = foldByStop(rows);
    if (reports.length > 0) await writeReports(transaction, reports);
  }
}

async function touchedStops(
  transaction: CampaignDatabase,
  fresh: readonly NewEvent[],
): Promise<readonly (readonly [outingId: string, stopId: string])[]> {
  const touched = new Map<string, readonly [string, string]>();
  const touch = (outingId: string, stopId: string) => touched.set(`${outingId}\n${stopId}`, [outingId, stopId]);
  for (const { outingId, stopId, event } of fresh) {
    if (stopId !== null && event.kind !== "note") touch(outingId, stopId);
  }
  const undone = fresh.flatMap(({ outingId, undoes }) => (undoes === null ? [] : [[outingId, undoes] as const]));
  for (const pairs of inChunks(undone, STOPS_AT_ONCE)) {
    const wanted = sql.join(pairs.map(([outingId, id]) => sql`(${outingId}, ${id})`));
    const { rows } = await sql<{ readonly outing_id: string; readonly stop_id: string }>`
      select outing_id, stop_id from field_events
      where (outing_id, id) in (values ${wanted}) and stop_id is not null and kind in ('knock', 'stop-finished')
    `.execute(transaction);
    for (const row of rows) touch(row.outing_id, row.stop_id);
  }
  return [...touched.values()];
}

function foldByStop(rows: readonly FoldedRow[]): StopReportRow[] {
  const stops = groupBy(rows, (row) => `${row.outing_id}\n${row.stop_id}`);
  return [...stops.values()].flatMap((events) => {
    const [first] = events;
    if (!first) return [];
    const report = foldFieldEvents(events.flatMap(eventsOf));
    return [
      {
        outing_id: first.outing_id,
        stop_id: first.stop_id,
        counts: JSON.stringify(report.counts),
        doors: report.doors,
        is_finished: Number(report.isFinished),
        first_at: report.firstAt,
        last_at: report.lastAt,
        sequence: events.reduce((last, event) => Math.max(last, event.sequence, event.undo_sequence ?? 0), 0),
      },
    ];
  });
}

/** Written by this server from what passed the schema. */
function eventsOf({ body, undo_id }: FoldedRow): FieldEvent[] {
  const event = JSON.parse(body) as FieldEvent;
  return undo_id === null ? [event] : [event, { id: undo_id, kind: "undo", undoes: event.id, at: event.at }];
}

async function writeReports(transaction: CampaignDatabase, reports: readonly StopReportRow[]): Promise<void> {
  await transaction
    .insertInto("stop_reports")
    .values(reports)
    .onConflict((conflict) =>
      conflict.columns(["outing_id", "stop_id"]).doUpdateSet(({ ref }) => ({
        counts: ref("excluded.counts"),
        doors: ref("excluded.doors"),
        is_finished: ref("excluded.is_finished"),
        first_at: ref("excluded.first_at"),
        last_at: ref("excluded.last_at"),
        sequence: ref("excluded.sequence"),
      })),
    )
    .execute();
}
