import type { Generated } from "kysely";

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
