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
  /** JSON array; null for everybody who had left their details by then. */
  readonly contact_ids: string;
}
