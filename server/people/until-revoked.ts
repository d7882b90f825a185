import type { Actor } from "./actor.ts";
import { PEOPLE_BELL, type PeopleDeps } from "./people-deps.ts";

/**
 * A stream of events lives long after its request was let in. Aborted when its session ends, or when the first account is
 * made and the machine is open no more. Looks until `ended`.
 */
export function untilRevoked(actor: Actor, ended: AbortSignal, deps: PeopleDeps): AbortSignal {
  const revoked = new AbortController();
  if (actor.kind !== "nobody") void watch(actor, revoked, ended, deps).catch(() => revoked.abort());
  return revoked.signal;
}

async function watch(actor: Actor, revoked: AbortController, ended: AbortSignal, deps: PeopleDeps): Promise<void> {
  const { sessions, accounts } = deps.people;
  while (!ended.aborted) {
    await deps.bells.heard(PEOPLE_BELL, ended);
    if (ended.aborted) return;
    const mayStay = actor.sessionId === null ? !(await accounts.exists()) : await sessions.exists(actor.sessionId);
    if (!mayStay) return revoked.abort();
  }
}
