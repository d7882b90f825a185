import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { InvitationMade, Me } from "../../../server/contract/people.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { newSecretToken } from "../../../server/people/secret-token.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { cookieOf, GOOD_PASSWORD, plainPasswords, type SignedIn, signInAs } from "../../fixtures/people.ts";

let server: TestServer;
let clock: Date;
let director: SignedIn;
beforeEach(async () => {
  clock = new Date("2026-03-07T09:00:00Z");
  server = await makeServer({ passwords: plainPasswords, now: () => clock });
  director = await signInAs(server, "director");
});
afterEach(() => server.close());

describe("guessing", () => {
  it("a password from one place ends after eight tries, even with the right one, and for no other account", async () => {
    const other = await signInAs(server, "lead");
    const tries = [];
    for (let count = 0; count < 9; count++) tries.push((await signIn({ password: `try ${count}` })).status);
    const right = await signIn({});

    expect(tries).toEqual([...Array(8).fill(403), 429]);
    expect([right.status, right.headers.get("retry-after")]).toEqual([429, "5"]);
    expect((await jsonOf<Problem>(right)).error.message).toContain("15 min");
    expect((await signIn({ email: other.email })).status).toBe(204);
    // Its owner is not kept out elsewhere, nor later.
    expect((await signIn({}, { "x-forwarded-for": "203.0.113.7" })).status).toBe(204);
    clock = new Date(clock.getTime() + 901_000);
    expect((await signIn({})).status).toBe(204);
  });

  it("from many places ends too, and changing what the client says of itself is of no use", async () => {
    const statuses = [];
    for (let count = 0; count < 105; count++) {
      const spoofed = { "x-forwarded-for": `198.51.100.${count}, 203.0.113.${count}` };
      statuses.push((await signIn({ password: "wrong" }, spoofed)).status);
    }
    expect(statuses.indexOf(429)).toBe(100);

    const lead = await signInAs(server, "lead");
    const sameProxy = [];
    for (let count = 0; count < 9; count++) {
      const spoofed = { "x-forwarded-for": `198.51.100.${count}, 203.0.113.200` };
      sameProxy.push((await signIn({ email: lead.email, password: "wrong" }, spoofed)).status);
    }
    expect(sameProxy.at(-1)).toBe(429);
  });

  it("a second factor's code is as limited as a password", async () => {
    const sealed = server.deps.secrets.seal("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", director.accountId);
    await server.deps.people.accounts.offerSecondFactor(director.accountId, sealed);
    await server.deps.people.accounts.confirmSecondFactor(director.accountId, clock, []);
    const statuses = [];
    for (let count = 0; count < 9; count++) statuses.push((await signIn({ code: `10000${count}` })).status);

    expect(statuses.at(-1)).toBe(429);
  });

  it("an invitation is of no use, and ends after sixty", async () => {
    const statuses = [];
    for (let count = 0; count < 61; count++) {
      statuses.push((await send("POST", "/api/invitation/look", { token: newSecretToken() })).status);
    }

    expect(new Set(statuses.slice(0, 60))).toEqual(new Set([404]));
    expect(statuses[60]).toBe(429);
  });

  it.each(["", "x", "' OR 1=1 --", "../../etc/passwd", "é".repeat(30), "a".repeat(5000), newSecretToken()])(
    "a session is of no use: “%.20s”",
    async (token) => {
      const cookie = `arpent_session=${encodeURIComponent(token)}`;

      expect((await server.request("/api/people", { headers: { cookie } })).status).toBe(401);
    },
  );
});

describe("a session", () => {
  it("that somebody else planted in the browser is not the one that is signed in", async () => {
    const planted = `arpent_session=${newSecretToken()}`;

    const response = await signIn({}, { cookie: planted });

    expect(cookieOf(response)).not.toBe(planted);
    expect((await server.request("/api/people", { headers: { cookie: planted } })).status).toBe(401);
  });

  it("is kept as a hash alone", async () => {
    const [session] = await server.deps.people.sessions.list(director.accountId);

    expect(await server.deps.people.sessions.find(director.cookie.split("=")[1] ?? "")).toBeNull();
    expect(JSON.stringify(session)).not.toContain(director.cookie.split("=")[1]);
  });

  it("that ends closes the streams that it opened", async () => {
    const organizer = await signInAs(server, "organizer");
    const made = await organizer.send("POST", "/api/territories/two-squares/zonings", { name: "A" });
    const { id } = await jsonOf<{ readonly id: string }>(made);
    const stream = await organizer.request(`/api/zonings/${id}/events`);
    const read = stream.text();

    await director.request(`/api/people/${organizer.accountId}/sessions`, { method: "DELETE" });

    // Reading comes to an end: a stream that stayed open would never give its text.
    expect(await read).toMatch(/^event: renamed\ndata: .*\n\n$/);
    expect((await organizer.request(`/api/zonings/${id}/events`)).status).toBe(401);
  });
});

describe("another site", () => {
  const FOREIGN = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };

  it.each([
    ["POST", "/api/session", "text/plain"],
    ["POST", "/api/invitations", "application/x-www-form-urlencoded"],
    ["POST", "/api/me/close", "multipart/form-data"],
    ["DELETE", "/api/session", "text/plain"],
  ])("cannot send %s %s as %s with the cookies of a visitor", async (method, path, type) => {
    const body = method === "POST" ? { body: "name=A&role=director" } : {};
    const headers = { ...FOREIGN, "content-type": type, cookie: director.cookie };

    expect((await server.request(path, { method, headers, ...body })).status).toBe(403);
    expect((await director.request("/api/people")).status).toBe(200);
  });

  it("gets no answer that it could read, and no cookie is sent along with a change", async () => {
    const response = await signIn({}, { origin: "http://localhost" });

    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("set-cookie")).toContain("SameSite=Lax");
    expect(response.headers.get("set-cookie")).toContain("HttpOnly");
  });
});

describe("what people write", () => {
  it("comes back as JSON that no browser takes for a page, and stays in no cache", async () => {
    const name = "<img src=x onerror=alert(1)>";
    await director.send("POST", "/api/invitations", { name, role: "lead" });

    const response = await director.request("/api/people");

    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-security-policy")).not.toContain("unsafe");
    expect(await response.text()).toContain(name);
  });

  it.each(["line\nbreak", "\u202Eodnimoc", "nul\u0000", "", "   ", "x".repeat(81)])(
    "is no name when it could pass for another: %j",
    async (name) => {
      expect((await director.send("POST", "/api/invitations", { name, role: "lead" })).status).toBe(400);
    },
  );

  it("is no formula in a table", async () => {
    const made = await jsonOf<InvitationMade>(
      await director.send("POST", "/api/invitations", { name: "A", role: "director" }),
    );
    await send("POST", "/api/invitation/accept", {
      token: made.path.split("#")[1],
      ...{ name: '=HYPERLINK("https://evil.example")', email: "a@example.org", password: GOOD_PASSWORD },
    });

    const table = await (await director.request("/api/audit.csv")).text();

    expect(table).toContain(`'=HYPERLINK`);
    expect(table).not.toMatch(/(^|;|")=HYPERLINK/m);
  });

  it("is read no further than its size allows", async () => {
    const large = await send("POST", "/api/session", { email: "a@example.org", password: "x".repeat(1_000_001) });
    const long = await send("POST", "/api/session", { email: "a@example.org", password: "x".repeat(1001) });

    expect([large.status, long.status]).toEqual([413, 400]);
  });

  it.each(["..%2f..%2fcampaign.sqlite", "%00", "1%27%20OR%201%3D1", "__proto__", "constructor"])(
    "as an id finds nothing: %s",
    async (id) => {
      const answers = [
        await director.request(`/api/people/${id}`, { method: "DELETE" }),
        await director.request(`/api/sessions/${id}`, { method: "DELETE" }),
        await director.request(`/api/invitations/${id}`, { method: "DELETE" }),
        await director.request(`/api/plans/${id}`),
        await director.request(`/api/zonings/${id}`),
      ];

      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
      expect(server.faults).toEqual([]);
    },
  );

  it("never goes into the log of requests", async () => {
    await signIn({});
    const log = server.lines.join();

    expect(log).not.toContain("@");
    expect(log).not.toContain(director.accountId);
  });
});

it("the first account closes the open machine at once", async () => {
  const fresh = await makeServer({ passwords: plainPasswords });
  expect((await fresh.request("/api/territories")).status).toBe(200);

  await signInAs(fresh, "director");

  expect((await fresh.request("/api/territories")).status).toBe(401);
  expect((await jsonOf<Me>(await fresh.request("/api/me"))).state).toBe("signed-out");
  await fresh.close();
});

function signIn(
  said: { readonly email?: string; readonly password?: string; readonly code?: string },
  headers: Record<string, string> = {},
) {
  return send("POST", "/api/session", { email: director.email, password: GOOD_PASSWORD, ...said }, headers);
}

function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const type = { "content-type": "application/json" };
  return server.request(path, { method, headers: { ...type, ...headers }, body: JSON.stringify(body) });
}
