import type { RecoveryCodes, SecondFactorOffer, SignedInPlace } from "../contract/people.ts";
import { Refusal } from "../contract/refusal.ts";
import type { StoredAccount } from "./account-store.ts";
import type { Actor } from "./actor.ts";
import { record } from "./audit.ts";
import { closeAccount } from "./people.ts";
import { PEOPLE_BELL, type PeopleDeps } from "./people-deps.ts";
import {
  accountNeeded,
  noSecondFactor,
  noSecretKey,
  tooManyAttempts,
  unknownSession,
  wrongCode,
  wrongPassword,
} from "./people-words.ts";
import { hashOfRecoveryCode, newRecoveryCodes, newSecondFactor, takeCode } from "./second-factor.ts";
import { openSession, type SignInPlace, tellLimited } from "./sign-in.ts";
import { weakPassword } from "./weak-password.ts";

/** A stolen session shall not find the password by asking. */
const PASSWORD_TRIES = { most: 10, seconds: 900 } as const;

/** Where one is signed in, last seen first. */
export async function ownSessions(actor: Actor, deps: PeopleDeps): Promise<readonly SignedInPlace[]> {
  if (actor.accountId === null) return [];
  await deps.people.sessions.removeExpired(deps.now());
  const places = await deps.people.sessions.list(actor.accountId);
  return places.map(({ accountId: _, ...place }) => ({ ...place, isThis: place.id === actor.sessionId }));
}

/** Throws Refusal "nothing-found". */
export async function endOwnSession(sessionId: string, actor: Actor, deps: PeopleDeps): Promise<void> {
  const { id } = await ownAccount(actor, deps);
  if (!(await deps.people.sessions.remove(id, sessionId))) throw unknownSession();
  const isThis = sessionId === actor.sessionId;
  await record(actor, isThis ? "signed-out" : "sessions-revoked", { kind: "account", id }, deps);
  deps.bells.ring(PEOPLE_BELL);
}

/**
 * Ends every session of the account and begins one under a new secret, which it gives. Throws Refusal "wrong-password" and
 * "weak-password".
 */
export async function changePassword(
  { current, next }: { readonly current: string; readonly next: string },
  actor: Actor,
  place: SignInPlace,
  deps: PeopleDeps,
): Promise<string> {
  const account = await ownAccount(actor, deps);
  await checkPassword(account, current, deps);
  const weakness = weakPassword(next, account);
  if (weakness) throw new Refusal("weak-password", weakness);
  await deps.people.accounts.setPassword(account.id, await deps.passwords.hash(next));
  await deps.people.sessions.removeOthers(account.id, null);
  await record(actor, "password-changed", { kind: "account", id: account.id }, deps);
  deps.bells.ring(PEOPLE_BELL);
  return openSession(account, place, deps);
}

/** A secret that counts only once a code of it was given. Throws Refusal "wrong-password". */
export async function offerSecondFactor(password: string, actor: Actor, deps: PeopleDeps): Promise<SecondFactorOffer> {
  const account = await ownAccount(actor, deps);
  await checkPassword(account, password, deps);
  const offer = newSecondFactor(account.email, deps.campaign.name === "" ? "Arpent" : `Arpent ${deps.campaign.name}`);
  await deps.people.accounts.offerSecondFactor(account.id, deps.secrets.seal(offer.secret, account.id));
  return offer;
}

/** Throws Refusal "no-second-factor" before one was offered, "wrong-code" and "no-secret-key". */
export async function confirmSecondFactor(code: string, actor: Actor, deps: PeopleDeps): Promise<RecoveryCodes> {
  const account = await ownAccount(actor, deps);
  if (account.sealedSecret === null || account.hasSecondFactor) throw noSecondFactor();
  await countTry(account, deps);
  const taken = await takeCode(account, code, deps.now(), { ...deps.people, secrets: deps.secrets });
  if (taken !== "right") throw taken === "wrong" ? wrongCode() : noSecretKey();
  const codes = newRecoveryCodes();
  await deps.people.accounts.confirmSecondFactor(account.id, deps.now(), codes.map(hashOfRecoveryCode));
  await record(actor, "second-factor-on", { kind: "account", id: account.id }, deps);
  return { codes };
}

/** Throws Refusal "wrong-password". */
export async function dropSecondFactor(password: string, actor: Actor, deps: PeopleDeps): Promise<void> {
  const account = await ownAccount(actor, deps);
  await checkPassword(account, password, deps);
  await deps.people.accounts.offerSecondFactor(account.id, null);
  await record(actor, "second-factor-off", { kind: "account", id: account.id }, deps);
}

/** Throws Refusal "wrong-password" and "last-director". */
export async function closeOwnAccount(password: string, actor: Actor, deps: PeopleDeps): Promise<void> {
  const account = await ownAccount(actor, deps);
  await checkPassword(account, password, deps);
  await closeAccount(account.id, actor, deps);
}

async function ownAccount(actor: Actor, { people }: PeopleDeps): Promise<StoredAccount> {
  const account = actor.accountId === null ? null : await people.accounts.find(actor.accountId);
  if (!account) throw accountNeeded();
  return account;
}

async function checkPassword(account: StoredAccount, password: string, deps: PeopleDeps): Promise<void> {
  await countTry(account, deps);
  if (!(await deps.passwords.isRight(password, account.passwordHash))) throw wrongPassword();
}

async function countTry(account: StoredAccount, deps: PeopleDeps): Promise<void> {
  const wait = await deps.people.attempts.count([{ key: `own ${account.id}`, limit: PASSWORD_TRIES }], deps.now());
  if (wait === 0) return;
  await tellLimited(account, deps);
  throw tooManyAttempts(wait);
}
