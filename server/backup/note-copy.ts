import type { CampaignPlace } from "../campaign/campaign-database.ts";
import { openPostgres } from "../campaign/open-postgres.ts";
import { openSqlite } from "../campaign/open-sqlite.ts";
import type { AuditAction } from "../contract/people.ts";
import { createAuditStore } from "../people/audit-store.ts";

/**
 * Writes into the campaign's log that all of it was copied, or put back from a copy, at the command line. A campaign of an
 * earlier version that has no log yet is left as it is: a backup comes before a migration.
 */
export async function noteCopy(
  place: CampaignPlace,
  action: Extract<AuditAction, "backup-made" | "backup-restored">,
  now: Date,
): Promise<void> {
  const database = typeof place === "string" ? openSqlite(place) : await openPostgres(place);
  try {
    const tables = await database.introspection.getTables();
    if (!tables.some(({ name }) => name === "audit_entries")) return;
    await createAuditStore(database).add({
      ...{ at: now, accountId: null, actor: "command line", action },
      ...{ subjectKind: "campaign", subjectId: null },
    });
  } finally {
    await database.destroy();
  }
}
