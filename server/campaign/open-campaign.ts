import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Bells, createBellTower } from "./bells.ts";
import { type CampaignDatabase, openCampaignDatabase } from "./campaign-database.ts";
import { campaignPlace, markOf } from "./campaign-place.ts";
import { FIRST_CAMPAIGN } from "./campaign-slug.ts";
import { takeServerMark } from "./open-sqlite.ts";
import { createPostgresBells } from "./postgres-bells.ts";

export interface OpenCampaign {
  readonly database: CampaignDatabase;
  readonly bells: Bells;
  /** Held while this process alone serves the campaign: null when another does, or when several may. */
  readonly mark: object | null;
  close(): Promise<void>;
}

/**
 * A campaign of this machine: a file in `home`, or on PostgreSQL when its address is given, where several processes may serve
 * it side by side. Campaigns share nothing: each has a store of its own. Throws UnusableFile, and what PostgreSQL says when it
 * cannot be reached.
 */
export async function openCampaign(
  home: string,
  databaseUrl: string | undefined,
  slug: string = FIRST_CAMPAIGN,
): Promise<OpenCampaign> {
  const place = campaignPlace(home, databaseUrl, slug);
  if (typeof place !== "string") {
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
  mkdirSync(dirname(place), { recursive: true });
  const mark = takeServerMark(markOf(place));
  const database = await openCampaignDatabase(place).catch((error: unknown) => {
    mark?.release();
    throw error;
  });
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
