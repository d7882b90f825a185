import type { AuditAction, AuditEntry } from "../contract/people.ts";
import type { Actor } from "./actor.ts";
import type { AuditStore, NewAuditEntry } from "./audit-store.ts";

/** Writes down what somebody did. What is handed out or changed waits for it: nothing happens without its entry. */
export async function record(
  actor: Pick<Actor, "accountId" | "name">,
  action: AuditAction,
  subject: Subject,
  { people, now }: { readonly people: { readonly audit: Pick<AuditStore, "add"> }; readonly now: () => Date },
): Promise<void> {
  await people.audit.add(entryOf(actor, action, subject, now()));
}

/** The same, for what one person does many times in a row: once within the given seconds. */
export async function recordOnce(
  withinSeconds: number,
  actor: Pick<Actor, "accountId" | "name">,
  action: AuditAction,
  subject: Subject,
  { people, now }: { readonly people: { readonly audit: Pick<AuditStore, "addOnce"> }; readonly now: () => Date },
): Promise<void> {
  await people.audit.addOnce(entryOf(actor, action, subject, now()), withinSeconds);
}

interface Subject {
  readonly kind: string;
  readonly id: string | null;
  readonly details?: AuditEntry["details"];
}

function entryOf(
  actor: Pick<Actor, "accountId" | "name">,
  action: AuditAction,
  { kind, id, details }: Subject,
  at: Date,
): NewAuditEntry {
  return {
    ...{ at, accountId: actor.accountId, actor: actor.name, action, subjectKind: kind, subjectId: id },
    ...(details ? { details } : {}),
  };
}
