import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import { isPostgres } from "../campaign/migrations/on-both-stores.ts";
import type { SheetSurvey, Survey } from "../contract/survey.ts";
import { lineOf } from "./sheet-lines.ts";
import { type Box, EMPTY_BOX, type Sheet, type Tallies } from "./survey-box.ts";

export interface SurveyStore {
  find(outingId: string): Promise<SheetSurvey | null>;
  /** The answers of an outing to its survey. */
  box(outingId: string, survey: Survey): Promise<Box>;
  /** In the place of the one before. "fixed": somebody has answered that one. "ended": no such outing, or it is closed. */
  write(outingId: string, survey: SheetSurvey): Promise<"written" | "fixed" | "ended">;
  /** With all answers to it. */
  remove(outingId: string): Promise<void>;
}

export function createSurveyStore(database: CampaignDatabase): SurveyStore {
  return {
    find: (outingId) => findSurvey(database, outingId),
    box: (outingId, survey) => findBox(database, outingId, survey),
    write: (outingId, survey) =>
      database.transaction().execute(async (transaction) => {
        const outing = await lockOuting(transaction, outingId);
        if (!outing || outing.ended_at !== null) return "ended";
        if (await isAnswered(transaction, outingId)) return "fixed";
        await dropSurvey(transaction, outingId);
        await insertSurvey(transaction, outingId, survey);
        await tellPhones(transaction, outingId);
        return "written";
      }),
    remove: (outingId) =>
      database.transaction().execute(async (transaction) => {
        await lockOuting(transaction, outingId);
        await dropSurvey(transaction, outingId);
        await tellPhones(transaction, outingId);
      }),
  };
}

export async function insertSurvey(
  transaction: CampaignDatabase,
  outingId: string,
  { id, ...survey }: SheetSurvey,
): Promise<void> {
  await transaction
    .insertInto("outing_surveys")
    .values({ outing_id: outingId, survey_id: id, title: survey.title, survey: JSON.stringify(survey) })
    .execute();
}

export async function findSurvey(database: CampaignDatabase, outingId: string): Promise<SheetSurvey | null> {
  const row = await database
    .selectFrom("outing_surveys")
    .select(["survey_id", "survey"])
    .where("outing_id", "=", outingId)
    .executeTakeFirst();
  return row ? { ...(JSON.parse(row.survey) as Survey), id: row.survey_id } : null;
}

/** An empty box leaves no row. */
async function isAnswered(database: CampaignDatabase, outingId: string): Promise<boolean> {
  const found = database.selectFrom("survey_boxes").select("outing_id").where("outing_id", "=", outingId);
  return (await found.executeTakeFirst()) !== undefined;
}

export async function findBox(database: CampaignDatabase, outingId: string, survey: Survey): Promise<Box> {
  const row = await database
    .selectFrom("survey_boxes")
    .select(["sheets", "shown"])
    .where("outing_id", "=", outingId)
    .executeTakeFirst();
  return row ? { lines: linesIn(row.sheets, survey), shown: JSON.parse(row.shown) as Tallies } : EMPTY_BOX;
}

/** Boxes were lists in JSON at first: they are what they hold until something is put in. */
function linesIn(text: string, survey: Survey): readonly string[] {
  if (!text.startsWith("[")) return text.split("\n");
  return (JSON.parse(text) as Sheet[]).map((sheet) => lineOf(sheet, survey));
}

export async function putBox(transaction: CampaignDatabase, outingId: string, box: Box): Promise<void> {
  const row = { sheets: box.lines.join("\n"), shown: JSON.stringify(box.shown) };
  if (box.lines.length === 0) {
    await transaction.deleteFrom("survey_boxes").where("outing_id", "=", outingId).execute();
    return;
  }
  await transaction
    .insertInto("survey_boxes")
    .values({ outing_id: outingId, ...row })
    .onConflict((conflict) => conflict.column("outing_id").doUpdateSet(row))
    .execute();
}

async function dropSurvey(transaction: CampaignDatabase, outingId: string): Promise<void> {
  await transaction.deleteFrom("survey_boxes").where("outing_id", "=", outingId).execute();
  await transaction.deleteFrom("outing_surveys").where("outing_id", "=", outingId).execute();
}

/** Answers that come meanwhile wait here, as reports of its doors do, and find the survey as it is after. */
async function lockOuting(transaction: CampaignDatabase, outingId: string) {
  const chosen = transaction.selectFrom("outings").select("ended_at").where("id", "=", outingId);
  return (isPostgres(transaction) ? chosen.forNoKeyUpdate() : chosen).executeTakeFirst();
}

/** A phone whose route has another revision asks for its sheet anew. */
async function tellPhones(transaction: CampaignDatabase, outingId: string): Promise<void> {
  await transaction
    .updateTable("outing_routes")
    .set(({ eb }) => ({ revision: eb("revision", "+", 1) }))
    .where("outing_id", "=", outingId)
    .execute();
}
