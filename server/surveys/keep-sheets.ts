import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import { inChunks } from "../campaign/in-chunks.ts";
import type { SheetSurvey } from "../contract/survey.ts";
import { changedBox, type Sheet } from "./survey-box.ts";
import { findBox, findSurvey, putBox } from "./survey-store.ts";

/** Answers as an event brought them. */
export interface BroughtSheet {
  readonly surveyId: string;
  readonly sheet: Sheet;
}

export interface NewSheet extends BroughtSheet {
  readonly outingId: string;
  readonly eventId: string;
}

/** An undo that names a sheet: it goes out of the box of its outing. */
export interface TakenSheet {
  readonly outingId: string;
  readonly sheetId: string;
}

/** A link in wrong hands fills a box no further; a hundred volunteers have less than half of it in an afternoon. */
const MOST_SHEETS = 5_000;
/** Two values a row. */
const ROWS_AT_ONCE = 2000;

export interface AskedSurvey {
  readonly survey: SheetSurvey;
  /** Sheets that its box may still take. */
  room: number;
}

/** The surveys that are asked now, by outing: what is answered is looked at under the lock of its outing. */
export async function surveysOf(
  transaction: CampaignDatabase,
  outingIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, AskedSurvey>> {
  const found = new Map<string, AskedSurvey>();
  for (const outingId of outingIds) {
    const survey = await findSurvey(transaction, outingId);
    if (survey === null) continue;
    const { count } = await transaction
      .selectFrom("survey_receipts")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("outing_id", "=", outingId)
      .executeTakeFirstOrThrow();
    found.set(outingId, { survey, room: MOST_SHEETS - Number(count) });
  }
  return found;
}

/** Those of the ids that answers have been stored under, with the outing they are of. */
export async function receiptsOf(transaction: CampaignDatabase, ids: readonly string[]): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const chunk of inChunks(ids, ROWS_AT_ONCE)) {
    const rows = await transaction.selectFrom("survey_receipts").selectAll().where("id", "in", chunk).execute();
    for (const { id, outing_id } of rows) owners.set(id, outing_id);
  }
  return owners;
}

/**
 * Puts new answers into the boxes of their outings, and takes out what was taken back, whichever of the two arrives first. The
 * ids of their events are kept by themselves, in an order of their own, so that they count once.
 */
export async function keepSheets(
  transaction: CampaignDatabase,
  fresh: readonly NewSheet[],
  taken: readonly TakenSheet[],
  surveys: ReadonlyMap<string, AskedSurvey>,
): Promise<void> {
  const receipts = fresh.map(({ eventId, outingId }) => ({ id: eventId, outing_id: outingId }));
  receipts.sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const chunk of inChunks(receipts, ROWS_AT_ONCE)) {
    await transaction.insertInto("survey_receipts").values(chunk).execute();
  }
  for (const outingId of new Set([...fresh, ...taken].map((one) => one.outingId))) {
    const asked = surveys.get(outingId);
    if (asked === undefined) continue;
    const brought = fresh.filter((one) => one.outingId === outingId);
    const undone = await undoneAmong(transaction, outingId, brought);
    const put = brought.filter(({ eventId }) => !undone.has(eventId)).map(({ sheet }) => sheet);
    const takenOut = new Set(taken.filter((one) => one.outingId === outingId).map(({ sheetId }) => sheetId));
    if (put.length + takenOut.size === 0) continue;
    const box = await findBox(transaction, outingId, asked.survey);
    await putBox(transaction, outingId, changedBox(box, put, takenOut, asked.survey));
  }
}

async function undoneAmong(
  transaction: CampaignDatabase,
  outingId: string,
  brought: readonly NewSheet[],
): Promise<ReadonlySet<string | null>> {
  const undone = new Set<string | null>();
  for (const chunk of inChunks(brought, ROWS_AT_ONCE)) {
    const ids = chunk.map(({ eventId }) => eventId);
    const rows = await transaction
      .selectFrom("field_events")
      .select("undoes")
      .where("outing_id", "=", outingId)
      .where("undoes", "in", ids)
      .execute();
    for (const { undoes } of rows) undone.add(undoes);
  }
  return undone;
}
