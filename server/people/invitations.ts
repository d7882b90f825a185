import type {
  AcceptInvitation,
  InvitationMade,
  InvitationSeen,
  Limits,
  PendingInvitation,
  Role,
} from "../contract/people.ts";
import { Refusal } from "../contract/refusal.ts";
import type { Actor } from "./actor.ts";
import { record } from "./audit.ts";
import { PEOPLE_BELL, type PeopleDeps } from "./people-deps.ts";
import { accountNeeded, emailTaken, invitationGone, tooManyAttempts, unknownInvitation } from "./people-words.ts";
import { hashOfToken, newSecretToken } from "./secret-token.ts";
import { openSession, type SignInPlace } from "./sign-in.ts";
import { weakPassword } from "./weak-password.ts";

const INVITATION_HOURS = 7 * 24;
/** Printed on the machine, where it can be printed again. */
const MACHINE_HOURS = 24;
/** Somebody who tries tokens. Nobody finds one: this keeps the noise down. */
const LOOKS = { most: 60, seconds: 900 } as const;

/**
 * A link for a new account. What is after "#" stays in the browser: no proxy and no log sees the token. The first account is
 * a director's: throws Refusal "no-account" for another before there is one.
 */
export async function invite(
  { name, role, limits }: { readonly name: string; readonly role: Role; readonly limits: Limits | null },
  actor: Actor,
  deps: PeopleDeps,
): Promise<InvitationMade> {
  if (actor.kind === "machine" && role !== "director") throw accountNeeded();
  // Who sits at the machine before there are accounts has none to name: the link is one of the machine's own.
  const made = await makeInvitation({ name, role, limits, madeBy: actor.accountId }, deps);
  await record(actor, "person-invited", { kind: "invitation", id: made.id, details: { role } }, deps);
  return made;
}

/** A link for a director's account, for who can read what the machine prints. */
export function machineLink(
  deps: Pick<PeopleDeps, "people" | "campaign" | "newToken" | "now">,
): Promise<InvitationMade> {
  return makeInvitation({ name: "", role: "director", limits: null, madeBy: null }, deps);
}

async function makeInvitation(
  invitation: {
    readonly name: string;
    readonly role: Role;
    readonly limits: Limits | null;
    readonly madeBy: string | null;
  },
  deps: Pick<PeopleDeps, "people" | "campaign" | "newToken" | "now">,
): Promise<InvitationMade> {
  const token = newSecretToken();
  const id = deps.newToken();
  const now = deps.now();
  const hours = invitation.madeBy === null ? MACHINE_HOURS : INVITATION_HOURS;
  const expiresAt = new Date(now.getTime() + hours * 3_600_000).toISOString();
  const madeAt = now.toISOString();
  await deps.people.invitations.add({ ...invitation, id, madeAt, expiresAt, tokenHash: hashOfToken(token) });
  const campaign = deps.campaign.slug === "" ? "" : `/c/${deps.campaign.slug}`;
  return { id, path: `${campaign}/invitation#${token}`, expiresAt };
}

export async function pendingInvitations(
  deps: Pick<PeopleDeps, "people" | "now">,
): Promise<readonly PendingInvitation[]> {
  const pending = await deps.people.invitations.list(deps.now());
  return pending.map(({ madeBy: _, ...shown }) => shown);
}

/** Throws Refusal "nothing-found". */
export async function withdrawInvitation(invitationId: string, actor: Actor, deps: PeopleDeps): Promise<void> {
  if (!(await deps.people.invitations.remove(invitationId))) throw unknownInvitation();
  await record(actor, "invitation-withdrawn", { kind: "invitation", id: invitationId }, deps);
}

/** What an invitation is for. Throws Refusal "invitation-gone". */
export async function seeInvitation(token: string, address: string, deps: PeopleDeps): Promise<InvitationSeen> {
  await countLook(address, deps);
  const found = await deps.people.invitations.find(hashOfToken(token), deps.now());
  if (!found) throw invitationGone();
  const isFirst = !(await deps.people.accounts.exists());
  return { role: found.role, name: found.name, expiresAt: found.expiresAt, isFirst };
}

/**
 * Makes the account and signs it in: gives the session's secret. Throws Refusal "weak-password", "invitation-gone" and
 * "email-taken".
 */
export async function acceptInvitation(
  { token, name, email, password }: AcceptInvitation,
  place: SignInPlace,
  deps: PeopleDeps,
): Promise<string> {
  await countLook(place.address, deps);
  const weakness = weakPassword(password, { name, email });
  if (weakness) throw new Refusal("weak-password", weakness);
  const hash = hashOfToken(token);
  if (!(await deps.people.invitations.find(hash, deps.now()))) throw invitationGone();
  const account = { id: deps.newToken(), email, name, passwordHash: await deps.passwords.hash(password) };
  const accepted = await deps.people.invitations.accept(hash, account, deps.now());
  if (accepted === "gone") throw invitationGone();
  if (accepted === "email-taken") throw emailTaken();
  const { role } = accepted;
  await record(
    { accountId: account.id, name },
    "account-created",
    { kind: "account", id: account.id, details: { role } },
    deps,
  );
  // The machine may have been open until now.
  deps.bells.ring(PEOPLE_BELL);
  return openSession(account, place, deps);
}

async function countLook(address: string, deps: PeopleDeps): Promise<void> {
  const wait = await deps.people.attempts.count([{ key: `invitation from ${address}`, limit: LOOKS }], deps.now());
  if (wait > 0) throw tooManyAttempts(wait);
}
