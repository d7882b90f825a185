import type { Bells } from "../campaign/bells.ts";
import type { IsAtMachine } from "../http/at-machine.ts";
import type { AccountStore } from "./account-store.ts";
import type { AttemptStore } from "./attempt-store.ts";
import type { AuditStore } from "./audit-store.ts";
import type { InvitationStore } from "./invitation-store.ts";
import type { Passwords } from "./passwords.ts";
import type { SecretBox } from "./secret-box.ts";
import type { SessionStore } from "./session-store.ts";

export interface PeopleStores {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly invitations: InvitationStore;
  readonly attempts: AttemptStore;
  readonly audit: AuditStore;
}

export interface PeopleDeps {
  readonly people: PeopleStores;
  readonly passwords: Passwords;
  /** Of what second factors are computed from. */
  readonly secrets: SecretBox;
  readonly campaign: { readonly slug: string; readonly name: string };
  readonly bells: Bells;
  readonly newToken: () => string;
  readonly now: () => Date;
  /** Whether a request comes from the machine itself, which needs no account until there is one. */
  readonly isOwnMachine: IsAtMachine;
  /** Where browsers reach this server; null when it has no such name. */
  readonly publicUrl: string | null;
}

/** Rung when somebody may do less than before: streams that are open look again. */
export const PEOPLE_BELL = "people";
