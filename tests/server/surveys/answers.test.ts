import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import type { FieldEvent } from "../../../server/contract/field-events.ts";
import type { SheetSurvey } from "../../../server/contract/survey.ts";
import { createFieldEventStore, type FieldEventStore } from "../../../server/field/event-store.ts";
import { idOfLine, lineOf } from "../../../server/surveys/sheet-lines.ts";
import { createSurveyStore, type SurveyStore } from "../../../server/surveys/survey-store.ts";
import { addOuting, clearOutings } from "../../fixtures/add-outing.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";
import { knockOf, reportOf } from "../../fixtures/field-report.ts";

const SURVEY: SheetSurvey = {
  id: "survey-0123456789",
  title: "Le quartier",
  questions: [
    {
      kind: "one",
      id: "bus",
      text: "Le bus ?",
      choices: [
        { id: "yes", text: "Oui" },
        { id: "no", text: "Non" },
      ],
    },
    { kind: "scale", id: "calm", text: "Le calme ?", low: "bruyant", high: "calme" },
  ],
};

function answered(id: string, bus = "yes"): FieldEvent & { kind: "survey-answers" } {
  return {
    ...{ id: `answers-${id}`.padEnd(16, "-"), at: "2026-03-07T00:00:00.000Z", kind: "survey-answers" },
    ...{ surveyId: SURVEY.id, sheetId: sheetOf(id), answers: [{ questionId: "bus", choiceIds: [bus] }] },
  };
}

function takenBack(id: string): FieldEvent {
  const undoes = `answers-${id}`.padEnd(16, "-");
  return { id: `undo-${undoes}`, kind: "undo", undoes, sheetId: sheetOf(id), at: "2026-03-07T08:31:00.000Z" };
}

/** In another order than that of the events, as random ids are. */
function sheetOf(id: string): string {
  return `sheet-${[...id].reverse().join("")}`.padEnd(16, "-");
}

describe.each(STORES)("answers on $store", ({ newPlace }) => {
  let place: StorePlace;
  let database: CampaignDatabase;
  let store: FieldEventStore;
  let surveys: SurveyStore;
  beforeAll(async () => {
    place = await newPlace();
    database = await openCampaignDatabase(place.place);
    store = createFieldEventStore(database);
    surveys = createSurveyStore(database);
  });
  beforeEach(async () => {
    await addOuting(database);
    await surveys.write("outing", SURVEY);
  });
  afterEach(() => clearOutings(database));
  afterAll(async () => {
    await database.destroy();
    await place.leave();
  });
  const sheets = async (outingId = "outing") => (await surveys.box(outingId, SURVEY)).lines;

  it("are kept by themselves: neither numbered among the reports of doors, nor with a time, a route or a phone", async () => {
    await store.accept(reportOf([knockOf("one", "a1", "conversation"), answered("a"), knockOf("two", "a2")]));

    const events = await database.selectFrom("field_events").selectAll().orderBy("sequence").execute();
    expect(events.map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [1, "knock"],
      [2, "knock"],
    ]);
    expect(await database.selectFrom("survey_receipts").selectAll().execute()).toEqual([
      { id: answered("a").id, outing_id: "outing" },
    ]);
    expect(await sheets()).toEqual([`${sheetOf("a")} 0:0`]);
    const box = await database.selectFrom("survey_boxes").selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(box)).not.toMatch(/a1|2026|device|outing-1|answers-a/);
  });

  it("lie in the order of ids made at random, whatever the order they came in", async () => {
    for (const id of ["13", "22", "31"]) await store.accept(reportOf([answered(id)]));

    expect((await sheets()).map(idOfLine)).toEqual([sheetOf("31"), sheetOf("22"), sheetOf("13")].sort());
    const receipts = await database.selectFrom("survey_receipts").select("id").execute();
    expect(receipts).toHaveLength(3);
  });

  it("count once when they come again, and say that they are stored", async () => {
    await store.accept(reportOf([answered("a")]));
    const again = await store.accept(reportOf([answered("a"), answered("a")]));

    expect(again?.stored).toContain(answered("a").id);
    expect(again?.isNews).toBe(false);
    expect(await sheets()).toHaveLength(1);
    expect(await store.storedAmong("outing", [answered("a").id])).toEqual(new Set([answered("a").id]));
  });

  it("can be taken back, before they arrive and after, and leave nothing that names their sheet", async () => {
    await store.accept(reportOf([takenBack("early")]));
    await store.accept(reportOf([answered("early"), answered("late"), answered("stays")]));
    await store.accept(reportOf([takenBack("late")]));
    await store.accept(reportOf([answered("late")]));

    expect((await sheets()).map(idOfLine)).toEqual([sheetOf("stays")]);
  });

  it("to another survey than is asked now are not stored", async () => {
    await surveys.write("outing", { ...SURVEY, id: "survey-anew-------" });

    const outcome = await store.accept(reportOf([answered("a"), knockOf("one")]));

    expect(outcome).toMatchObject({ outdated: [answered("a").id], stored: [knockOf("one").id] });
    expect(await sheets()).toEqual([]);
  });

  it("fix the words of the survey, until the survey is withdrawn with them", async () => {
    await store.accept(reportOf([answered("a")]));
    const tried = await surveys.write("outing", { ...SURVEY, title: "Autre chose" });
    await surveys.remove("outing");

    expect(tried).toBe("fixed");
    expect(await surveys.find("outing")).toBeNull();
    expect(await sheets()).toEqual([]);
    expect(await surveys.write("outing", SURVEY)).toBe("written");
  });

  it("move what is told of them on by eleven people at once", async () => {
    const tell = async () => (await surveys.box("outing", SURVEY)).shown.sheets;
    await store.accept(reportOf(Array.from({ length: 10 }, (_, place) => answered(`first-${place}`))));
    const few = await tell();
    await store.accept(reportOf([answered("eleventh")]));
    const eleven = await tell();
    await store.accept(reportOf([answered("twelfth", "no"), takenBack("eleventh")]));

    expect([few, eleven, await tell()]).toEqual([0, 11, 11]);
  });

  it("are read from a box of before, a list in JSON, and put in with its sheets", async () => {
    const old = [{ id: sheetOf("old"), answers: [{ questionId: "calm", choiceIds: ["4"] }] }];
    await database
      .insertInto("survey_boxes")
      .values({ outing_id: "outing", sheets: JSON.stringify(old), shown: '{"sheets":0,"questions":[]}' })
      .execute();
    expect(await sheets()).toEqual([`${sheetOf("old")} 1:3`]);

    await store.accept(reportOf([answered("new")]));

    expect(await sheets()).toEqual([`${sheetOf("new")} 0:0`, `${sheetOf("old")} 1:3`].toSorted());
  });

  it("add up to the same whatever the order, the repetition and the loss of batches are", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(afternoon, async ({ events, batches }) => {
        const outingId = `run-${run++}`;
        await addOuting(database, { id: outingId });
        await surveys.write(outingId, SURVEY);
        const ours = (event: FieldEvent): FieldEvent => ({
          ...event,
          id: `${event.id}-${outingId}`,
          ...(event.kind === "undo" ? { undoes: `${event.undoes}-${outingId}` } : {}),
        });
        const send = (batch: readonly FieldEvent[]) =>
          store.accept(reportOf(batch.map(ours), { outingId, outingRouteId: `${outingId}-1` }));

        await Promise.all(batches.map(send));
        await send(events);

        const undone = new Set(events.flatMap((event) => (event.kind === "undo" ? [event.undoes] : [])));
        const standing = events.flatMap((event) =>
          event.kind === "survey-answers" && !undone.has(event.id)
            ? [{ id: event.sheetId, answers: event.answers }]
            : [],
        );
        expect(await sheets(outingId)).toEqual(standing.map((sheet) => lineOf(sheet, SURVEY)).toSorted());
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

const who = fc.integer({ min: 0, max: 15 }).map(String);
const afternoon = fc
  .record({
    answers: fc.uniqueArray(fc.record({ id: who, bus: fc.constantFrom("yes", "no") }), { selector: ({ id }) => id }),
    undone: fc.uniqueArray(who),
  })
  .map(({ answers, undone }): FieldEvent[] => [
    knockOf("door"),
    ...answers.map(({ id, bus }) => answered(id, bus)),
    ...undone.map(takenBack),
  ])
  .chain((events) =>
    fc.record({
      events: fc.constant(events),
      batches: fc.array(fc.array(fc.constantFrom(...events), { maxLength: 10 }), { maxLength: 6 }),
    }),
  );
