import type { CampaignDatabase } from "../campaign/campaign-tables.ts";

/** What must be known of outings to tell who may reach them. */
export interface OutingReach {
  find(outingId: string): Promise<{ readonly territoryName: string; readonly leadAccountId: string | null } | null>;
  /** Ids of its addresses, whoever walks them. */
  stops(outingId: string): Promise<readonly string[]>;
}

export function createOutingReach(database: CampaignDatabase): OutingReach {
  return {
    async find(outingId) {
      const row = await database
        .selectFrom("outings")
        .select(["territory_name", "lead_account_id"])
        .where("id", "=", outingId)
        .executeTakeFirst();
      return row ? { territoryName: row.territory_name, leadAccountId: row.lead_account_id } : null;
    },
    async stops(outingId) {
      const rows = await database
        .selectFrom("outing_stops")
        .select("stop_id")
        .where("outing_id", "=", outingId)
        .execute();
      return rows.map((row) => row.stop_id);
    },
  };
}
