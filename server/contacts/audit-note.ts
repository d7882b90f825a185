import type { AuditAction } from "../contract/people.ts";

/** What the program did by itself with what concerns persons, as it is written down. Without personal details. */
export interface AuditedAct {
  readonly actor: string;
  readonly accountId: string | null;
  readonly action: AuditAction;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** Resolves once it is written: nothing is handed out or changed without its entry. */
export type AuditNote = (act: AuditedAct) => Promise<void>;
