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
