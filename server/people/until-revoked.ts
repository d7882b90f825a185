import type { Actor } from "./actor.ts";
import { PEOPLE_BELL, type PeopleDeps } from "./people-deps.ts";

/**
 * A stream of events lives long after its request was let in: it ends when its session does, or when the first account is
 * made and the machine is open no more.
 */
export function untilRevoked(actor: Actor, leave: AbortController, gone: AbortSignal, deps: PeopleDeps): void {
  if (actor.kind === "nobody") return;
  void watch(actor, leave, gone, deps).catch(() => leave.abort());
}

async function watch(actor: Actor, leave: AbortController, gone: AbortSignal, deps: PeopleDeps): Promise<void> {
  const { sessions, accounts } = deps.people;
  while (!gone.aborted) {
    await deps.bells.heard(PEOPLE_BELL, gone);
    if (gone.aborted) return;
    const mayStay = actor.sessionId === null ? !(await accounts.exists()) : await sessions.exists(actor.sessionId);
    if (!mayStay) return leave.abort();
  }
}
