import { heardWithin } from "../campaign/bells.ts";
import type { AccountStore } from "./account-store.ts";
import type { Actor } from "./actor.ts";
import { PEOPLE_BELL, type PeopleDeps } from "./people-deps.ts";
import type { SessionStore } from "./session-store.ts";

interface RevokedDeps extends Pick<PeopleDeps, "bells"> {
  readonly people: {
    readonly sessions: Pick<SessionStore, "exists">;
    readonly accounts: Pick<AccountStore, "exists">;
  };
}

/** What somebody may reach moves without a ring: the zones of their limits are drawn anew. */
const LOOK_AGAIN_MS = 60_000;

/**
 * A stream of events lives long after its request was let in. Aborted when its session ends, when the first account is made
 * and the machine is open no more, or when what it tells of is not this person's any more. Looks until `ended`.
 * @param letIn as the request was let in; throws when it would not be now
 */
export function untilRevoked(
  actor: Actor,
  letIn: () => Promise<void>,
  ended: AbortSignal,
  deps: RevokedDeps,
): AbortSignal {
  const revoked = new AbortController();
  if (actor.kind !== "nobody") void watch(actor, letIn, revoked, ended, deps).catch(() => revoked.abort());
  return revoked.signal;
}

async function watch(
  actor: Actor,
  letIn: () => Promise<void>,
  revoked: AbortController,
  ended: AbortSignal,
  deps: RevokedDeps,
): Promise<void> {
  const { sessions, accounts } = deps.people;
  const isLimited = actor.role === "lead" || actor.limits !== null;
  const nextRing = () =>
    isLimited ? heardWithin(deps.bells, PEOPLE_BELL, LOOK_AGAIN_MS, ended) : deps.bells.heard(PEOPLE_BELL, ended);
  let heard = nextRing();
  while (true) {
    await heard;
    if (ended.aborted) return;
    // Listened for before it is looked at: what happens meanwhile is not missed.
    heard = nextRing();
    const mayStay = actor.sessionId === null ? !(await accounts.exists()) : await sessions.exists(actor.sessionId);
    if (!mayStay) return revoked.abort();
    if (isLimited) await letIn();
  }
}
