import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Bells, createBellTower } from "./bells.ts";
import { type CampaignDatabase, openCampaignDatabase } from "./campaign-database.ts";
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

const SCHEMA = "arpent";

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
  const isFirst = slug === FIRST_CAMPAIGN;
  if (databaseUrl) {
    const schema = isFirst ? SCHEMA : `${SCHEMA}_${slug.replaceAll("-", "_")}`;
    const place = { url: databaseUrl, schema };
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
  const folder = isFirst ? home : join(home, "campaigns");
  mkdirSync(folder, { recursive: true });
  const mark = takeServerMark(join(folder, isFirst ? "server.mark" : `${slug}.mark`));
  const database = await openCampaignDatabase(join(folder, isFirst ? "campaign.sqlite" : `${slug}.sqlite`)).catch(
    (error: unknown) => {
      mark?.release();
      throw error;
    },
  );
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
