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
