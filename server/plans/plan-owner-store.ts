import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { StoredFailure } from "./plan-store.ts";

/** Which of several server processes makes which plan. */
export interface PlanOwnerStore {
  claim(planId: string, programId: string): Promise<void>;
  /** Every process that a running plan belongs to. */
  owners(): Promise<readonly string[]>;
  /** Marks the plans of a process that is gone as failed, and gives their ids. */
  failPlansOf(programId: string, failure: StoredFailure): Promise<readonly string[]>;
}

export function createPlanOwnerStore(database: CampaignDatabase): PlanOwnerStore {
  return {
    async claim(planId, programId) {
      await database.updateTable("plans").set({ program_id: programId }).where("id", "=", planId).execute();
    },
    async owners() {
      const rows = await database
        .selectFrom("plans")
        .select("program_id")
        .distinct()
        .where("status", "=", "running")
        .where("program_id", "is not", null)
        .execute();
      return rows.flatMap(({ program_id }) => program_id ?? []);
    },
    async failPlansOf(programId, failure) {
      const rows = await database
        .updateTable("plans")
        .set({ status: "failed", failure: JSON.stringify(failure) })
        .where("status", "=", "running")
        .where("program_id", "=", programId)
        .returning("id")
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
