import { sql } from "kysely";
import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import { inChunks } from "../campaign/in-chunks.ts";
import { isPostgres } from "../campaign/migrations/on-both-stores.ts";
import type { FieldEventRow } from "../campaign/report-tables.ts";
import { keepSheets, type NewSheet, receiptsOf, surveysOf } from "../surveys/keep-sheets.ts";
import type { FieldReport, ReportedEvent, ReportOutcome } from "./event-store.ts";
import { keepContacts } from "./keep-contacts.ts";
import { noteRouteTimes } from "./note-route-times.ts";
import { refoldNotes } from "./refold-notes.ts";
import { refoldStops } from "./refold-stops.ts";

/** Stops a link in wrong hands from filling the disk; an outing of a hundred volunteers has some twenty thousand. */
const MOST_EVENTS = 500_000;

/** An event that is new, with its place among those of its outing. */
export interface NewEvent extends ReportedEvent {
  readonly outingId: string;
  readonly outingRouteId: string;
  readonly sequence: number;
  readonly receivedAt: string;
}

/**
 * Stores reports inside a transaction: each event once, numbered without gaps within its outing, with all that follows from
 * it. One outcome for each report; null where the outing is gone.
 */
export async function storeReports(
  transaction: CampaignDatabase,
  reports: readonly FieldReport[],
): Promise<(ReportOutcome | null)[]> {
  // First of all: whoever else reports of these outings waits here, so that numbers follow the order of the commits.
  const lastSequences = await lockOutings(transaction, reports);
  const owners = await ownersOf(
    transaction,
    reports.flatMap(({ events }) => events.map(({ event }) => event.id)),
  );
  const isOfOuting = await stopsOfOutings(transaction, reports);
  const surveys = await surveysOf(transaction, surveyedOutings(reports));
  const sheets: NewSheet[] = [];
  const fresh: NewEvent[] = [];
  const rows: FieldEventRow[] = [];
  const outcomes = reports.map((report) => {
    const last = lastSequences.get(report.outingId);
    return last === undefined ? null : sortOut(report);
  });

  function sortOut(report: FieldReport): ReportOutcome {
    const { outingId } = report;
    const [stored, foreign, beyond, outdated]: [string[], string[], string[], string[]] = [[], [], [], []];
    const before = fresh.length;
    for (const reported of report.events) {
      const { id } = reported.event;
      const owner = owners.get(id);
      const sequence = (lastSequences.get(outingId) ?? 0) + 1;
      if (owner !== undefined) (owner === outingId ? stored : foreign).push(id);
      else if (reported.brought !== null) {
        // Neither numbered nor among the events: its place would say behind which door it was answered.
        const asked = surveys.get(outingId);
        if (reported.brought.surveyId !== asked?.survey.id) outdated.push(id);
        else if (asked.room <= 0) beyond.push(id);
        else {
          asked.room--;
          owners.set(id, outingId);
          sheets.push({ ...reported.brought, outingId, eventId: id });
          stored.push(id);
        }
      } else if (sequence > MOST_EVENTS) beyond.push(id);
      else {
        owners.set(id, outingId);
        lastSequences.set(outingId, sequence);
        fresh.push({ ...reported, ...addressOf(report), sequence });
        rows.push(rowOf(reported, report, sequence));
        stored.push(id);
      }
    }
    const kept = new Set(stored);
    const astray = report.events.flatMap(({ event, stopId }) =>
      stopId !== null && kept.has(event.id) && !isOfOuting(outingId, stopId) ? [event.id] : [],
    );
    return { stored, foreign, beyond, outdated, astray, isNews: fresh.length > before };
  }

  if (fresh.length > 0) {
    for (const chunk of inChunks(rows, ROWS_AT_ONCE)) {
      await transaction.insertInto("field_events").values(chunk).execute();
    }
    await countUp(transaction, new Set(fresh.map(({ outingId }) => outingId)), lastSequences);
    await refoldStops(transaction, fresh);
    await refoldNotes(transaction, fresh);
    await keepContacts(transaction, fresh);
  }
  const taken = fresh.flatMap(({ outingId, takenSheetId }) =>
    takenSheetId === null ? [] : [{ outingId, sheetId: takenSheetId }],
  );
  if (sheets.length + taken.length > 0) await keepSheets(transaction, sheets, taken, surveys);
  await noteRouteTimes(
    transaction,
    reports.filter((_, index) => outcomes[index] !== null),
    fresh,
  );
  return outcomes;
}

/** Twelve values a row: SQLite takes 32,766 in a statement. */
const ROWS_AT_ONCE = 2000;

/** The last number of each outing, none where it is gone. In one order everywhere, so that no two wait for each other. */
async function lockOutings(
  transaction: CampaignDatabase,
  reports: readonly FieldReport[],
): Promise<Map<string, number>> {
  const ids = [...new Set(reports.map(({ outingId }) => outingId))];
  const chosen = transaction.selectFrom("outings").select(["id", "last_sequence"]).where("id", "in", ids).orderBy("id");
  // A SQLite transaction that was begun to write has all of the file to itself.
  const locked = isPostgres(transaction) ? chosen.forNoKeyUpdate() : chosen;
  return new Map((await locked.execute()).map((row) => [row.id, row.last_sequence]));
}

/** Whether an address is one of an outing, whoever walks there. */
async function stopsOfOutings(transaction: CampaignDatabase, reports: readonly FieldReport[]) {
  const asked = new Map<string, readonly [string, string]>();
  for (const { outingId, events } of reports) {
    for (const { stopId } of events) if (stopId !== null) asked.set(`${outingId}\n${stopId}`, [outingId, stopId]);
  }
  const known = new Set<string>();
  for (const chunk of inChunks([...asked.values()], ROWS_AT_ONCE)) {
    const pairs = sql.join(chunk.map(([outingId, stopId]) => sql`(${outingId}, ${stopId})`));
    const { rows } = await sql<{ readonly outing_id: string; readonly stop_id: string }>`
      select outing_id, stop_id from outing_stops where (outing_id, stop_id) in (values ${pairs})
    `.execute(transaction);
    for (const row of rows) known.add(`${row.outing_id}\n${row.stop_id}`);
  }
  return (outingId: string, stopId: string) => known.has(`${outingId}\n${stopId}`);
}

/** One statement for all: each is a way to the store and back. */
async function countUp(
  transaction: CampaignDatabase,
  outingIds: ReadonlySet<string>,
  lastSequences: ReadonlyMap<string, number>,
): Promise<void> {
  const counted = sql.join([...outingIds].map((id) => sql`(${id}, ${lastSequences.get(id) ?? 0})`));
  await sql`
    update outings set last_sequence = cast(counted.column2 as integer)
    from (values ${counted}) as counted where outings.id = counted.column1
  `.execute(transaction);
}

/** To which outing the ids that are known belong. */
async function ownersOf(transaction: CampaignDatabase, ids: readonly string[]): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const chunk of inChunks(ids, ROWS_AT_ONCE)) {
    const rows = await transaction
      .selectFrom("field_events")
      .select(["id", "outing_id"])
      .where("id", "in", chunk)
      .execute();
    for (const { id, outing_id } of rows) owners.set(id, outing_id);
  }
  for (const [id, outingId] of await receiptsOf(transaction, ids)) owners.set(id, outingId);
  return owners;
}

/** Those whose box a report may change. */
function surveyedOutings(reports: readonly FieldReport[]): ReadonlySet<string> {
  const touches = ({ brought, takenSheetId }: ReportedEvent) => brought !== null || takenSheetId !== null;
  return new Set(reports.filter(({ events }) => events.some(touches)).map(({ outingId }) => outingId));
}

function addressOf({ outingId, outingRouteId, receivedAt }: FieldReport) {
  return { outingId, outingRouteId, receivedAt };
}

function rowOf(
  { event, stopId, undoes, phoneAt }: ReportedEvent,
  report: FieldReport,
  sequence: number,
): FieldEventRow {
  return {
    id: event.id,
    outing_id: report.outingId,
    sequence,
    outing_route_id: report.outingRouteId,
    device_id: report.deviceId,
    kind: event.kind,
    stop_id: stopId,
    undoes,
    body: JSON.stringify(event),
    at: event.at,
    phone_at: phoneAt,
    received_at: report.receivedAt,
  };
}
