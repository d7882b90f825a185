import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AuditEntry, AuditPage } from "../../../server/contract/people.ts";
import { ACCESS_TABLE } from "../../../server/people/access-table.ts";
import { addOuting } from "../../fixtures/add-outing.ts";
import { examplePlan, exampleRequest } from "../../fixtures/example-plan.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { finishedPlan, makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { plainPasswords, type SignedIn, signInAs } from "../../fixtures/people.ts";

let server: TestServer;
let clock: Date;
let director: SignedIn;
let organizer: SignedIn;

beforeEach(async () => {
  clock = new Date("2026-03-07T09:00:00Z");
  server = await makeServer({ passwords: plainPasswords, now: () => clock });
  director = await signInAs(server, "director");
  organizer = await signInAs(server, "organizer");
});
afterEach(() => server.close());

/** Since the two signed in, oldest first, without the reading of the log. */
async function log(): Promise<readonly AuditEntry[]> {
  const { entries } = await jsonOf<AuditPage>(director.request("/api/audit"));
  return entries.filter(({ action }) => action !== "signed-in" && action !== "audit-viewed").reverse();
}

describe("the log", () => {
  it("has every act on personal data, declared in the access table or written by its use case", () => {
    const untold = Object.entries(ACCESS_TABLE).filter(([endpoint, { who, audit }]) => {
      const isPersonal = /\/api\/(people|audit|contacts|outings|invitations|retention|field-settings)/.test(endpoint);
      return isPersonal && who !== "phone" && audit === undefined;
    });

    expect(untold.map(([endpoint]) => endpoint).sort()).toEqual([...WRITTEN_BY_USE_CASE, ...NOTHING_PERSONAL].sort());
  });

  it("says who made, changed, took back, renewed, printed and closed what of an outing", async () => {
    const planId = server.deps.newToken();
    const plan = { id: planId, territoryName: "two-squares", request: exampleRequest, createdAt: clock };
    await server.deps.plans.add(plan);
    await server.deps.plans.finish(planId, finishedPlan(examplePlan()), server.deps.newToken);
    const made = await organizer.send("POST", "/api/territories/two-squares/outings", {
      ...{ planId, name: "Samedi", day: "2026-03-07", startsAt: "14:30", isPairs: false },
      meetingPoint: { label: "", position: null },
    });
    const { id, outingRoutes } = await jsonOf<{ id: string; outingRoutes: { id: string }[] }>(made);
    const routeId = outingRoutes[0]?.id ?? "";
    const stopId = examplePlan().routes[0]?.stops[0]?.id ?? "";
    const nothingMoved = { revision: 0, moves: [{ stopIds: [stopId], to: { kind: "route", id: routeId } }] };
    for (const [method, path, body] of [
      ["PATCH", "", { name: "Dimanche" }],
      ["POST", "/moves", nothingMoved],
      ["POST", `/routes/${routeId}/take-back`, {}],
      ["POST", `/routes/${routeId}/renew`, {}],
      ["POST", "/close", {}],
    ] as const) {
      expect((await organizer.send(method, `/api/outings/${id}${path}`, body)).status, path).toBe(200);
    }

    const entries = await log();
    expect(entries.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["outing-made", id],
      ["outing-changed", id],
      ["route-stops-moved", id],
      ["route-taken-back", routeId],
      ["route-link-renewed", routeId],
      ["outing-closed", id],
    ]);
    expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set(["A organizer"]));
  });

  it("has a look at an outing's volunteers once in a quarter of an hour for each person, and nothing of who is refused", async () => {
    await addOuting(server.database);
    const stranger = await signInAs(server, "lead");
    const look = (person: SignedIn) => person.request("/api/outings/outing");
    await look(organizer);
    await look(organizer);
    await look(director);
    await look(stranger);
    clock = new Date(clock.getTime() + 901_000);
    await look(organizer);

    const views = (await log()).map(({ action, actor }) => `${action}: ${actor}`);
    expect(views).toEqual([
      "outing-volunteers-viewed: A organizer",
      "outing-volunteers-viewed: A director",
      "outing-volunteers-viewed: A organizer",
    ]);
  });

  it("says once that somebody tried to sign in too often, for an address of nobody as well, without the address", async () => {
    for (const email of [organizer.email, "nobody@example.org"]) {
      for (let count = 0; count < 12; count++) {
        await organizer.send("POST", "/api/session", { email, password: "wrong" });
      }
    }

    const limited = (await log()).filter(({ action }) => action === "sign-in-limited");
    expect(limited.map(({ actor, subjectId }) => [actor, subjectId])).toEqual([
      ["A organizer", organizer.accountId],
      ["", null],
    ]);
    expect(JSON.stringify(await log())).not.toContain("@example.org");
  });
});

/** These write what they did with the details that only they know, e.g. the role before. */
const WRITTEN_BY_USE_CASE = [
  "PUT /api/people/:accountId/role",
  "DELETE /api/people/:accountId",
  "DELETE /api/people/:accountId/sessions",
  "DELETE /api/people/:accountId/second-factor",
  "POST /api/invitations",
  "DELETE /api/invitations/:invitationId",
  "POST /api/retention/purge",
];

/** Figures, rules, walks and proposals that change nothing; a link that the view of its outing holds too. */
const NOTHING_PERSONAL = [
  "GET /api/field-settings",
  "GET /api/retention",
  "GET /api/outings/:outingId/events",
  "GET /api/outings/:outingId/progress",
  "GET /api/outings/:outingId/routes/:routeId",
  "GET /api/outings/:outingId/routes/:routeId/qr.svg",
  "GET /api/outings/:outingId/survey",
  "POST /api/outings/:outingId/replan",
];
