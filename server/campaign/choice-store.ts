import type { CampChoice } from "../contract/scores.ts";
import type { CampaignDatabase } from "./campaign-database.ts";

export interface ChoiceStore {
  find(territoryName: string): Promise<CampChoice | null>;
  save(territoryName: string, choice: CampChoice, at: Date): Promise<void>;
}

export function createChoiceStore(database: CampaignDatabase): ChoiceStore {
  return {
    async find(territoryName) {
      const row = await database
        .selectFrom("choices")
        .select("choice")
        .where("territory_name", "=", territoryName)
        .executeTakeFirst();
      return row ? (JSON.parse(row.choice) as CampChoice) : null;
    },
    async save(territoryName, choice, at) {
      const row = { territory_name: territoryName, choice: JSON.stringify(choice), updated_at: at.toISOString() };
      await database
        .insertInto("choices")
        .values(row)
        .onConflict((conflict) => conflict.column("territory_name").doUpdateSet(row))
        .execute();
    },
  };
}
