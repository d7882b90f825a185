import type { SignIn } from "../contract/people.ts";
import type { StoredAccount } from "./account-store.ts";
import type { AttemptLimit } from "./attempt-store.ts";
import { record, recordOnce } from "./audit.ts";
import type { PeopleDeps } from "./people-deps.ts";
import { noSecretKey, secondFactorNeeded, tooManyAttempts, wrongCode, wrongSignIn } from "./people-words.ts";
import { hashOfRecoveryCode, takeCode } from "./second-factor.ts";
import { hashOfToken, newSecretToken } from "./secret-token.ts";
import { SESSION_SECONDS } from "./session-times.ts";

/** Where somebody signs in from. */
export interface SignInPlace {
  readonly address: string;
  /** Browser and system, as the person will know it again. */
  readonly device: string;
  /** The session that the browser had until now. */
  readonly former: string | null;
}

/**
 * From one place to one account it stops soonest; to one account from everywhere later, so that others cannot easily keep
 * its owner out; and from one place to all accounts.
 */
const LIMITS = {
  accountFromPlace: { most: 8, seconds: 900 },
  account: { most: 100, seconds: 3600 },
  place: { most: 60, seconds: 900 },
} as const satisfies Record<string, AttemptLimit>;

/**
 * A new session's secret, for the right e-mail, password and, where one is set, second factor. Throws Refusal
 * "wrong-sign-in" (the same, after the same time, whether or not the account exists), "second-factor", "wrong-code",
 * "no-secret-key" and "too-many-attempts".
 */
export async function signIn(
  { email, password, code }: SignIn,
  place: SignInPlace,
  deps: PeopleDeps,
): Promise<{ readonly token: string; readonly account: StoredAccount }> {
  const { accounts, attempts } = deps.people;
  const ofAccount = hashOfToken(email);
  const pair = `sign-in ${ofAccount} ${place.address}`;
  const wait = await attempts.count(
    [
      { key: pair, limit: LIMITS.accountFromPlace },
      { key: `sign-in ${ofAccount}`, limit: LIMITS.account },
      { key: `sign-in from ${place.address}`, limit: LIMITS.place },
    ],
    deps.now(),
  );
  const account = await accounts.findByEmail(email);
  if (wait > 0) {
    await tellLimited(account, deps);
    throw tooManyAttempts(wait);
  }

  const isRight = await deps.passwords.isRight(password, account?.passwordHash ?? null);
  if (account === null || !isRight) {
    if (account !== null) await tell(account, "sign-in-failed", deps);
    throw wrongSignIn();
  }
  if (account.hasSecondFactor) {
    if (!code) throw secondFactorNeeded();
    const taken = await takeCode(account, code, deps.now(), { accounts, secrets: deps.secrets });
    if (taken !== "right") {
      if (!(await accounts.useRecoveryCode(account.id, hashOfRecoveryCode(code)))) {
        await tell(account, "sign-in-failed", deps);
        throw taken === "wrong" ? wrongCode() : noSecretKey();
      }
      await tell(account, "recovery-code-used", deps);
    }
  }
  await attempts.forget(pair);
  return { token: await openSession(account, place, deps), account };
}

/** Always under a new secret; what the browser held before is worth nothing any more (session fixation). */
export async function openSession(
  account: Pick<StoredAccount, "id" | "name">,
  { device, former }: SignInPlace,
  deps: PeopleDeps,
): Promise<string> {
  const { sessions, attempts } = deps.people;
  const now = deps.now();
  await sessions.removeExpired(now);
  await attempts.removeExpired(now);
  if (former !== null) {
    const known = await sessions.find(hashOfToken(former));
    if (known) await sessions.remove(known.account.id, known.session.id);
  }
  const token = newSecretToken();
  await sessions.add({
    tokenHash: hashOfToken(token),
    id: deps.newToken(),
    accountId: account.id,
    createdAt: now.toISOString(),
    seenAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + SESSION_SECONDS.absolute * 1000).toISOString(),
    device,
  });
  await tell(account, "signed-in", deps);
  return token;
}

/** Once for each wait: whoever goes on trying does not fill the log. An address that is nobody's is written the same way. */
export function tellLimited(account: Pick<StoredAccount, "id" | "name"> | null, deps: PeopleDeps): Promise<void> {
  const actor = { accountId: account?.id ?? null, name: account?.name ?? "" };
  const subject = { kind: "account", id: actor.accountId };
  return recordOnce(LIMITS.accountFromPlace.seconds, actor, "sign-in-limited", subject, deps);
}

function tell(
  account: Pick<StoredAccount, "id" | "name">,
  action: "sign-in-failed" | "recovery-code-used" | "signed-in",
  deps: PeopleDeps,
): Promise<void> {
  return record({ accountId: account.id, name: account.name }, action, { kind: "account", id: account.id }, deps);
}
