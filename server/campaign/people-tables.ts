import type { Generated } from "kysely";

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
  /** As an earlier version stored it, until a server of this one has opened the campaign: null from then on. */
  readonly totp_secret: string | null;
  /** The secret of the second factor, sealed with a key that is not in the store. */
  readonly totp_sealed: string | null;
  /** Null while the secret is only offered: nobody is asked for a code before one was given. */
  readonly totp_confirmed_at: string | null;
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

/** A code that stands in for the second factor, once. */
export interface RecoveryCodeRow {
  readonly account_id: string;
  readonly code_hash: string;
}

/** How often something was tried within a time, e.g. to sign in to an account. */
export interface AttemptRow {
  readonly key: string;
  readonly count: number;
  readonly until: string;
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
