import Database from "better-sqlite3";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import { MIGRATIONS } from "./migrations/migrations.ts";

/** What people write, as rows. Column names are those of the migrations. */
export interface CampaignTables {
  choices: ChoiceRow;
  plans: PlanRow;
  routes: RouteRow;
}

export interface ChoiceRow {
  readonly territory_name: string;
  /** CampChoice. */
  readonly choice: string;
  readonly updated_at: string;
}

export interface PlanRow {
  readonly id: string;
  readonly territory_name: string;
  readonly created_at: string;
  readonly status: string;
  /** PlanRequest. */
  readonly request: string;
  readonly volunteers: number;
  readonly minutes: number;
  /** Plan["totals"], null until the plan is done. */
  readonly totals: string | null;
  /** The territory as it was planned on: title and attributions, for pages that outlive its file. */
  readonly territory: string | null;
  /** StoredFailure of a plan that failed. */
  readonly failure: string | null;
  /** Plan as gzip JSON, and the length of its text. */
  readonly plan: Buffer | null;
  readonly plan_text_bytes: number | null;
}

export interface RouteRow {
  readonly token: string;
  readonly plan_id: string;
  readonly route_id: string;
  /** PlanRoute as gzip JSON, and the length of its text. */
  readonly route: Buffer;
  readonly route_text_bytes: number;
}

export type CampaignDatabase = Kysely<CampaignTables>;

/**
 * Opens the campaign's file, makes it when missing, and brings it up to date. A process that is killed loses nothing
 * that was acknowledged: the write-ahead log is in the hands of the system at each commit.
 */
export async function openCampaignDatabase(path: string): Promise<CampaignDatabase> {
  const file = new Database(path);
  file.pragma("journal_mode = WAL");
  file.pragma("synchronous = NORMAL");
  file.pragma("foreign_keys = ON");
  file.pragma("busy_timeout = 5000");
  const database = new Kysely<CampaignTables>({ dialect: new SqliteDialect({ database: file }) });
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    await database.destroy();
    throw new Error(`the campaign's file ${path} cannot be brought up to date`, { cause: error });
  }
  return database;
}

/**
 * Takes the mark that says "a server writes this campaign", and holds it until released or the process ends in any
 * way. Null when another server holds it.
 */
export function takeServerMark(path: string): { release(): void } | null {
  const mark = new Database(path, { timeout: 0 });
  try {
    mark.pragma("locking_mode = EXCLUSIVE");
    mark.exec("BEGIN EXCLUSIVE");
    return { release: () => void mark.close() };
  } catch (error) {
    mark.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) return null;
    throw error;
  }
}
