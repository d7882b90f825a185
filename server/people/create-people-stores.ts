import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import { createAccountStore } from "./account-store.ts";
import { createAttemptStore } from "./attempt-store.ts";
import { createAuditStore } from "./audit-store.ts";
import { createInvitationStore } from "./invitation-store.ts";
import type { PeopleStores } from "./people-deps.ts";
import { createSessionStore } from "./session-store.ts";

export function createPeopleStores(database: CampaignDatabase): PeopleStores {
  return {
    accounts: createAccountStore(database),
    sessions: createSessionStore(database),
    invitations: createInvitationStore(database),
    attempts: createAttemptStore(database),
    audit: createAuditStore(database),
  };
}
