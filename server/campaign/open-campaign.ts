import { join } from "node:path";
import { type Bells, createBellTower } from "./bells.ts";
import { type CampaignDatabase, openCampaignDatabase } from "./campaign-database.ts";
import { takeServerMark } from "./open-sqlite.ts";
import { createPostgresBells } from "./postgres-bells.ts";

export interface OpenCampaign {
  readonly database: CampaignDatabase;
  readonly bells: Bells;
  /** Held while this process alone serves the campaign: null when another does, or when several may. */
  readonly mark: object | null;
  close(): Promise<void>;
}

const SCHEMA = "arpent";

/**
 * The campaign that this machine serves: a file in `home`, or on PostgreSQL when its address is given, where several
 * processes may serve it side by side. Throws UnusableFile, and what PostgreSQL says when it cannot be reached.
 */
export async function openCampaign(home: string, databaseUrl: string | undefined): Promise<OpenCampaign> {
  if (databaseUrl) {
    const place = { url: databaseUrl, schema: SCHEMA };
    const database = await openCampaignDatabase(place);
    const bells = createPostgresBells(place);
    return {
      database,
      bells,
      mark: null,
      async close() {
        await bells.close();
        await database.destroy();
      },
    };
  }
  const mark = takeServerMark(join(home, "server.mark"));
  const database = await openCampaignDatabase(join(home, "campaign.sqlite"));
  return {
    database,
    bells: createBellTower(),
    mark,
    async close() {
      await database.destroy();
      mark?.release();
    },
  };
}
