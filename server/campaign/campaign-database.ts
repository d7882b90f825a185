import { UnusableFile } from "../../geodata/readers/source-rows.ts";
import { schemaOf } from "./campaign-place.ts";
import type { CampaignDatabase } from "./campaign-tables.ts";
import { migrateToLatest } from "./migrate.ts";
import { openPostgres } from "./open-postgres.ts";
import { openSqlite } from "./open-sqlite.ts";

export type { CampaignDatabase, CampaignTables } from "./campaign-tables.ts";

/** A schema of a PostgreSQL server. */
export interface PostgresPlace {
  /** e.g. postgres://user:password@host:5432/arpent */
  readonly url: string;
  /** Lower case letters, digits and underscores; made when missing. */
  readonly schema: string;
}

/** The path of a SQLite file, or a schema of a PostgreSQL server. */
export type CampaignPlace = string | PostgresPlace;

/**
 * Opens a campaign, makes it when missing, and brings it up to date. A process that is killed loses nothing that was
 * acknowledged: each commit is in the hands of the system, or of PostgreSQL.
 * Throws UnusableFile when a file is something else, damaged, or of a newer version of the program, and what PostgreSQL
 * says when it cannot be reached.
 */
export async function openCampaignDatabase(place: CampaignPlace): Promise<CampaignDatabase> {
  const database = typeof place === "string" ? openSqlite(place) : await openPostgres(place);
  const error = await migrateToLatest(database, schemaOf(place));
  if (error === undefined) return database;
  await database.destroy();
  const reason = error instanceof Error ? error.message : String(error);
  const isFile = typeof place === "string";
  throw new UnusableFile(isFile ? place : `schema ${place.schema}`, {
    fr: `ne peut pas être mis au niveau de cette version d’Arpent (${reason}). Prenez la version qui l’a écrit en dernier, ou déplacez ${isFile ? "le fichier" : "le schéma"}`,
    en: `cannot be brought up to this version of Arpent (${reason}). Use the version that wrote it last, or move the ${isFile ? "file" : "schema"} away`,
  });
}
