import type { CampaignDatabase } from "../campaign/campaign-database.ts";
import type { Plan, PlanRoute } from "../contract/plan.ts";
import type { Arrangement } from "../contract/plan-arrangement.ts";
import type { EditedHead, PlanEdit, PlanEditAnswer, RecentEdit } from "../contract/plan-edit.ts";
import type { CampChoice } from "../contract/scores.ts";
import type { PackedJson } from "../work/packed-json.ts";
import type { PlanParts } from "../work/task.ts";

/** Where the edits of a plan stand. */
export interface PlanEdits {
  readonly revision: number;
  /** Which arrangement is shown: 0 is the plan as it was made. */
  readonly position: number;
  readonly lastPosition: number;
  /** The choice of sides that the first edit was scored by; null before it. */
  readonly choice: CampChoice | null;
}

/** What an edit leaves. */
export interface KeptEdit {
  readonly planId: string;
  /** Null for an edit that came without. */
  readonly id: string | null;
  /** The revision that was edited. */
  readonly basedOn: number;
  readonly position: number;
  readonly choice: CampChoice;
  /** What was done, when it made a new arrangement; those that could be gone forward to are forgotten then. */
  readonly made: { readonly edit: PlanEdit; readonly arrangement: PackedJson<Arrangement>; readonly at: Date } | null;
  readonly head: EditedHead;
  /** Routes that are not as before, null for one without stops. */
  readonly routes: readonly { readonly id: string; readonly route: PackedJson<PlanRoute> | null }[];
  readonly answer: PackedJson<PlanEditAnswer>;
}

export interface PlanEditStore {
  /** Null for an unknown plan. */
  edits(planId: string): Promise<PlanEdits | null>;
  /** Null for the plan as it was made. */
  arrangement(planId: string, position: number): Promise<PackedJson<Arrangement> | null>;
  /** What an edited plan is composed of besides the plan as it was made; null when nobody has edited it. */
  parts(planId: string): Promise<PlanParts | null>;
  /** The last KEPT_EDITS edits, latest first, as far as they came with an id. */
  recent(planId: string): Promise<readonly RecentEdit[]>;
  /** What was answered to the edit of this id; null when it was not applied, or so many edits ago that nobody asks again. */
  answer(planId: string, id: string): Promise<PackedJson<PlanEditAnswer> | null>;
  /** All or nothing. False, and nothing is written, when the plan is at another revision by now or was deleted. */
  keep(edit: KeptEdit): Promise<boolean>;
}

const NO_ROWS = 0n;
/** A window waits for one answer at a time: it sends its edit again before others have made so many. */
const KEPT_EDITS = 20;

export function createPlanEditStore(database: CampaignDatabase): PlanEditStore {
  return {
    async edits(planId) {
      const row = await database
        .selectFrom("plans")
        .select(["revision", "position", "last_position", "edit_choice"])
        .where("id", "=", planId)
        .executeTakeFirst();
      return row
        ? {
            revision: row.revision,
            position: row.position,
            lastPosition: row.last_position,
            choice: row.edit_choice === null ? null : (JSON.parse(row.edit_choice) as CampChoice),
          }
        : null;
    },

    async arrangement(planId, position) {
      const row = await database
        .selectFrom("plan_arrangements")
        .select(["arrangement", "arrangement_text_bytes"])
        .where("plan_id", "=", planId)
        .where("position", "=", position)
        .executeTakeFirst();
      return row ? { gzip: row.arrangement, textBytes: row.arrangement_text_bytes } : null;
    },

    async parts(planId) {
      // One transaction: an edit between two reads would give the head of one revision with the routes of another.
      return database.transaction().execute(async (transaction) => {
        const plan = await transaction.selectFrom("plans").select("head").where("id", "=", planId).executeTakeFirst();
        if (!plan?.head) return null;
        const routes = await transaction
          .selectFrom("routes")
          .select(["route", "route_text_bytes"])
          .where("plan_id", "=", planId)
          .where("route_text_bytes", ">", 0)
          .execute();
        return {
          head: JSON.parse(plan.head) as EditedHead,
          routes: routes.map((row) => ({ gzip: row.route, textBytes: row.route_text_bytes })),
        };
      });
    },

    async recent(planId) {
      return database
        .selectFrom("plan_edits")
        .select(["revision", "edit_id as id"])
        .where("plan_id", "=", planId)
        .orderBy("revision", "desc")
        .execute();
    },

    async answer(planId, id) {
      const row = await database
        .selectFrom("plan_edits")
        .select(["answer", "answer_text_bytes"])
        .where("plan_id", "=", planId)
        .where("edit_id", "=", id)
        .executeTakeFirst();
      return row ? { gzip: row.answer, textBytes: row.answer_text_bytes } : null;
    },

    async keep({ planId, id, basedOn, position, choice, made, head, routes, answer }) {
      return database.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable("plans")
          .set({
            revision: basedOn + 1,
            position,
            ...(made && { last_position: position }),
            head: JSON.stringify(head),
            edit_choice: JSON.stringify(choice),
            totals: JSON.stringify(head.totals satisfies Plan["totals"]),
          })
          .where("id", "=", planId)
          .where("revision", "=", basedOn)
          .executeTakeFirst();
        if (numUpdatedRows === NO_ROWS) return false;
        await transaction
          .deleteFrom("plan_edits")
          .where("plan_id", "=", planId)
          .where("revision", "<=", basedOn + 1 - KEPT_EDITS)
          .execute();
        if (id !== null) {
          await transaction
            .insertInto("plan_edits")
            .values({
              plan_id: planId,
              revision: basedOn + 1,
              edit_id: id,
              answer: Buffer.from(answer.gzip),
              answer_text_bytes: answer.textBytes,
            })
            .execute();
        }
        if (made) {
          await transaction
            .deleteFrom("plan_arrangements")
            .where("plan_id", "=", planId)
            .where("position", ">=", position)
            .execute();
          await transaction
            .insertInto("plan_arrangements")
            .values({
              plan_id: planId,
              position,
              edit: JSON.stringify(made.edit),
              arrangement: Buffer.from(made.arrangement.gzip),
              arrangement_text_bytes: made.arrangement.textBytes,
              made_at: made.at.toISOString(),
            })
            .execute();
        }
        for (const { id, route } of routes) {
          await transaction
            .updateTable("routes")
            .set({ route: Buffer.from(route?.gzip ?? []), route_text_bytes: route?.textBytes ?? 0 })
            .where("plan_id", "=", planId)
            .where("route_id", "=", id)
            .execute();
        }
        return true;
      });
    },
  };
}
