import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { InvitationMade, Me, RecoveryCodes, SecondFactorOffer } from "../../../server/contract/people.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { machineLink } from "../../../server/people/invitations.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { asSomebody, cookieOf, GOOD_PASSWORD, plainPasswords, type SignedIn, signInAs } from "../../fixtures/people.ts";

let server: TestServer;
let clock: Date;
beforeEach(async () => {
  clock = new Date("2026-03-07T09:00:00Z");
  server = await makeServer({ passwords: plainPasswords, now: () => clock });
});
afterEach(() => server.close());

describe("before the first account", () => {
  it("the machine is open, and its link makes the director and closes it", async () => {
    expect(await me({})).toMatchObject({ state: "open", account: null });
    const { path } = await machineLink(server.deps);

    const accepted = await accept(path, { name: "Camille", email: "Camille@Example.org" });

    expect(accepted.status).toBe(204);
    const cookie = cookieOf(accepted) ?? "";
    const signedIn = await me({ cookie });
    expect(signedIn.state).toBe("signed-in");
    expect(signedIn.account).toMatchObject({ role: "director", email: "camille@example.org" });
    expect((await me({})).state).toBe("signed-out");
    const outside = await server.request("/api/territories");
    expect([outside.status, (await jsonOf<Problem>(outside)).error.code]).toEqual([401, "sign-in"]);
    expect((await accept(path, { name: "Other", email: "other@example.org" })).status).toBe(404);
  });

  it("the machine can begin with a director's account and no other", async () => {
    expect((await send("POST", "/api/invitations", { name: "A", role: "organizer" })).status).toBe(409);
    const made = await jsonOf<InvitationMade>(await send("POST", "/api/invitations", { name: "A", role: "director" }));

    expect((await accept(made.path, { name: "A", email: "a@example.org" })).status).toBe(204);
  });

  it("other machines are told what to do, and get nothing", async () => {
    const elsewhere = await makeServer({ isOwnMachine: () => false });

    const response = await elsewhere.request("/api/territories?lang=en");

    expect(response.status).toBe(401);
    expect((await jsonOf<Problem>(response)).error.code).toBe("no-account");
    expect((await jsonOf<Me>(await elsewhere.request("/api/me"))).state).toBe("no-account");
    await elsewhere.close();
  });
});

describe("signing in", () => {
  let person: SignedIn;
  beforeEach(async () => {
    person = await signInAs(server, "organizer");
  });

  it("gives a session that no script reads and other sites do not send, under a new secret each time", async () => {
    const first = await signIn({});
    const second = await signIn({ cookie: cookieOf(first) ?? "" });

    expect(first.status).toBe(204);
    expect(first.headers.get("set-cookie")).toMatch(
      /^arpent_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(cookieOf(second)).not.toBe(cookieOf(first));
    // What the browser held before is worth nothing any more.
    expect((await me({ cookie: cookieOf(first) ?? "" })).state).toBe("signed-out");
    expect((await me({ cookie: cookieOf(second) ?? "" })).state).toBe("signed-in");
  });

  it("is bound to https and this very name where the server has an https address", async () => {
    const secure = await makeServer({ passwords: plainPasswords, publicUrl: "https://arpent.example.org" });
    const { email } = await signInAs(secure, "director");

    const response = await secure.request("/api/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password: GOOD_PASSWORD }),
    });

    expect(response.headers.get("set-cookie")).toMatch(
      /^__Host-arpent_session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    await secure.close();
  });

  it("says the same of an unknown address as of a wrong password", async () => {
    const wrong = await signIn({ password: "something else" });
    const unknown = await signIn({ email: "nobody@example.org" });

    expect([wrong.status, unknown.status]).toEqual([403, 403]);
    expect(await wrong.text()).toBe(await unknown.text());
    expect(wrong.headers.get("set-cookie")).toBeNull();
  });

  it("ends after a day and a half unseen, and after a week in all", async () => {
    const cookie = cookieOf(await signIn({})) ?? "";
    const days = async (count: number) => {
      clock = new Date(clock.getTime() + count * 86_400_000);
      return (await me({ cookie })).state;
    };

    expect(await days(1)).toBe("signed-in");
    expect(await days(1.4)).toBe("signed-in");
    expect(await days(1.6)).toBe("signed-out");
    const other = cookieOf(await signIn({})) ?? "";
    for (let day = 0; day < 6; day++) {
      clock = new Date(clock.getTime() + 86_400_000);
      expect((await me({ cookie: other })).state).toBe("signed-in");
    }
    clock = new Date(clock.getTime() + 86_400_000);
    expect((await me({ cookie: other })).state).toBe("signed-out");
  });

  it("asks for a code once a second factor is set, takes none twice, and a recovery code instead", async () => {
    const offer = await jsonOf<SecondFactorOffer>(
      await person.send("POST", "/api/me/second-factor", { password: GOOD_PASSWORD }),
    );
    const code = () => TOTP.generate({ secret: secretOf(offer), timestamp: clock.getTime() });
    const refused = await person.send("PUT", "/api/me/second-factor", { code: "000000" });
    const { codes } = await jsonOf<RecoveryCodes>(await person.send("PUT", "/api/me/second-factor", { code: code() }));

    expect(offer.path).toMatch(/^M/);
    expect(refused.status).toBe(403);
    expect(codes).toHaveLength(10);
    const answers = [
      await signIn({}),
      // Used already, when it was set.
      await signIn({ code: code() }),
      await signIn({ code: codes[0] ?? "" }),
      await signIn({ code: codes[0] ?? "" }),
    ];
    clock = new Date(clock.getTime() + 30_000);
    answers.push(await signIn({ code: code() }), await signIn({ code: code() }));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 204, 403, 204, 403]);
    expect((await jsonOf<Problem>(answers[0] ?? new Response())).error.code).toBe("second-factor");
  });

  it("can be looked at and ended place by place, one's own only", async () => {
    const other = await signInAs(server, "director");
    const cookie = cookieOf(await signIn({}, "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0")) ?? "";
    type Places = {
      readonly sessions: readonly { readonly id: string; readonly device: string; readonly isThis: boolean }[];
    };
    const { sessions } = await jsonOf<Places>(await person.request("/api/sessions"));
    const mine = sessions.find(({ device }) => device === "Firefox, Linux")?.id ?? "";

    expect(sessions.map(({ isThis }) => isThis).sort()).toEqual([false, true]);
    expect((await other.request(`/api/sessions/${mine}`, { method: "DELETE" })).status).toBe(404);
    expect((await person.request(`/api/sessions/${mine}`, { method: "DELETE" })).status).toBe(204);
    expect((await me({ cookie })).state).toBe("signed-out");
  });

  it("begins anew everywhere when the password changes, which needs the old one and a good new one", async () => {
    const elsewhere = cookieOf(await signIn({})) ?? "";
    const change = (current: string, next: string) => person.send("PUT", "/api/me/password", { current, next });

    expect((await change("wrong", "un autre bon mot")).status).toBe(403);
    expect((await jsonOf<Problem>(await change(GOOD_PASSWORD, "court"))).error.code).toBe("weak-password");
    const changed = await change(GOOD_PASSWORD, "un autre beau cheval");

    expect(changed.status).toBe(204);
    expect((await me({ cookie: cookieOf(changed) ?? "" })).state).toBe("signed-in");
    expect((await me({ cookie: elsewhere })).state).toBe("signed-out");
    expect((await me({ cookie: person.cookie })).state).toBe("signed-out");
    expect((await signIn({ password: "un autre beau cheval" })).status).toBe(204);
  });

  it("is no more once the account is closed, but the last director stays", async () => {
    const director = await signInAs(server, "director");

    expect((await person.send("POST", "/api/me/close", { password: GOOD_PASSWORD })).status).toBe(204);
    expect((await me({ cookie: person.cookie })).state).toBe("signed-out");
    expect((await signIn({})).status).toBe(403);
    expect((await director.send("POST", "/api/me/close", { password: GOOD_PASSWORD })).status).toBe(409);
  });

  function signIn(
    said: { readonly email?: string; readonly password?: string; readonly code?: string; readonly cookie?: string },
    agent = "",
  ) {
    const { cookie, ...rest } = said;
    const body = { email: person.email, password: GOOD_PASSWORD, ...rest };
    return send("POST", "/api/session", body, { "user-agent": agent, ...(cookie ? { cookie } : {}) });
  }
});

describe("the director", () => {
  it("invites, changes roles and signs out, and what a person did goes into the log without their details", async () => {
    const director = await signInAs(server, "director");
    const made = await jsonOf<InvitationMade>(
      await director.send("POST", "/api/invitations", { name: "Dominique", role: "observer" }),
    );
    const cookie = cookieOf(await accept(made.path, { name: "Dominique", email: "d@example.org" })) ?? "";
    const account = (await me({ cookie })).account;
    const id = account?.id ?? "";
    const person = asSomebody(server, id, "d@example.org", cookie);

    expect((await person.request("/api/people")).status).toBe(403);
    expect((await director.send("PUT", `/api/people/${id}/role`, { role: "organizer" })).status).toBe(204);
    // A new role begins with a new session.
    expect((await me({ cookie })).state).toBe("signed-out");
    expect((await director.request(`/api/people/${id}/sessions`, { method: "DELETE" })).status).toBe(204);
    expect((await director.request(`/api/people/${id}`, { method: "DELETE" })).status).toBe(204);
    const log = await (await director.request("/api/audit")).text();
    const actions = [...log.matchAll(/"action":"([\w-]+)"/g)].map(([, action]) => action);
    expect(actions).toEqual([
      "account-closed",
      "sessions-revoked",
      "role-changed",
      "signed-in",
      "account-created",
      "person-invited",
      "signed-in",
    ]);
    expect(log).not.toContain("d@example.org");
    expect(await (await director.request("/api/audit.csv")).text()).toContain("person-invited");
  });

  it("cannot give limits to who is no organizer, nor an unknown role", async () => {
    const director = await signInAs(server, "director");
    const limits = { communes: ["75056"] };
    const send = (body: object) => director.send("POST", "/api/invitations", { name: "A", ...body });

    expect((await send({ role: "observer", limits })).status).toBe(400);
    expect((await send({ role: "organizer", limits: {} })).status).toBe(400);
    expect((await send({ role: "king" })).status).toBe(400);
    expect((await send({ role: "organizer", limits })).status).toBe(201);
  });

  it("can withdraw an invitation", async () => {
    const director = await signInAs(server, "director");
    const made = await jsonOf<InvitationMade>(
      await director.send("POST", "/api/invitations", { name: "A", role: "lead" }),
    );

    expect((await director.request(`/api/invitations/${made.id}`, { method: "DELETE" })).status).toBe(204);

    expect((await accept(made.path, { name: "A", email: "a@example.org" })).status).toBe(404);
  });
});

async function me(headers: Record<string, string>): Promise<Me> {
  return jsonOf<Me>(await server.request("/api/me", { headers }));
}

function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const type = { "content-type": "application/json" };
  return server.request(path, { method, headers: { ...type, ...headers }, body: JSON.stringify(body) });
}

function accept(path: string, person: { readonly name: string; readonly email: string }) {
  const token = path.split("#")[1] ?? "";
  return send("POST", "/api/invitation/accept", { token, password: GOOD_PASSWORD, ...person });
}

function secretOf({ uri }: SecondFactorOffer) {
  return Secret.fromBase32(new URL(uri).searchParams.get("secret") ?? "");
}
