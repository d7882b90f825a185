import type { Context } from "hono";
import type { Me } from "../contract/people.ts";
import { type Actor, AT_MACHINE, NOBODY } from "./actor.ts";
import type { PeopleDeps } from "./people-deps.ts";
import { hashOfToken } from "./secret-token.ts";
import { sessionToken } from "./session-cookie.ts";
import type { StoredSession } from "./session-store.ts";
import { SEEN_EVERY_SECONDS, SESSION_SECONDS } from "./session-times.ts";

/** Who asks, by the session that the browser holds, as it is at this moment: what was revoked is worth nothing at once. */
export async function whoAsks(context: Context, deps: PeopleDeps): Promise<Actor> {
  const { sessions, accounts } = deps.people;
  const token = sessionToken(context, deps);
  const known = token === null ? null : await sessions.find(hashOfToken(token));
  if (known && !isOver(known.session, deps.now())) {
    const { session, account } = known;
    const unseenSeconds = (deps.now().getTime() - Date.parse(session.seenAt)) / 1000;
    if (unseenSeconds > SEEN_EVERY_SECONDS) await sessions.seen(session.id, deps.now());
    const { id: accountId, name, role, limits } = account;
    return { kind: "account", accountId, sessionId: session.id, name, role, limits };
  }
  return deps.isOwnMachine(context) && !(await accounts.exists()) ? AT_MACHINE : NOBODY;
}

/** What the application shows of whoever uses it. */
export async function describeMe(actor: Actor, deps: PeopleDeps): Promise<Me> {
  const { campaign } = deps;
  const account = actor.accountId === null ? null : await deps.people.accounts.find(actor.accountId);
  if (account) {
    const { id, name, email, role, limits, hasSecondFactor } = account;
    return { state: "signed-in", campaign, account: { id, name, email, role, limits, hasSecondFactor } };
  }
  if (actor.kind === "machine") return { state: "open", campaign, account: null };
  return { state: (await deps.people.accounts.exists()) ? "signed-out" : "no-account", campaign, account: null };
}

function isOver({ seenAt, expiresAt }: StoredSession, now: Date): boolean {
  return Date.parse(expiresAt) <= now.getTime() || Date.parse(seenAt) + SESSION_SECONDS.idle * 1000 <= now.getTime();
}
