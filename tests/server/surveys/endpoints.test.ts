import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FieldSheet } from "../../../server/contract/outings.ts";
import type { Survey } from "../../../server/contract/survey.ts";
import type { OutingSurvey } from "../../../server/contract/survey-answers.ts";
import { addOuting } from "../../fixtures/add-outing.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";

const SURVEY: Survey = {
  title: "Le quartier",
  questions: [
    {
      kind: "several",
      id: "wants",
      text: "=Que manque-t-il ?",
      choices: [
        { id: "shop", text: "Un commerce" },
        { id: "tree", text: "Des arbres" },
      ],
    },
    { kind: "scale", id: "calm", text: "Est-ce calme ?", low: "bruyant", high: "calme" },
  ],
};

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
  await addOuting(server.database);
});
afterEach(() => server.close());

const send = (method: string, path: string, body?: unknown) =>
  server.request(`/api/outings/outing/${path}`, {
    method,
    headers: { "content-type": "application/json", "accept-language": "fr" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const write = (survey: Survey) => send("PUT", "survey", survey);
const read = () => jsonOf<OutingSurvey>(send("GET", "survey"));
const sheet = () => jsonOf<FieldSheet>(server.request("/api/field/token-outing-1"));

async function answer(surveyId: string, people: number, choiceIds: readonly string[] = ["tree"]) {
  const events = Array.from({ length: people }, (_, person) => ({
    id: `answers-of-person-${person}`,
    at: "2026-03-07T00:00:00.000Z",
    kind: "survey-answers",
    surveyId,
    sheetId: `sheet-of-person-${person}`,
    answers: [{ questionId: "wants", choiceIds }],
  }));
  const answered = await server.request("/api/field/token-outing-1/events", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ version: 1, deviceId: "device-0123456789", sentAt: "2026-03-07T09:00:00.000Z", events }),
  });
  return jsonOf<{ stored: string[]; refused: { code: string }[] }>(Promise.resolve(answered));
}

describe("the survey of an outing", () => {
  it("is on the sheet of phones once it is written, under an id of its own", async () => {
    const before = await sheet();
    expect((await write(SURVEY)).status).toBe(200);

    const after = await sheet();
    expect([before.survey, after.survey?.questions]).toEqual([null, SURVEY.questions]);
    expect(after.survey?.id).toMatch(/^[\w-]{16,40}$/);
    expect(after.routeRevision).toBe(before.routeRevision + 1);
  });

  it("that cannot be asked is refused with the reason, and with the place of the question", async () => {
    const [first, second] = SURVEY.questions;
    if (first === undefined || second === undefined) throw new Error("two questions");
    const refused = await write({ ...SURVEY, questions: [first, { ...second, text: " " }] });

    expect(refused.status).toBe(422);
    const { error } = await jsonOf<{ error: { code: string; message: string } }>(Promise.resolve(refused));
    expect(error).toMatchObject({ code: "invalid-survey", message: "Question 2 : elle n’a pas de texte." });
    const many = Array.from({ length: 13 }, (_, place) => ({ ...second, id: `q${place}` }));
    expect((await write({ ...SURVEY, questions: many })).status).toBe(422);
    expect((await read()).survey).toBeNull();
  });

  it("takes answers that fit it alone, and tells of none before eleven people have answered", async () => {
    await write(SURVEY);
    const id = (await sheet()).survey?.id ?? "";

    expect((await answer(id, 1, ["castle"])).refused).toMatchObject([{ code: "unreadable-event" }]);
    expect((await answer("another-survey-id", 1)).refused).toMatchObject([{ code: "survey-changed" }]);
    await answer(id, 10);
    const few = await read();
    await answer(id, 11);
    const enough = await read();

    expect(few).toMatchObject({ isFixed: true, figures: { sheets: null, questions: [{ counts: null }, {}] } });
    expect(enough.figures).toMatchObject({ sheets: 11, isFinal: false });
    expect(enough.figures?.questions).toEqual([
      { questionId: "wants", answers: 11, counts: { shop: 0, tree: 11 } },
      { questionId: "calm", answers: null, counts: null },
    ]);
  });

  it("is refused another wording once somebody has answered, and goes with its answers", async () => {
    await write(SURVEY);
    await answer((await sheet()).survey?.id ?? "", 1);

    expect((await write({ ...SURVEY, title: "Autre" })).status).toBe(409);
    expect((await send("DELETE", "survey")).status).toBe(200);
    expect(await read()).toEqual({ survey: null, isFixed: false, figures: null });
  });

  it("has its counts as a table in which nothing is a formula, and whose making is in the log", async () => {
    await write(SURVEY);
    await answer((await sheet()).survey?.id ?? "", 12);

    const table = await (await send("GET", "survey.csv")).text();

    expect(table.split("\r\n")[2]).toBe("1;'=Que manque-t-il ?;plusieurs choix;Des arbres;12;1;12");
    expect(table).toContain("non montré (moins de 11 réponses)");
    const log = await server.database.selectFrom("audit_entries").select(["action", "subject_id"]).execute();
    expect(log).toContainEqual({ action: "survey-exported", subject_id: "outing" });
  });

  it("goes with the events of its outing when these have stayed as long as they may", async () => {
    await write(SURVEY);
    await answer((await sheet()).survey?.id ?? "", 12);
    await server.deps.retention.write({
      ...{ firstNameDays: 3650, electionDay: "2026-03-15", eventDays: 30, contactsUntil: null },
    });

    const purged = await server.deps.retention.purge(new Date("2026-06-01T00:00:00Z"));

    expect(purged.events).toBe(12);
    expect(await server.database.selectFrom("survey_boxes").selectAll().execute()).toEqual([]);
  });
});
