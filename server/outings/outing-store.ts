import type { Transaction } from "kysely";
import type { CampaignDatabase, CampaignTables } from "../campaign/campaign-tables.ts";
import { inChunks } from "../campaign/in-chunks.ts";
import type { OutingRow } from "../campaign/outing-tables.ts";
import type { MeetingPoint, OutingSummary } from "../contract/outings.ts";
import type { Language, PlanRoute } from "../contract/plan.ts";
import type { SheetSurvey } from "../contract/survey.ts";
import { insertSurvey } from "../surveys/survey-store.ts";
import type { PackedJson } from "../work/packed-json.ts";
import type { RouteLink } from "./route-link.ts";

/** An outing without its routes. */
export interface StoredOuting {
  readonly id: string;
  readonly territoryName: string;
  readonly planId: string;
  readonly name: string;
  readonly day: string;
  readonly startsAt: string;
  readonly closesAt: string;
  readonly meetingPoint: MeetingPoint;
  readonly isPairs: boolean;
  readonly script: string;
  readonly language: Language;
  readonly leadAccountId: string | null;
  readonly endedAt: string | null;
  readonly revision: number;
}

export interface NewStoredOuting extends Omit<StoredOuting, "endedAt" | "revision"> {
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly survey: SheetSurvey | null;
}

export interface NewStoredRoute extends RouteLink {
  readonly id: string;
  readonly routeId: string;
  readonly expiresAt: string;
  readonly route: PackedJson<PlanRoute>;
  readonly durationSeconds: number;
}

export interface NewStoredStop {
  readonly stopId: string;
  readonly outingRouteId: string | null;
  readonly position: number;
  readonly stationId: string | null;
  readonly doors: number;
}

export interface OutingStore {
  /** All or nothing. */
  add(outing: NewStoredOuting, routes: readonly NewStoredRoute[], stops: readonly NewStoredStop[]): Promise<void>;
  find(outingId: string): Promise<StoredOuting | null>;
  /** The latest day first. */
  list(territoryName: string): Promise<readonly OutingSummary[]>;
  /** Doors where somebody knocked; who knocked twice counts twice. */
  doorsTried(outingId: string): Promise<number>;
  /** Names of the outings that are made of a plan. */
  namesOfPlan(planId: string): Promise<readonly string[]>;
  /** What people say of it; the links close with it. False when there is no such outing, or it has ended. */
  change(
    outingId: string,
    outing: Omit<StoredOuting, "id" | "territoryName" | "planId" | "endedAt" | "revision">,
  ): Promise<boolean>;
  /** Nothing opens any more. False when it had ended before. */
  close(outingId: string, at: Date): Promise<boolean>;
}

/** Rows in one statement, of at most seventeen values: SQLite takes 32,766, PostgreSQL 65,535. */
const ROWS_AT_ONCE = 1000;

export function createOutingStore(database: CampaignDatabase): OutingStore {
  return {
    add: (outing, routes, stops) =>
      database.transaction().execute(async (transaction) => {
        const { id, territoryName, planId, madeBy, madeAt } = outing;
        await transaction
          .insertInto("outings")
          .values({
            id,
            territory_name: territoryName,
            plan_id: planId,
            ...sayings(outing),
            made_by: madeBy,
            made_at: madeAt.toISOString(),
            ended_at: null,
            revision: 0,
            last_sequence: 0,
          })
          .execute();
        if (outing.survey !== null) await insertSurvey(transaction, id, outing.survey);
        await insertRoutes(transaction, id, routes);
        for (const chunk of inChunks(stops, ROWS_AT_ONCE)) {
          const rows = chunk.map((stop) => ({
            outing_id: id,
            stop_id: stop.stopId,
            outing_route_id: stop.outingRouteId,
            position: stop.position,
            station_id: stop.stationId,
            doors: stop.doors,
          }));
          await transaction.insertInto("outing_stops").values(rows).execute();
        }
      }),

    async find(outingId) {
      const row = await database.selectFrom("outings").selectAll().where("id", "=", outingId).executeTakeFirst();
      return row ? storedOuting(row) : null;
    },

    async list(territoryName) {
      const rows = await database
        .selectFrom("outings")
        .selectAll()
        .select(({ selectFrom }) => [
          selectFrom("outing_routes")
            .whereRef("outing_routes.outing_id", "=", "outings.id")
            .select(({ fn }) => fn.countAll<number>().as("count"))
            .as("routes"),
          selectFrom("outing_stops")
            .whereRef("outing_stops.outing_id", "=", "outings.id")
            .select(({ fn }) => fn.countAll<number>().as("count"))
            .as("stops"),
          selectFrom("outing_stops")
            .whereRef("outing_stops.outing_id", "=", "outings.id")
            .select(({ fn }) => fn.sum<number | null>("doors").as("sum"))
            .as("doors"),
          selectFrom("stop_reports")
            .whereRef("stop_reports.outing_id", "=", "outings.id")
            .select(({ fn }) => fn.sum<number | null>("doors").as("sum"))
            .as("doors_tried"),
          selectFrom("outing_surveys")
            .whereRef("outing_surveys.outing_id", "=", "outings.id")
            .select("title")
            .as("survey_title"),
        ])
        .where("territory_name", "=", territoryName)
        .orderBy("day", "desc")
        .orderBy("starts_at", "desc")
        .orderBy("id")
        .execute();
      return rows.map((row) => {
        const { id, planId, name, day, startsAt, closesAt, endedAt } = storedOuting(row);
        return {
          ...{ id, planId, territoryName, name, day, startsAt, closesAt, endedAt },
          surveyTitle: row.survey_title,
          // PostgreSQL counts in bigint, which arrives as text.
          routes: Number(row.routes),
          stops: Number(row.stops),
          doors: Number(row.doors ?? 0),
          doorsTried: Number(row.doors_tried ?? 0),
        };
      });
    },

    async doorsTried(outingId) {
      const row = await database
        .selectFrom("stop_reports")
        .select(({ fn }) => fn.sum<number | null>("doors").as("sum"))
        .where("outing_id", "=", outingId)
        .executeTakeFirst();
      return Number(row?.sum ?? 0);
    },

    async namesOfPlan(planId) {
      const rows = await database.selectFrom("outings").select("name").where("plan_id", "=", planId).execute();
      return rows.map(({ name }) => name);
    },

    change: (outingId, outing) =>
      database.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable("outings")
          .set(sayings(outing))
          .where("id", "=", outingId)
          .where("ended_at", "is", null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await transaction
          .updateTable("outing_routes")
          .set({ expires_at: outing.closesAt })
          .where("outing_id", "=", outingId)
          .execute();
        return true;
      }),

    async close(outingId, at) {
      const { numUpdatedRows } = await database
        .updateTable("outings")
        .set(({ eb }) => ({ ended_at: at.toISOString(), revision: eb("revision", "+", 1) }))
        .where("id", "=", outingId)
        .where("ended_at", "is", null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

export async function insertRoutes(
  transaction: Transaction<CampaignTables>,
  outingId: string,
  routes: readonly NewStoredRoute[],
): Promise<void> {
  for (const chunk of inChunks(routes, ROWS_AT_ONCE)) {
    const rows = chunk.map(({ id, routeId, token, code, expiresAt, route, durationSeconds }) => ({
      ...{ id, outing_id: outingId, route_id: routeId, token, code, expires_at: expiresAt },
      ...{ taken_back_at: null, first_name: null, charter_version: null, joined_at: null },
      ...{ began_at: null, ended_at: null, heard_at: null, revision: 0 },
      route: Buffer.from(route.gzip),
      route_text_bytes: route.textBytes,
      duration_seconds: durationSeconds,
    }));
    await transaction.insertInto("outing_routes").values(rows).execute();
  }
}

function sayings(outing: Omit<StoredOuting, "id" | "territoryName" | "planId" | "endedAt" | "revision">) {
  const { name, day, startsAt, closesAt, meetingPoint, isPairs, script, language, leadAccountId } = outing;
  return {
    ...{ name, day, script, language, starts_at: startsAt, closes_at: closesAt },
    meeting_point: JSON.stringify(meetingPoint),
    is_pairs: Number(isPairs),
    lead_account_id: leadAccountId,
  };
}

function storedOuting(row: OutingRow): StoredOuting {
  return {
    id: row.id,
    territoryName: row.territory_name,
    planId: row.plan_id,
    name: row.name,
    day: row.day,
    startsAt: row.starts_at,
    closesAt: row.closes_at,
    meetingPoint: JSON.parse(row.meeting_point) as MeetingPoint,
    isPairs: row.is_pairs === 1,
    script: row.script,
    language: row.language as Language,
    leadAccountId: row.lead_account_id,
    endedAt: row.ended_at,
    revision: row.revision,
  };
}
