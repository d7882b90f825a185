import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { AuditAction, AuditEntry, AuditPage } from "../contract/people.ts";

export interface NewAuditEntry {
  readonly at: Date;
  readonly accountId: string | null;
  /** Name at that time, or what acted: the command line, a timer. */
  readonly actor: string;
  readonly action: AuditAction;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  /** Without personal details. */
  readonly details?: AuditEntry["details"];
}

/** Who did what with what concerns persons. Entries are added, and never changed. */
export interface AuditStore {
  add(entry: NewAuditEntry): Promise<void>;
  /** The same of the same person and subject is written once within the given seconds: for what is looked at again and again. */
  addOnce(entry: NewAuditEntry, withinSeconds: number): Promise<void>;
  /** Latest first, from before the given sequence. */
  page(options: { readonly before: number | null; readonly most: number }): Promise<AuditPage>;
}

export function createAuditStore(database: CampaignDatabase): AuditStore {
  async function add(entry: NewAuditEntry): Promise<void> {
    await database
      .insertInto("audit_entries")
      .values({
        at: entry.at.toISOString(),
        account_id: entry.accountId,
        actor: entry.actor,
        action: entry.action,
        subject_kind: entry.subjectKind,
        subject_id: entry.subjectId,
        details: JSON.stringify(entry.details ?? {}),
      })
      .execute();
  }
  return {
    add,
    async addOnce(entry, withinSeconds) {
      const { at, accountId, actor, action, subjectKind, subjectId } = entry;
      const known = await database
        .selectFrom("audit_entries")
        .select("sequence")
        .where("at", ">", new Date(at.getTime() - withinSeconds * 1000).toISOString())
        .where("account_id", accountId === null ? "is" : "=", accountId)
        .where("subject_id", subjectId === null ? "is" : "=", subjectId)
        .where("actor", "=", actor)
        .where("action", "=", action)
        .where("subject_kind", "=", subjectKind)
        .limit(1)
        .executeTakeFirst();
      if (!known) await add(entry);
    },
    async page({ before, most }) {
      const latest = database
        .selectFrom("audit_entries")
        .selectAll()
        .orderBy("sequence", "desc")
        .limit(most + 1);
      const rows = await (before === null ? latest : latest.where("sequence", "<", before)).execute();
      const entries = rows.slice(0, most).map((row) => ({
        sequence: row.sequence,
        at: row.at,
        actor: row.actor,
        action: row.action,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        details: JSON.parse(row.details) as AuditEntry["details"],
      }));
      return { entries, hasMore: rows.length > most };
    },
  };
}
