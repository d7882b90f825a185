import type { Generated } from "kysely";

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
