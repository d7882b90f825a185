import type { Limits, PeopleList, PossibleLead, Role } from "../contract/people.ts";
import type { StoredAccount } from "./account-store.ts";
import type { Actor } from "./actor.ts";
import { record } from "./audit.ts";
import { pendingInvitations } from "./invitations.ts";
import { PEOPLE_BELL, type PeopleDeps } from "./people-deps.ts";
import { lastDirector, unknownPerson } from "./people-words.ts";

/** What the director sees of everybody. */
export async function listPeople(deps: Pick<PeopleDeps, "people" | "now">): Promise<PeopleList> {
  const { accounts, sessions } = deps.people;
  await sessions.removeExpired(deps.now());
  const signedIn = await sessions.list(null);
  const people = (await accounts.list()).map(({ id, name, email, role, limits, hasSecondFactor, createdAt }) => {
    const own = signedIn.filter(({ accountId }) => accountId === id);
    const seenAt = own[0]?.seenAt ?? null;
    return { id, name, email, role, limits, hasSecondFactor, createdAt, seenAt, sessions: own.length };
  });
  return { people, invitations: await pendingInvitations(deps) };
}

/** Everybody who may be put in charge of an outing, by name. */
export async function listLeads({ people }: Pick<PeopleDeps, "people">): Promise<readonly PossibleLead[]> {
  const accounts = await people.accounts.list();
  return accounts.filter(mayLead).map(({ id, name, role }) => ({ id, name, role }));
}

/** Observers change nothing, and an outing is changed all the time. */
export function mayLead({ role }: Pick<StoredAccount, "role">): boolean {
  return role !== "observer";
}

/**
 * Another role, or other limits. Everywhere the person is signed in ends, so that nothing goes on under the old role.
 * Throws Refusal "nothing-found" and "last-director".
 */
export async function changeRole(
  accountId: string,
  { role, limits }: { readonly role: Role; readonly limits: Limits | null },
  actor: Actor,
  deps: PeopleDeps,
): Promise<void> {
  const account = await knownPerson(accountId, deps);
  if (!(await deps.people.accounts.setRole(accountId, role, limits))) throw lastDirector();
  await deps.people.sessions.removeOthers(accountId, null);
  const details = { from: account.role, to: role, limited: limits !== null };
  await record(actor, "role-changed", { kind: "account", id: accountId, details }, deps);
  deps.bells.ring(PEOPLE_BELL);
}

/** Throws Refusal "nothing-found" and "last-director". */
export async function closeAccount(accountId: string, actor: Actor, deps: PeopleDeps): Promise<void> {
  const account = await knownPerson(accountId, deps);
  if (!(await deps.people.accounts.close(accountId, deps.now()))) throw lastDirector();
  await record(actor, "account-closed", { kind: "account", id: accountId, details: { role: account.role } }, deps);
  deps.bells.ring(PEOPLE_BELL);
}

/** Signs a person out everywhere. Throws Refusal "nothing-found". */
export async function signOutEverywhere(accountId: string, actor: Actor, deps: PeopleDeps): Promise<void> {
  await knownPerson(accountId, deps);
  const sessions = await deps.people.sessions.removeOthers(accountId, null);
  await record(actor, "sessions-revoked", { kind: "account", id: accountId, details: { sessions } }, deps);
  deps.bells.ring(PEOPLE_BELL);
}

/** For somebody who lost the phone and the recovery codes. Throws Refusal "nothing-found". */
export async function resetSecondFactor(accountId: string, actor: Actor, deps: PeopleDeps): Promise<void> {
  await knownPerson(accountId, deps);
  await deps.people.accounts.offerSecondFactor(accountId, null);
  await record(actor, "second-factor-off", { kind: "account", id: accountId }, deps);
}

async function knownPerson(accountId: string, { people }: PeopleDeps): Promise<StoredAccount> {
  const account = await people.accounts.find(accountId);
  if (!account) throw unknownPerson();
  return account;
}
