import { type Context, Hono } from "hono";
import * as v from "valibot";
import {
  AcceptInvitationSchema,
  InvitationTokenSchema,
  NewInvitationSchema,
  PasswordChangeSchema,
  PasswordSaidSchema,
  RoleChangeSchema,
  SecondFactorCodeSchema,
  SignInSchema,
} from "../contract/people.ts";
import { check } from "../http/check-request.ts";
import { clientAddress } from "../http/client-address.ts";
import { requestLanguage } from "../http/request-language.ts";
import { auditTable } from "./audit-table.ts";
import { describeDevice } from "./describe-device.ts";
import { acceptInvitation, invite, seeInvitation, withdrawInvitation } from "./invitations.ts";
import {
  changePassword,
  closeOwnAccount,
  confirmSecondFactor,
  dropSecondFactor,
  endOwnSession,
  offerSecondFactor,
  ownSessions,
} from "./own-account.ts";
import { changeRole, closeAccount, listLeads, listPeople, resetSecondFactor, signOutEverywhere } from "./people.ts";
import type { PeopleDeps } from "./people-deps.ts";
import { giveSession, sessionToken, takeSession } from "./session-cookie.ts";
import { signIn } from "./sign-in.ts";
import { describeMe } from "./who-asks.ts";

const AUDIT_PAGE = 100;
const AuditQuery = v.object({
  before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))),
  lang: v.optional(v.string()),
});

export function peopleEndpoints(deps: PeopleDeps) {
  const placeOf = (context: Context) => ({
    address: clientAddress(context),
    device: describeDevice(context.req.header("user-agent")),
    former: sessionToken(context, deps),
  });
  return new Hono()
    .get("/me", async (context) => context.json(await describeMe(context.var.actor, deps)))
    .post("/session", check("json", SignInSchema), async (context) => {
      const { token } = await signIn(context.req.valid("json"), placeOf(context), deps);
      giveSession(context, token, deps);
      return context.body(null, 204);
    })
    .delete("/session", async (context) => {
      const { actor } = context.var;
      if (actor.sessionId !== null) await endOwnSession(actor.sessionId, actor, deps);
      takeSession(context, deps);
      return context.body(null, 204);
    })
    .post("/invitation/look", check("json", InvitationTokenSchema), async (context) =>
      context.json(await seeInvitation(context.req.valid("json").token, clientAddress(context), deps)),
    )
    .post("/invitation/accept", check("json", AcceptInvitationSchema), async (context) => {
      giveSession(context, await acceptInvitation(context.req.valid("json"), placeOf(context), deps), deps);
      return context.body(null, 204);
    })

    .get("/sessions", async (context) => context.json({ sessions: await ownSessions(context.var.actor, deps) }))
    .delete("/sessions/:sessionId", async (context) => {
      await endOwnSession(context.req.param("sessionId"), context.var.actor, deps);
      return context.body(null, 204);
    })
    .put("/me/password", check("json", PasswordChangeSchema), async (context) => {
      const { actor } = context.var;
      giveSession(context, await changePassword(context.req.valid("json"), actor, placeOf(context), deps), deps);
      return context.body(null, 204);
    })
    .post("/me/second-factor", check("json", PasswordSaidSchema), async (context) =>
      context.json(await offerSecondFactor(context.req.valid("json").password, context.var.actor, deps)),
    )
    .put("/me/second-factor", check("json", SecondFactorCodeSchema), async (context) =>
      context.json(await confirmSecondFactor(context.req.valid("json").code, context.var.actor, deps)),
    )
    .post("/me/second-factor/drop", check("json", PasswordSaidSchema), async (context) => {
      await dropSecondFactor(context.req.valid("json").password, context.var.actor, deps);
      return context.body(null, 204);
    })
    .post("/me/close", check("json", PasswordSaidSchema), async (context) => {
      await closeOwnAccount(context.req.valid("json").password, context.var.actor, deps);
      takeSession(context, deps);
      return context.body(null, 204);
    })

    .get("/leads", async (context) => context.json({ leads: await listLeads(deps) }))
    .get("/people", async (context) => context.json(await listPeople(deps)))
    .put("/people/:accountId/role", check("json", RoleChangeSchema), async (context) => {
      await changeRole(context.req.param("accountId"), context.req.valid("json"), context.var.actor, deps);
      return context.body(null, 204);
    })
    .delete("/people/:accountId", async (context) => {
      await closeAccount(context.req.param("accountId"), context.var.actor, deps);
      return context.body(null, 204);
    })
    .delete("/people/:accountId/sessions", async (context) => {
      await signOutEverywhere(context.req.param("accountId"), context.var.actor, deps);
      return context.body(null, 204);
    })
    .delete("/people/:accountId/second-factor", async (context) => {
      await resetSecondFactor(context.req.param("accountId"), context.var.actor, deps);
      return context.body(null, 204);
    })
    .post("/invitations", check("json", NewInvitationSchema), async (context) =>
      context.json(await invite(context.req.valid("json"), context.var.actor, deps), 201),
    )
    .delete("/invitations/:invitationId", async (context) => {
      await withdrawInvitation(context.req.param("invitationId"), context.var.actor, deps);
      return context.body(null, 204);
    })

    .get("/audit", check("query", AuditQuery), async (context) => {
      const before = context.req.valid("query").before ?? null;
      return context.json(await deps.people.audit.page({ before, most: AUDIT_PAGE }));
    })
    .get("/audit.csv", async (context) => {
      context.header("Content-Type", "text/csv; charset=utf-8");
      context.header("Content-Disposition", 'attachment; filename="journal.csv"');
      return context.body(await auditTable(requestLanguage(context), deps));
    });
}
