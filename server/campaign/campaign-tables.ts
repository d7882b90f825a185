import type { Kysely } from "kysely";
import type { ChoiceVersionRow } from "./choice-tables.ts";
import type { ConsentRow, ContactRow, ExportRow, SuppressionRow } from "./contact-tables.ts";
import type { FormerLinkRow, OutingRouteRow, OutingRow, OutingStopRow, RouteDeviceRow } from "./outing-tables.ts";
import type {
  AccountRow,
  AttemptRow,
  AuditEntryRow,
  InvitationRow,
  RecoveryCodeRow,
  SessionRow,
} from "./people-tables.ts";
import type { PlanArrangementRow, PlanEditRow, PlanRow, RouteRow } from "./plan-tables.ts";
import type { BuildingNoteRow, FieldEventRow, StopReportRow } from "./report-tables.ts";
import type { OutingSurveyRow, SurveyBoxRow, SurveyReceiptRow } from "./survey-tables.ts";
import type { ZoneAddressRow, ZoneEditRow, ZoneRow, ZoningRow, ZoningVersionRow } from "./zone-tables.ts";

/** What people write, as rows. Column names are those of the migrations. */
export interface CampaignTables {
  choice_versions: ChoiceVersionRow;
  plan_arrangements: PlanArrangementRow;
  plan_edits: PlanEditRow;
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
  recovery_codes: RecoveryCodeRow;
  attempts: AttemptRow;
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
  outing_surveys: OutingSurveyRow;
  survey_boxes: SurveyBoxRow;
  survey_receipts: SurveyReceiptRow;
  contacts: ContactRow;
  consents: ConsentRow;
  suppressions: SuppressionRow;
  exports: ExportRow;
}

/** One setting of the campaign, as JSON. */
export interface SettingRow {
  readonly key: string;
  readonly value: string;
}

/** One campaign: a SQLite file, or a schema of a PostgreSQL server. What it is asked is the same. */
export type CampaignDatabase = Kysely<CampaignTables>;
