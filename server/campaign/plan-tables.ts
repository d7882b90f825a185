import type { Generated } from "kysely";

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
  /** When its sheets were first handed out, on paper, as a file or by an outing; null before. */
  readonly sheets_at: Generated<string | null>;
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

/** An edit that came with an id, and what was answered to it: who heard no answer asks again. */
export interface PlanEditRow {
  readonly plan_id: string;
  /** Of the plan with this edit. */
  readonly revision: number;
  readonly edit_id: string;
  /** PlanEditAnswer as gzip JSON, and the length of its text. */
  readonly answer: Buffer;
  readonly answer_text_bytes: number;
}

export interface RouteRow {
  readonly token: string;
  readonly plan_id: string;
  readonly route_id: string;
  /** PlanRoute as gzip JSON, and the length of its text; both empty when a hand took its last stop. */
  readonly route: Buffer;
  readonly route_text_bytes: number;
}
