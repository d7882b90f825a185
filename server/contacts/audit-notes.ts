import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { AuditNote } from "./audit-note.ts";

/** Writes acts into the campaign's audit log. */
export function createAuditNotes(database: CampaignDatabase, now: () => Date): AuditNote {
  return async ({ actor, accountId, action, subjectKind, subjectId, details }) => {
    await database
      .insertInto("audit_entries")
      .values({
        at: now().toISOString(),
        account_id: accountId,
        actor,
        action,
        subject_kind: subjectKind,
        subject_id: subjectId,
        details: JSON.stringify(details),
      })
      .execute();
  };
}
