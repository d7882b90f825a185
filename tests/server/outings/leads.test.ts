import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Outing, OutingSummary } from "../../../server/contract/outings.ts";
import type { PossibleLead } from "../../../server/contract/people.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { addOuting, clearOutings } from "../../fixtures/add-outing.ts";
import { examplePlan, exampleRequest } from "../../fixtures/example-plan.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { finishedPlan, makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { openStream } from "../../fixtures/open-events.ts";
import { plainPasswords, type SignedIn, signInAs } from "../../fixtures/people.ts";

let server: TestServer;
let director: SignedIn;
let lead: SignedIn;
let other: SignedIn;
let observer: SignedIn;

beforeAll(async () => {
  server = await makeServer({ passwords: plainPasswords });
  director = await signInAs(server, "director");
  lead = await signInAs(server, "lead");
  other = await signInAs(server, "lead");
  observer = await signInAs(server, "observer");
});
afterEach(() => clearOutings(server.database));
afterAll(() => server.close());

describe("who leads an outing", () => {
  it("is chosen among those whose role lets them, by name and without their addresses", async () => {
    const { leads } = await jsonOf<{ leads: PossibleLead[] }>(director.request("/api/leads"));

    expect(leads.map(({ role }) => role)).toEqual(["director", "lead", "lead"]);
    expect(Object.keys(leads[0] ?? {}).sort()).toEqual(["id", "name", "role"]);
  });

  it("is said when it is made, and sees it with its links", async () => {
    const outing = await jsonOf<Outing>(make({ leadAccountId: lead.accountId }));

    expect(outing).toMatchObject({ leadAccountId: lead.accountId, leadName: "A lead" });
    const seen = await jsonOf<Outing>(lead.request(`/api/outings/${outing.id}`));
    expect(seen.outingRoutes.every(({ path }) => path.startsWith("/w/"))).toBe(true);
  });

  it("may be somebody else later: who led it before sees it no more, and no outing of others", async () => {
    await addOuting(server.database, { id: "mine" });
    await addOuting(server.database, { id: "theirs" });
    await change("mine", { leadAccountId: lead.accountId });
    await change("theirs", { leadAccountId: other.accountId });

    expect(await seenBy(lead)).toEqual(["mine"]);
    expect(await answersTo(lead, "mine")).toEqual([200, 200, 200]);
    expect(await answersTo(lead, "theirs")).toEqual([403, 403, 403]);

    await change("mine", { leadAccountId: other.accountId });
    expect(await seenBy(lead)).toEqual([]);
    expect(await answersTo(lead, "mine")).toEqual([403, 403, 403]);
    expect(await seenBy(other)).toEqual(["mine", "theirs"]);

    await change("mine", { leadAccountId: null });
    expect(await seenBy(other)).toEqual(["theirs"]);
  });

  it("hears no more of it, on a screen that was open, from the moment that somebody else leads it", async () => {
    await addOuting(server.database, { id: "mine" });
    await change("mine", { leadAccountId: lead.accountId });
    const screen = await openStream(lead, "/api/outings/mine/events");
    expect((await screen.next())?.event).toBe("progress");

    await change("mine", { leadAccountId: other.accountId });

    expect(await screen.toEnd()).toEqual([]);
  });

  it("may change what is said of it, and not who leads it", async () => {
    await addOuting(server.database, { id: "mine" });
    await change("mine", { leadAccountId: lead.accountId });

    const said = await lead.send("PATCH", "/api/outings/mine", { name: "Dimanche" });
    const given = await lead.send("PATCH", "/api/outings/mine", { leadAccountId: other.accountId });

    expect(await jsonOf<Outing>(said)).toMatchObject({ name: "Dimanche", leadAccountId: lead.accountId });
    expect([given.status, await seenBy(lead)]).toEqual([403, ["mine"]]);
  });

  it("is nobody who does not exist, only looks on, or whose account is closed", async () => {
    await addOuting(server.database, { id: "mine" });
    const gone = await signInAs(server, "lead");
    await director.request(`/api/people/${gone.accountId}`, { method: "DELETE" });

    for (const leadAccountId of ["nobody", observer.accountId, gone.accountId]) {
      for (const answer of [
        await director.send("PATCH", "/api/outings/mine", { leadAccountId }),
        await make({ leadAccountId }),
      ]) {
        const { error } = await jsonOf<Problem>(answer);
        expect([answer.status, error.code]).toEqual([422, "unknown-lead"]);
        expect(error.message).toContain("ne peut pas conduire");
      }
    }
  });

  it("stays when the account is closed later, without a name, and keeps nothing else from being changed", async () => {
    const leaving = await signInAs(server, "lead");
    await addOuting(server.database, { id: "mine" });
    await change("mine", { leadAccountId: leaving.accountId });
    await director.request(`/api/people/${leaving.accountId}`, { method: "DELETE" });

    const changed = await change("mine", { name: "Dimanche", leadAccountId: leaving.accountId });

    expect(changed).toMatchObject({ name: "Dimanche", leadAccountId: leaving.accountId, leadName: null });
  });

  it("may be an organizer whose limits lie elsewhere: that outing they see, and no other there", async () => {
    const limits = { stations: [], communes: ["00000"], zones: [] };
    const elsewhere = await signInAs(server, "organizer", limits);
    await addOuting(server.database, { id: "mine" });
    await addOuting(server.database, { id: "theirs" });

    await change("mine", { leadAccountId: elsewhere.accountId });

    expect(await seenBy(elsewhere)).toEqual(["mine"]);
    expect(await answersTo(elsewhere, "mine")).toEqual([200, 200, 200]);
    expect(await answersTo(elsewhere, "theirs")).toEqual([403, 403, 403]);
  });
});

async function make(changes: object): Promise<Response> {
  const planId = server.deps.newToken();
  const plan = { id: planId, territoryName: "two-squares", request: exampleRequest, createdAt: server.deps.now() };
  await server.deps.plans.add(plan);
  await server.deps.plans.finish(planId, finishedPlan(examplePlan()), server.deps.newToken);
  return director.send("POST", "/api/territories/two-squares/outings", {
    ...{ planId, name: "Samedi", day: "2026-03-07", startsAt: "14:30", isPairs: false },
    meetingPoint: { label: "", position: null },
    ...changes,
  });
}

async function change(outingId: string, said: object): Promise<Outing> {
  const answer = await director.send("PATCH", `/api/outings/${outingId}`, said);
  expect(answer.status).toBe(200);
  return jsonOf<Outing>(answer);
}

async function seenBy(person: SignedIn): Promise<readonly string[]> {
  const answer = person.request("/api/territories/two-squares/outings");
  return (await jsonOf<{ outings: OutingSummary[] }>(answer)).outings.map(({ id }) => id);
}

/** Of the outing, one of its routes, and the QR code of that. */
async function answersTo(person: SignedIn, outingId: string): Promise<readonly number[]> {
  const paths = ["", `/routes/${outingId}-1`, `/routes/${outingId}-1/qr.svg`];
  const answers = paths.map((path) => person.request(`/api/outings/${outingId}${path}`));
  return (await Promise.all(answers)).map(({ status }) => status);
}
