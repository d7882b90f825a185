import type { Updateable } from "kysely";
import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { PlanRow } from "../campaign/plan-tables.ts";
import type { Language, Plan, PlanRequest, PlanRoute } from "../contract/plan.ts";
import type { Sentence } from "../contract/refusal.ts";
import type { PlanListItem, PlanStatus } from "../contract/territories.ts";
import type { PackedJson } from "../work/packed-json.ts";
import type { FinishedPlan } from "../work/task.ts";

/** Why a plan failed, in both languages. */
export interface StoredFailure {
  readonly code: string;
  readonly sentence: Sentence;
}

/** A plan without its routes. */
export interface StoredPlan {
  readonly id: string;
  readonly territoryName: string;
  readonly createdAt: string;
  readonly status: PlanStatus;
  readonly failure: StoredFailure | null;
}

export interface StoredRoute {
  readonly territoryName: string;
  readonly territoryTitle: string;
  readonly attributions: readonly string[];
  readonly language: Language;
  readonly planCreatedAt: string;
  readonly route: PackedJson<PlanRoute>;
}

export interface PlanStore {
  add(plan: {
    readonly id: string;
    readonly territoryName: string;
    readonly request: PlanRequest;
    /** Account. */
    readonly madeBy?: string | null;
    readonly createdAt: Date;
  }): Promise<void>;
  find(planId: string): Promise<StoredPlan | null>;
  /** The plan as it was packed when it was made, null unless it is done. */
  plan(planId: string): Promise<PackedJson<Plan> | null>;
  /** What was asked for; null for an unknown plan. */
  request(planId: string): Promise<PlanRequest | null>;
  /** Token of each route's own page, by route id. A route without stops has no page. */
  routeTokens(planId: string): Promise<Readonly<Record<string, string>>>;
  routeByToken(token: string): Promise<StoredRoute | null>;
  /** Latest first. */
  list(territoryName: string): Promise<readonly PlanListItem[]>;
  /** Keeps the finished plan and its routes, all or nothing. False when the plan was cancelled or deleted meanwhile. */
  finish(planId: string, finished: FinishedPlan, newToken: () => string): Promise<boolean>;
  fail(planId: string, failure: StoredFailure): Promise<void>;
  cancel(planId: string): Promise<void>;
  remove(planId: string): Promise<void>;
  /** Sheets of the plan were handed out; the first time is kept. */
  noteSheets(planId: string, at: Date): Promise<void>;
  /** How many plans of the territory had sheets handed out. */
  countWithSheets(territoryName: string): Promise<number>;
  /** Marks every running plan as failed and says how many there were. */
  failRunning(failure: StoredFailure): Promise<number>;
}

export function createPlanStore(database: CampaignDatabase): PlanStore {
  const endRunning = (planId: string, changes: Updateable<PlanRow>) =>
    database.updateTable("plans").set(changes).where("id", "=", planId).where("status", "=", "running");

  return {
    async add({ id, territoryName, request, madeBy, createdAt }) {
      await database
        .insertInto("plans")
        .values({
          id,
          territory_name: territoryName,
          created_at: createdAt.toISOString(),
          status: "running",
          request: JSON.stringify(request),
          volunteers: request.volunteers,
          minutes: request.minutes,
          totals: null,
          territory: null,
          failure: null,
          plan_text_bytes: null,
          plan: null,
          head: null,
          edit_choice: null,
          made_by: madeBy ?? null,
        })
        .execute();
    },

    async find(planId) {
      const row = await database
        .selectFrom("plans")
        .select(["id", "territory_name", "created_at", "status", "failure"])
        .where("id", "=", planId)
        .executeTakeFirst();
      if (!row) return null;
      return {
        id: row.id,
        territoryName: row.territory_name,
        createdAt: row.created_at,
        status: row.status as PlanStatus,
        failure: row.failure === null ? null : (JSON.parse(row.failure) as StoredFailure),
      };
    },

    async plan(planId) {
      const row = await database
        .selectFrom("plans")
        .select(["plan", "plan_text_bytes"])
        .where("id", "=", planId)
        .executeTakeFirst();
      return row?.plan ? { gzip: row.plan, textBytes: row.plan_text_bytes ?? 0 } : null;
    },

    async request(planId) {
      const row = await database.selectFrom("plans").select("request").where("id", "=", planId).executeTakeFirst();
      return row ? (JSON.parse(row.request) as PlanRequest) : null;
    },

    async routeTokens(planId) {
      const rows = await database
        .selectFrom("routes")
        .select(["route_id", "token"])
        .where("plan_id", "=", planId)
        .where("route_text_bytes", ">", 0)
        .execute();
      return Object.fromEntries(rows.map((row) => [row.route_id, row.token]));
    },

    async routeByToken(token) {
      const row = await database
        .selectFrom("routes")
        .innerJoin("plans", "plans.id", "routes.plan_id")
        .select(["routes.route", "routes.route_text_bytes", "plans.territory_name", "plans.territory"])
        .select(["plans.request", "plans.created_at"])
        .where("token", "=", token)
        .where("routes.route_text_bytes", ">", 0)
        .executeTakeFirst();
      if (!row?.territory) return null;
      const { title, attributions } = JSON.parse(row.territory) as FinishedPlan["territory"];
      return {
        territoryName: row.territory_name,
        territoryTitle: title,
        attributions,
        language: (JSON.parse(row.request) as PlanRequest).language,
        planCreatedAt: row.created_at,
        route: { gzip: row.route, textBytes: row.route_text_bytes },
      };
    },

    async list(territoryName) {
      const rows = await database
        .selectFrom("plans")
        .select(["id", "created_at", "status", "volunteers", "minutes", "totals"])
        .where("territory_name", "=", territoryName)
        .orderBy("created_at", "desc")
        .orderBy("id")
        .execute();
      return rows.map((row) => ({
        id: row.id,
        createdAt: row.created_at,
        status: row.status as PlanStatus,
        volunteers: row.volunteers,
        minutes: row.minutes,
        totals: row.totals === null ? null : (JSON.parse(row.totals) as Plan["totals"]),
      }));
    },

    async finish(planId, finished, newToken) {
      return database.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable("plans")
          .set({
            status: "done",
            totals: JSON.stringify(finished.totals),
            territory: JSON.stringify(finished.territory),
            plan_text_bytes: finished.plan.textBytes,
            plan: Buffer.from(finished.plan.gzip),
          })
          .where("id", "=", planId)
          .where("status", "=", "running")
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        const rows = finished.routes.map(({ id, route }) => ({
          token: newToken(),
          plan_id: planId,
          route_id: id,
          route_text_bytes: route.textBytes,
          route: Buffer.from(route.gzip),
        }));
        if (rows.length > 0) await transaction.insertInto("routes").values(rows).execute();
        return true;
      });
    },

    async fail(planId, failure) {
      await endRunning(planId, { status: "failed", failure: JSON.stringify(failure) }).execute();
    },
    async cancel(planId) {
      await endRunning(planId, { status: "cancelled" }).execute();
    },
    async remove(planId) {
      await database.deleteFrom("plans").where("id", "=", planId).execute();
    },
    async noteSheets(planId, at) {
      await database
        .updateTable("plans")
        .set({ sheets_at: at.toISOString() })
        .where("id", "=", planId)
        .where("sheets_at", "is", null)
        .execute();
    },
    async countWithSheets(territoryName) {
      const { plans } = await database
        .selectFrom("plans")
        .select(({ fn }) => fn.countAll().as("plans"))
        .where("territory_name", "=", territoryName)
        .where("sheets_at", "is not", null)
        .executeTakeFirstOrThrow();
      return Number(plans);
    },
    async failRunning(failure) {
      const { numUpdatedRows } = await database
        .updateTable("plans")
        .set({ status: "failed", failure: JSON.stringify(failure) })
        .where("status", "=", "running")
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}
