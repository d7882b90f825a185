import Database from "better-sqlite3";
import { type Generated, Kysely, Migrator, SqliteDialect } from "kysely";
import { UnusableFile } from "../../geodata/readers/source-rows.ts";
import { MIGRATIONS } from "./migrations/migrations.ts";

/** What people write, as rows. Column names are those of the migrations. */
export interface CampaignTables {
  choice_versions: ChoiceVersionRow;
  plan_arrangements: PlanArrangementRow;
  plans: PlanRow;
  routes: RouteRow;
  zonings: ZoningRow;
  zones: ZoneRow;
  zone_addresses: ZoneAddressRow;
  zone_edits: ZoneEditRow;
  zoning_versions: ZoningVersionRow;
}

export interface ChoiceVersionRow {
  readonly territory_name: string;
  /** Grows with every save; a quick edit takes the place of the one before under the next number. */
  readonly version: number;
  readonly name: string;
  /** CampChoice. */
  readonly choice: string;
  /** Candidates by side. */
  readonly counts: string;
  /** ChoiceKind. */
  readonly kind: string;
  readonly restored_from: number | null;
  readonly editor: string | null;
  /** First and last save of this version. */
  readonly begun_at: string;
  readonly saved_at: string;
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
  /** Plan as gzip JSON as it was made, and the length of its text. */
  readonly plan: Buffer | null;
  readonly plan_text_bytes: number | null;
  /** Grows with every edit by hand, undo and redo. */
  readonly revision: Generated<number>;
  /** Which arrangement is shown, 0 for the plan as it was made, and the last that can be gone forward to. */
  readonly position: Generated<number>;
  readonly last_position: Generated<number>;
  /** EditedHead: what is different now; null until the first edit. */
  readonly head: string | null;
  /** CampChoice of the first edit: what all edited routes are scored by, so that their sums hold. */
  readonly edit_choice: string | null;
}

export interface PlanArrangementRow {
  readonly plan_id: string;
  /** From 1: the plan as it was made is not among them. */
  readonly position: number;
  /** PlanEdit that led here. */
  readonly edit: string;
  /** Arrangement as gzip JSON, and the length of its text. */
  readonly arrangement: Buffer;
  readonly arrangement_text_bytes: number;
  readonly made_at: string;
}

export interface RouteRow {
  readonly token: string;
  readonly plan_id: string;
  readonly route_id: string;
  /** PlanRoute as gzip JSON, and the length of its text; both empty when a hand took its last stop. */
  readonly route: Buffer;
  readonly route_text_bytes: number;
}

export interface ZoningRow {
  readonly id: string;
  readonly territory_name: string;
  readonly name: string;
  readonly created_at: string;
  readonly edited_at: string;
  /** Edits so far. */
  readonly revision: number;
}

export interface ZoneRow {
  readonly zoning_id: string;
  readonly zone_id: string;
  readonly name: string;
  readonly colour: number;
  readonly is_locked: number;
}

/** An address that is in a zone. The key lets it be in one alone. */
export interface ZoneAddressRow {
  readonly zoning_id: string;
  readonly address_id: string;
  readonly zone_id: string;
}

export interface ZoneEditRow {
  readonly zoning_id: string;
  readonly revision: number;
  /** As its sender made it: an edit that comes twice is found by it. */
  readonly edit_id: string;
  readonly editor: string;
  readonly edited_at: string;
  /** ZoneEditAnswer. */
  readonly answer: string;
}

export interface ZoningVersionRow {
  readonly zoning_id: string;
  readonly version: number;
  readonly name: string;
  readonly saved_at: string;
  readonly zones: number;
  readonly addresses: number;
  /** ZonesAtOnce as gzip JSON. */
  readonly state: Buffer;
}

export type CampaignDatabase = Kysely<CampaignTables>;

/**
 * Opens the campaign's file, makes it when missing, and brings it up to date. A process that is killed loses nothing
 * that was acknowledged: the write-ahead log is in the hands of the system at each commit.
 * Throws UnusableFile when the file is something else, damaged, or of a newer version of the program.
 */
export async function openCampaignDatabase(path: string): Promise<CampaignDatabase> {
  const database = new Kysely<CampaignTables>({ dialect: new SqliteDialect({ database: openFile(path) }) });
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return database;
  await database.destroy();
  const reason = error instanceof Error ? error.message : String(error);
  throw new UnusableFile(path, {
    fr: `ne peut pas être mis au niveau de cette version d’Arpent (${reason}). Prenez la version qui l’a écrit en dernier, ou déplacez le fichier`,
    en: `cannot be brought up to this version of Arpent (${reason}). Use the version that wrote it last, or move the file away`,
  });
}

function openFile(path: string): Database.Database {
  const file = new Database(path, { timeout: 5000 });
  try {
    file.pragma("journal_mode = WAL");
    file.pragma("synchronous = NORMAL");
    file.pragma("foreign_keys = ON");
    // Moving the log into the file waits for the disk: at start and at close, and else only when it has grown large.
    file.pragma("wal_checkpoint(TRUNCATE)");
    file.pragma("wal_autocheckpoint = 10000");
    return file;
  } catch (error) {
    file.close();
    if (!(error instanceof Database.SqliteError)) throw error;
    throw new UnusableFile(path, {
      fr: `n’est pas une campagne d’Arpent, ou est abîmé (${error.code}). Déplacez-le pour repartir de zéro`,
      en: `is not a campaign of Arpent, or is damaged (${error.code}). Move it away to start anew`,
    });
  }
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
