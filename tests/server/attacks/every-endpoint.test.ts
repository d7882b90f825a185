import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROLES, type Role } from "../../../server/contract/people.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { ACCESS_TABLE } from "../../../server/people/access-table.ts";
import { guard } from "../../../server/people/guard.ts";
import { addOuting } from "../../fixtures/add-outing.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { plainPasswords, type SignedIn, signInAs } from "../../fixtures/people.ts";
import { SAMPLE_BODIES } from "./sample-requests.ts";

/** The attacked campaign, and another one whose things shall not be found from it. */
let own: TestServer;
let other: TestServer;
const people = new Map<Role, SignedIn>();
let stranger: SignedIn;
let elsewhere: SignedIn;
let ids: Readonly<Record<string, string>>;
let otherIds: Readonly<Record<string, string>>;

beforeAll(async () => {
  [own, other] = await Promise.all([
    makeServer({ passwords: plainPasswords }),
    makeServer({ passwords: plainPasswords }),
  ]);
  for (const role of ROLES) people.set(role, await signInAs(own, role));
  stranger = await signInAs(other, "director");
  elsewhere = await signInAs(own, "organizer", { stations: [], communes: ["00000"], zones: [] });
  [ids, otherIds] = await Promise.all([thingsOf(own), thingsOf(other)]);
});
afterAll(async () => {
  await Promise.all([own.close(), other.close()]);
});

const endpoints = Object.keys(ACCESS_TABLE).sort();

describe("every endpoint", () => {
  it("is in the access table, and nothing else is", () => {
    const existing = new Set(
      own.app.routes
        .filter(({ path, method }) => path.startsWith("/api/") && !(method === "ALL" && path.endsWith("*")))
        .map(({ path, method }) => `${method} ${path}`),
    );

    expect([...existing].sort()).toEqual(endpoints);
  });

  it("that takes a body has one here to be attacked with", () => {
    const bodied = endpoints.filter((endpoint) => /^(POST|PUT|PATCH) /.test(endpoint));

    expect(bodied.filter((endpoint) => !(endpoint in SAMPLE_BODIES))).toEqual([]);
  });

  it.each(endpoints.filter((endpoint) => !isForEverybody(endpoint)))("asks who is there: %s", async (endpoint) => {
    const nobody = await attack(endpoint, ids, {});
    const elsewhere = await attack(endpoint, ids, { cookie: stranger.cookie });

    expect([nobody.status, elsewhere.status]).toEqual([401, 401]);
  });

  it.each(
    ROLES.flatMap((role) =>
      endpoints.filter((endpoint) => !mayUse(endpoint, role)).map((endpoint) => ({ role, endpoint })),
    ),
  )("is refused to whose role does not have it: $role, $endpoint", async ({ role, endpoint }) => {
    const response = await attack(endpoint, ids, { cookie: people.get(role)?.cookie ?? "" });

    expect([response.status, (await jsonOf<Problem>(response)).error.code]).toEqual([403, "not-your-role"]);
  });

  it.each(
    endpoints.filter((endpoint) =>
      /:(planId|zoningId|outingId|contactId|accountId|invitationId|sessionId|token)/.test(endpoint),
    ),
  )("does not find what is another campaign's: %s", async (endpoint) => {
    const before = await stateOf(other);

    const response = await attack(endpoint, otherIds, { cookie: people.get("director")?.cookie ?? "" });

    // Deleting what is not there is done: then nothing was deleted there either.
    expect(response.status === 404 || (endpoint.startsWith("DELETE") && response.status === 204)).toBe(true);
    expect(await stateOf(other)).toEqual(before);
  });

  it("of a plan or an outing has a rule for organizers with limits and for leads", () => {
    const open = endpoints.filter(
      (endpoint) =>
        /:(planId|outingId)/.test(endpoint) &&
        mayUse(endpoint, "organizer") &&
        ACCESS_TABLE[endpoint]?.limits === undefined,
    );

    expect(open).toEqual([]);
  });

  it.each(endpoints.filter((endpoint) => endpoint.includes(":outingId") && mayUse(endpoint, "lead")))(
    "is refused to a lead of other outings: %s",
    async (endpoint) => {
      const response = await attack(endpoint, ids, { cookie: people.get("lead")?.cookie ?? "" });

      expect([response.status, (await jsonOf<Problem>(response)).error.code]).toEqual([403, "outside-limits"]);
    },
  );

  it.each(
    endpoints.filter((endpoint) => {
      const { limits = "" } = ACCESS_TABLE[endpoint] ?? {};
      return mayUse(endpoint, "organizer") && ["everywhere", "new-plan", "plan", "outing"].includes(limits);
    }),
  )("is refused to an organizer whose limits lie elsewhere: %s", async (endpoint) => {
    const response = await attack(endpoint, ids, { cookie: elsewhere.cookie });

    expect([response.status, (await jsonOf<Problem>(response)).error.code]).toEqual([403, "outside-limits"]);
  });

  it("does not take somebody else's session for one's own", async () => {
    const director = people.get("director");
    const [session] = await own.deps.people.sessions.list(people.get("lead")?.accountId ?? "");

    const response = await director?.request(`/api/sessions/${session?.id}`, { method: "DELETE" });

    expect(response?.status).toBe(404);
  });

  it.each([
    ["GET", "/api/health"],
    ["GET", "/api/files/*"],
    ["ALL", "/api/anything"],
    ["ALL", "/api/things/:id"],
  ])("that is declared nowhere is refused to everybody: %s %s", async (method, pattern) => {
    const app = new Hono()
      .use(guard(own.deps, {}))
      .on(method, pattern, (context) => context.text("in"))
      .onError((error, context) => context.text(error.name, 403));
    const path = pattern.replace(":id", "1").replace("*", "a/b");
    const director = people.get("director")?.cookie ?? "";

    expect((await app.request(path, { headers: { cookie: director } })).status).toBe(403);
  });
});

function isForEverybody(endpoint: string): boolean {
  const who = ACCESS_TABLE[endpoint]?.who;
  return who === "anybody" || who === "phone";
}

function mayUse(endpoint: string, role: Role): boolean {
  return isForEverybody(endpoint) || (ACCESS_TABLE[endpoint]?.who.includes(role) ?? false);
}

async function attack(
  endpoint: string,
  known: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const [method = "GET", pattern = ""] = endpoint.split(" ");
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => known[name] ?? "1");
  const isPiece = path.endsWith("/content");
  const body = SAMPLE_BODIES[endpoint];
  return own.request(isPiece ? `${path}?at=0` : path, {
    method,
    headers: { ...headers, "content-type": isPiece ? "application/octet-stream" : "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** One thing of each kind, and its id by the name that addresses have for it. */
async function thingsOf({ deps, database }: TestServer): Promise<Readonly<Record<string, string>>> {
  const planId = deps.newToken();
  const zoningId = deps.newToken();
  const outingId = deps.newToken();
  const invitationId = deps.newToken();
  const request = PLAN_REQUEST;
  await deps.plans.add({ id: planId, territoryName: "two-squares", request, createdAt: deps.now() });
  await deps.zonings.add({ id: zoningId, territoryName: "two-squares", name: "Mine", copyOf: null, at: deps.now() });
  await addOuting(database, { id: outingId });
  const times = { madeAt: deps.now().toISOString(), expiresAt: "2030-01-01T00:00:00.000Z" };
  await deps.people.invitations.add({
    ...{ id: invitationId, tokenHash: invitationId, role: "observer", limits: null, name: "A", madeBy: "somebody" },
    ...times,
  });
  const accounts = await deps.people.accounts.list();
  const accountId = accounts.find(({ role }) => role === "director")?.id ?? "";
  const sessions = await deps.people.sessions.list(accountId);
  const sessionId = sessions[0]?.id ?? "";
  return {
    name: "two-squares",
    planId,
    zoningId,
    outingId,
    contactId: "contact-of-nobody",
    routeId: "1",
    invitationId,
    accountId,
    sessionId,
    token: "not-a-token",
    format: "pdf",
  };
}

/** All that an attack from another campaign could have changed. */
async function stateOf({ deps }: TestServer) {
  return {
    plans: await deps.plans.list("two-squares"),
    zonings: await deps.zonings.list("two-squares"),
    outings: await deps.outings.list("two-squares"),
    accounts: await deps.people.accounts.list(),
    sessions: await deps.people.sessions.list(null),
    invitations: await deps.people.invitations.list(deps.now()),
  };
}

const PLAN_REQUEST = {
  selection: { kind: "best" as const },
  volunteers: 1,
  minutes: 60,
  start: "central" as const,
  end: "anywhere" as const,
  goal: "cover" as const,
  minutesPerDoor: 1.5,
  speed: 4.5,
  seed: 1,
  seconds: 1,
  language: "fr" as const,
  pairs: false,
  team: [],
};
