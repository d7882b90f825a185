import { basename } from "node:path";
import type { CampaignPlace } from "../campaign/campaign-database.ts";
import { openPostgres } from "../campaign/open-postgres.ts";
import { openSqlite } from "../campaign/open-sqlite.ts";
import { createContactStore } from "../contacts/contact-store.ts";
import type { AuditAction } from "../contract/people.ts";
import { newToken } from "../http/new-token.ts";
import { createAuditStore } from "../people/audit-store.ts";

/**
 * Writes into the campaign's log that all of it was copied, or put back from a copy, at the command line; and beside the other
 * copies which file holds everybody's details. A campaign of an earlier version that has no log yet is left as it is: a backup
 * comes before a migration.
 */
export async function noteCopy(
  place: CampaignPlace,
  action: Extract<AuditAction, "backup-made" | "backup-restored">,
  file: string,
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
    if (!tables.some(({ name }) => name === "exports")) return;
    const copy = { id: newToken(), kind: basename(file), madeBy: "command line", madeAt: now.toISOString() };
    await createContactStore(database).addExport(copy, null);
  } finally {
    await database.destroy();
  }
}
