import type { AuditAction, AuditEntry } from "../contract/people.ts";
import type { Actor } from "./actor.ts";
import type { AuditStore } from "./audit-store.ts";

/** Writes down what somebody did. What is handed out or changed waits for it: nothing happens without its entry. */
export async function record(
  actor: Pick<Actor, "accountId" | "name">,
  action: AuditAction,
  subject: { readonly kind: string; readonly id: string | null; readonly details?: AuditEntry["details"] },
  { people, now }: { readonly people: { readonly audit: Pick<AuditStore, "add"> }; readonly now: () => Date },
): Promise<void> {
  await people.audit.add({
    at: now(),
    accountId: actor.accountId,
    actor: actor.name,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    ...(subject.details ? { details: subject.details } : {}),
  });
}
