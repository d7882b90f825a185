import { hc } from "hono/client";
import type { Api } from "../../server/app.ts";
import type {
  AcceptInvitation,
  AuditPage,
  InvitationMade,
  InvitationSeen,
  Me,
  NewInvitation,
  PeopleList,
  PossibleLead,
  RecoveryCodes,
  RoleChange,
  SecondFactorOffer,
  SignedInPlace,
  SignIn,
} from "../../server/contract/people.ts";
import type { Language } from "../../server/contract/plan.ts";
import { answer, checked, reach, type SentAnswer, until } from "./answers.ts";

/** Accounts, invitations and the audit log. Each throws `ApiProblem`. */
export function createPeopleClient(language: () => Language) {
  const server = hc<Api>(window.location.origin, {
    headers: () => ({ accept: "application/json", "accept-language": language() }),
    fetch: reach,
  }).api;
  const person = server.people[":accountId"];
  const of = (accountId: string) => ({ param: { accountId: encodeURIComponent(accountId) } });
  const done = async (request: Promise<SentAnswer>): Promise<void> => {
    await checked(request);
  };

  return {
    me: (signal?: AbortSignal) => answer<Me>(server.me.$get({}, until(signal))),
    signIn: (said: SignIn) => done(server.session.$post({ json: said })),
    signOut: () => done(server.session.$delete()),
    seeInvitation: (token: string, signal?: AbortSignal) =>
      answer<InvitationSeen>(server.invitation.look.$post({ json: { token } }, until(signal))),
    acceptInvitation: (said: AcceptInvitation) => done(server.invitation.accept.$post({ json: said })),

    ownSessions: (signal?: AbortSignal) =>
      answer<{ sessions: readonly SignedInPlace[] }>(server.sessions.$get({}, until(signal))).then(
        (known) => known.sessions,
      ),
    endSession: (sessionId: string) =>
      done(server.sessions[":sessionId"].$delete({ param: { sessionId: encodeURIComponent(sessionId) } })),
    changePassword: (current: string, next: string) => done(server.me.password.$put({ json: { current, next } })),
    offerSecondFactor: (password: string) =>
      answer<SecondFactorOffer>(server.me["second-factor"].$post({ json: { password } })),
    confirmSecondFactor: (code: string) =>
      answer<RecoveryCodes>(server.me["second-factor"].$put({ json: { code } })).then((known) => known.codes),
    dropSecondFactor: (password: string) => done(server.me["second-factor"].drop.$post({ json: { password } })),
    closeOwnAccount: (password: string) => done(server.me.close.$post({ json: { password } })),

    leads: (signal?: AbortSignal) =>
      answer<{ leads: readonly PossibleLead[] }>(server.leads.$get({}, until(signal))).then((known) => known.leads),
    people: (signal?: AbortSignal) => answer<PeopleList>(server.people.$get({}, until(signal))),
    invite: (invitation: NewInvitation) => answer<InvitationMade>(server.invitations.$post({ json: invitation })),
    withdrawInvitation: (invitationId: string) =>
      done(server.invitations[":invitationId"].$delete({ param: { invitationId: encodeURIComponent(invitationId) } })),
    changeRole: (accountId: string, change: RoleChange) => done(person.role.$put({ ...of(accountId), json: change })),
    signOutEverywhere: (accountId: string) => done(person.sessions.$delete(of(accountId))),
    resetSecondFactor: (accountId: string) => done(person["second-factor"].$delete(of(accountId))),
    closeAccount: (accountId: string) => done(person.$delete(of(accountId))),

    audit: (before: number | null, signal?: AbortSignal) =>
      answer<AuditPage>(server.audit.$get({ query: before === null ? {} : { before: String(before) } }, until(signal))),
    auditFileAddress: () => `/api/audit.csv?lang=${language()}`,
  };
}
