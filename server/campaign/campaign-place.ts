import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Kysely } from "kysely";
import { UnusableFile } from "../../geodata/readers/source-rows.ts";
import type { CampaignPlace } from "./campaign-database.ts";
import { FIRST_CAMPAIGN } from "./campaign-slug.ts";
import { openPostgres } from "./open-postgres.ts";
import { openSqliteToRead } from "./open-sqlite.ts";

export type { CampaignPlace } from "./campaign-database.ts";

const SCHEMA = "arpent";
const OTHERS = "campaigns";

/** Where a campaign of this machine is: the first one, or another by its part of addresses. */
export function campaignPlace(
  home: string,
  databaseUrl: string | undefined,
  slug: string = FIRST_CAMPAIGN,
): CampaignPlace {
  if (databaseUrl) {
    return { url: databaseUrl, schema: slug === FIRST_CAMPAIGN ? SCHEMA : `${SCHEMA}_${slug.replaceAll("-", "_")}` };
  }
  return slug === FIRST_CAMPAIGN ? join(home, "campaign.sqlite") : join(home, OTHERS, `${slug}.sqlite`);
}

/** What says that a server serves the campaign of a file. */
export function markOf(path: string): string {
  // Another campaign may be called "campaign", or "server".
  return basename(dirname(path)) === OTHERS ? path.replace(/\.sqlite$/, ".mark") : join(dirname(path), "server.mark");
}

export function schemaOf(place: CampaignPlace): string | null {
  return typeof place === "string" ? null : place.schema;
}

/** For messages: never the password of an address. */
export function nameOfPlace(place: CampaignPlace): string {
  return typeof place === "string" ? place : `schema ${place.schema}`;
}

/** To be read only, and of whichever version. Throws UnusableFile when there is no such file, or it is something else. */
export async function openAsItIs(place: CampaignPlace): Promise<Kysely<unknown>> {
  if (typeof place !== "string") return (await openPostgres(place)) as unknown as Kysely<unknown>;
  if (!existsSync(place))
    throw new UnusableFile(place, {
      fr: "n’est pas là : cette machine n’a pas encore de campagne",
      en: "is not there: this machine has no campaign yet",
    });
  return openSqliteToRead(place) as unknown as Kysely<unknown>;
}
