import type { Limits, Role } from "../contract/people.ts";

/** Who asks. */
export interface Actor {
  /** account: signed in. machine: at the machine, before there are accounts. nobody: neither. */
  readonly kind: "account" | "machine" | "nobody";
  /** Null unless signed in. */
  readonly accountId: string | null;
  readonly sessionId: string | null;
  /** As it is written in the audit log. */
  readonly name: string;
  readonly role: Role | null;
  /** Where an organizer may work; null for everywhere. */
  readonly limits: Limits | null;
}

declare module "hono" {
  interface ContextVariableMap {
    /** Set by the guard for every endpoint. */
    actor: Actor;
    /** Aborted when whoever asks may not go on asking; looks until its argument is aborted. For streams of events. */
    revoked: (ended: AbortSignal) => AbortSignal;
  }
}

export const NOBODY: Actor = {
  kind: "nobody",
  accountId: null,
  sessionId: null,
  name: "",
  role: null,
  limits: null,
};

/** Whoever sits at the machine does everything until the first account exists. */
export const AT_MACHINE: Actor = { ...NOBODY, kind: "machine", name: "machine", role: "director" };
