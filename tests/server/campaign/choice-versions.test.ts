import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChoiceVersionsResponse, KeptChoice } from "../../../server/contract/choice-versions.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";

let server: TestServer;
let minutes: number;
beforeEach(async () => {
  minutes = 0;
  server = await makeServer({ now: () => new Date(Date.UTC(2026, 2, 7, 9, minutes)) });
});
afterEach(() => server.close());

const PATH = "/api/territories/two-squares/choice";
const [FIRST, SECOND] = ["2024_legi_t1-0", "2024_legi_t1-1"];
const sending = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
const save = (body: Readonly<Record<string, unknown>>) =>
  server.request(PATH, sending("PUT", { name: "Nous", sides: {}, ...body }));
const versions = async () => (await jsonOf<ChoiceVersionsResponse>(server.request(`${PATH}/versions`))).versions;
const summary = async () => (await versions()).map(({ version, kind, name }) => `${version} ${kind} ${name}`);

describe("versions of a choice", () => {
  it("tell when each was saved, under which name, and how many candidates are on each side", async () => {
    await save({ basedOn: 0, kind: "preset", sides: { [FIRST]: "ours", [SECOND]: "hostile" } });

    expect(await versions()).toEqual([
      {
        version: 1,
        name: "Nous",
        savedAt: "2026-03-07T09:00:00.000Z",
        kind: "preset",
        restoredFrom: null,
        counts: { ours: 1, near: 0, neutral: 0, far: 0, hostile: 1 },
      },
    ]);
  });

  it("are one for quick edits of one person, and another after a pause, a preset or somebody else", async () => {
    await save({ basedOn: 0, editor: "me", sides: { [FIRST]: "ours" } });
    minutes = 4;
    await save({ basedOn: 1, editor: "me", sides: { [FIRST]: "near" } });
    minutes = 8;
    await save({ basedOn: 2, editor: "me", sides: { [FIRST]: "far" } });
    expect(await summary()).toEqual(["3 edit Nous"]);

    minutes = 14;
    await save({ basedOn: 3, editor: "me", sides: { [FIRST]: "ours" } });
    await save({ basedOn: 4, editor: "you", sides: { [FIRST]: "near" } });
    await save({ basedOn: 5, editor: "you", kind: "preset", sides: { [FIRST]: "far" } });
    await save({ basedOn: 6, editor: "you", sides: { [FIRST]: "hostile" } });
    expect(await summary()).toEqual(["7 edit Nous", "6 preset Nous", "5 edit Nous", "4 edit Nous", "3 edit Nous"]);
  });

  it("are begun anew when somebody edits for more than half an hour without a pause", async () => {
    for (let version = 0; version < 12; version++) {
      minutes = version * 4;
      await save({ basedOn: version, editor: "me", name: `v${version + 1}` });
    }

    expect(await summary()).toEqual(["12 edit v12", "8 edit v8"]);
  });

  it("are not made by saving the same again", async () => {
    await save({ basedOn: 0, sides: { [FIRST]: "ours", [SECOND]: "near" } });
    const again = await save({ basedOn: 1, sides: { [SECOND]: "near", [FIRST]: "ours" } });

    expect((await jsonOf<KeptChoice>(again)).version).toBe(1);
    expect(await versions()).toHaveLength(1);
  });

  it("can be looked at and restored, which makes a new one", async () => {
    await save({ basedOn: 0, name: "Avant", sides: { [FIRST]: "ours" } });
    await save({ basedOn: 1, name: "Après" });

    const before = await jsonOf<KeptChoice>(server.request(`${PATH}/versions/1`));
    const restored = await server.request(`${PATH}/versions/1/restore`, sending("POST", { basedOn: 2 }));

    expect(before).toMatchObject({ name: "Avant", sides: { [FIRST]: "ours" }, version: 1 });
    expect(await restored.json()).toMatchObject({ name: "Avant", sides: { [FIRST]: "ours" }, version: 3 });
    expect((await versions())[0]).toMatchObject({ version: 3, kind: "restored", restoredFrom: 1 });
    expect(await versions()).toHaveLength(3);
  });

  it("bring back the weights and assumptions that they were saved with", async () => {
    const mix = { mobilisation: 1, persuasion: 0.5, priority: 0.3, second: 0.6 };
    const assumptions = {
      conversationsPerDoor: 0.25,
      votersPerConversation: 1.5,
      mobilisationEffect: 0.03,
      persuasionEffect: 0.01,
    };
    await save({ basedOn: 0, mix, assumptions });
    await save({ basedOn: 1, name: "Après" });

    const restored = await server.request(`${PATH}/versions/1/restore`, sending("POST", { basedOn: 2 }));

    expect(await restored.json()).toMatchObject({ name: "Nous", version: 3, mix, assumptions });
  });

  it("that there are not cannot be found", async () => {
    await save({ basedOn: 0 });

    for (const version of ["2", "0", "-1", "x", "1e0"]) {
      expect((await server.request(`${PATH}/versions/${version}`)).status).toBe(404);
      expect((await server.request(`${PATH}/versions/${version}/restore`, sending("POST", {}))).status).toBe(404);
    }
    expect((await server.request("/api/territories/nowhere/choice/versions")).status).toBe(404);
  });
});

describe("two organizers at once", () => {
  it("cannot replace what the other saved without having seen it", async () => {
    await save({ basedOn: 0, editor: "one", name: "Un" });

    const late = await save({ basedOn: 0, editor: "two", name: "Deux" });

    const { error } = await jsonOf<Problem>(late);
    expect(late.status).toBe(409);
    expect(error.code).toBe("choice-changed");
    expect(error.message).toContain("« Un »");
    expect(await summary()).toEqual(["1 edit Un"]);
  });

  it("cannot restore over it either", async () => {
    await save({ basedOn: 0, name: "Un" });
    await save({ basedOn: 1, name: "Deux" });

    const late = await server.request(`${PATH}/versions/1/restore`, sending("POST", { basedOn: 1 }));

    expect(late.status).toBe(409);
    expect(await summary()).toEqual(["2 edit Deux", "1 edit Un"]);
  });

  it("lose nothing when the second keeps their own, knowing the first", async () => {
    await save({ basedOn: 0, editor: "one", name: "Un" });

    const kept = await save({ basedOn: 1, editor: "two", name: "Deux" });

    expect(kept.status).toBe(200);
    expect(await summary()).toEqual(["2 edit Deux", "1 edit Un"]);
  });
});
