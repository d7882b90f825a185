import type { Generated, Kysely } from "kysely";

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
  settings: SettingRow;
  accounts: AccountRow;
  sessions: SessionRow;
  invitations: InvitationRow;
  audit_entries: AuditEntryRow;
  outings: OutingRow;
  outing_routes: OutingRouteRow;
  outing_stops: OutingStopRow;
  former_links: FormerLinkRow;
  field_events: FieldEventRow;
  stop_reports: StopReportRow;
  building_notes: BuildingNoteRow;
  route_devices: RouteDeviceRow;
  contacts: ContactRow;
  consents: ConsentRow;
  suppressions: SuppressionRow;
  exports: ExportRow;
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
  /** Account; null before there were accounts, or when nobody had signed in. */
  readonly made_by: Generated<string | null>;
  /** The server process that makes it, among several that share this campaign. */
  readonly program_id: Generated<string | null>;
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
  readonly made_by: Generated<string | null>;
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

/** One setting of the campaign, as JSON. */
export interface SettingRow {
  readonly key: string;
  readonly value: string;
}

export interface AccountRow {
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  /** Argon2id, in the format of its reference implementation. */
  readonly password_hash: string;
  /** Role. */
  readonly role: string;
  /** Where an organizer may work: Limits, null for everywhere. */
  readonly limits: string | null;
  readonly totp_secret: string | null;
  /** The last code that was used belongs to this step of 30 seconds: no code is taken twice. */
  readonly totp_last_step: number | null;
  readonly created_at: string;
  readonly closed_at: string | null;
}

export interface SessionRow {
  /** SHA-256 of what the browser holds. */
  readonly token_hash: string;
  readonly id: string;
  readonly account_id: string;
  readonly created_at: string;
  readonly seen_at: string;
  readonly expires_at: string;
  readonly device: string;
}

export interface InvitationRow {
  readonly token_hash: string;
  readonly id: string;
  readonly role: string;
  readonly limits: string | null;
  /** Whom it is for, as its maker wrote it. */
  readonly name: string;
  readonly made_by: string | null;
  readonly made_at: string;
  readonly expires_at: string;
  readonly used_at: string | null;
}

export interface AuditEntryRow {
  readonly sequence: Generated<number>;
  readonly at: string;
  readonly account_id: string | null;
  /** Name at that time, or what acted: an outing's route, the command line, a timer. */
  readonly actor: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string | null;
  /** JSON without personal details. */
  readonly details: string;
}

export interface OutingRow {
  readonly id: string;
  readonly territory_name: string;
  readonly plan_id: string;
  readonly name: string;
  /** 2026-03-07 and 14:30, as they are where the outing is. */
  readonly day: string;
  readonly starts_at: string;
  /** After it no link opens; what was reported before is still taken in for a while. */
  readonly closes_at: string;
  /** MeetingPoint. */
  readonly meeting_point: string;
  readonly is_pairs: number;
  readonly script: string;
  readonly language: string;
  readonly lead_account_id: string | null;
  readonly made_by: string | null;
  readonly made_at: string;
  readonly ended_at: string | null;
  /** Grows whenever its routes, or who walks them, change. */
  readonly revision: number;
  /** Of its field events: they are numbered without gaps, in the order of their commits. */
  readonly last_sequence: number;
}

export interface OutingRouteRow {
  readonly id: string;
  readonly outing_id: string;
  /** "1", "2", …: what is printed on the sheet. */
  readonly route_id: string;
  readonly token: string;
  /** Eight letters and digits that can be read out and typed. */
  readonly code: string;
  readonly expires_at: string;
  readonly taken_back_at: string | null;
  /** Nothing else of the volunteer is kept, and it goes when the outing is purged. */
  readonly first_name: string | null;
  readonly charter_version: string | null;
  readonly joined_at: string | null;
  readonly began_at: string | null;
  readonly ended_at: string | null;
  /** The last time the phone sent anything. */
  readonly heard_at: string | null;
  /** Grows whenever its stops or their order change. */
  readonly revision: number;
  /** PlanRoute as gzip JSON, and the length of its text. */
  readonly route: Buffer;
  readonly route_text_bytes: number;
  /** Of the whole route, as it is foreseen. */
  readonly duration_seconds: Generated<number>;
}

/** A link that another took the place of: nothing opens with it, but what its phone has not sent yet is still taken in. */
export interface FormerLinkRow {
  readonly token: string;
  readonly outing_route_id: string;
  readonly replaced_at: string;
}

/** An address of an outing. The key lets it be on one route alone. */
export interface OutingStopRow {
  readonly outing_id: string;
  readonly stop_id: string;
  /** Null when nobody walks it. */
  readonly outing_route_id: string | null;
  readonly position: number;
  readonly station_id: string | null;
  readonly doors: number;
}

/** What a phone reported; never changed, and never twice: its id was made on the phone. */
export interface FieldEventRow {
  readonly id: string;
  readonly outing_id: string;
  readonly sequence: number;
  readonly outing_route_id: string;
  readonly device_id: string;
  readonly kind: string;
  readonly stop_id: string | null;
  readonly undoes: string | null;
  /** FieldEvent, without personal details. */
  readonly body: string;
  /** By the clock of the server; and as the phone said. */
  readonly at: string;
  readonly phone_at: string;
  readonly received_at: string;
}

/** What the events of an address add up to. Follows from them alone. */
export interface StopReportRow {
  readonly outing_id: string;
  readonly stop_id: string;
  /** Doors by outcome. */
  readonly counts: string;
  readonly doors: number;
  readonly is_finished: number;
  readonly first_at: string | null;
  readonly last_at: string | null;
  /** Of the last event that it follows from. */
  readonly sequence: number;
}

export interface BuildingNoteRow {
  readonly territory_name: string;
  readonly address_id: string;
  /** BuildingNote. */
  readonly note: string;
  readonly event_id: string;
  readonly at: string;
}

/** A phone that opened a route's link: several may walk one route. */
export interface RouteDeviceRow {
  readonly outing_route_id: string;
  /** Made at random on the phone. */
  readonly device_id: string;
  /** As its volunteer gave it; null when it reported without having joined. Goes when the outing is purged. */
  readonly first_name: string | null;
  readonly charter_version: string | null;
  readonly joined_at: string | null;
  readonly heard_at: string;
}

export interface ContactRow {
  readonly id: string;
  readonly event_id: string | null;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly postcode: string | null;
  readonly collected_by: string;
  readonly source: string;
  readonly collected_at: string;
  readonly purge_after: string;
}

export interface ConsentRow {
  readonly contact_id: string;
  readonly purpose: string;
  readonly channel: string;
  readonly text_version: string;
  readonly given_at: string;
  readonly withdrawn_at: string | null;
}

/** Who must never be written to again; outlives the contact, and says nothing of who it was. */
export interface SuppressionRow {
  readonly channel: string;
  readonly address_hash: string;
  readonly at: string;
}

/** A copy that left the campaign, and whose details were in it. */
export interface ExportRow {
  readonly id: string;
  readonly kind: string;
  readonly made_by: string | null;
  readonly made_at: string;
  /** JSON array. */
  readonly contact_ids: string;
}

/** One campaign: a SQLite file, or a schema of a PostgreSQL server. What it is asked is the same. */
export type CampaignDatabase = Kysely<CampaignTables>;
