import { expect, it } from "vitest";
import type { Question } from "../../../server/contract/survey.ts";
import { createMemoryStore } from "../../../web/field/keep/create-memory-store.ts";
import { answersOf, type SurveyDraft, withAnswer, withoutAnswer } from "../../../web/field/walk/survey-draft.ts";
import { AT } from "./field-town.ts";

const choices = ["a", "b", "c"].map((id) => ({ id, text: id }));
const ONE: Question = { kind: "one", id: "one", text: "?", choices };
const SEVERAL: Question = { kind: "several", id: "several", text: "?", choices };
const SCALE: Question = { kind: "scale", id: "scale", text: "?", low: "", high: "" };

function ticked(...taps: readonly (readonly [Question, string])[]): SurveyDraft {
  return taps.reduce<SurveyDraft>((draft, [question, id]) => withAnswer(draft, question, id), {});
}

it("keeps one answer where one is asked for, and every one that stays ticked elsewhere", () => {
  const draft = ticked([ONE, "a"], [ONE, "b"], [SEVERAL, "a"], [SEVERAL, "c"], [SEVERAL, "a"], [SCALE, "4"]);

  expect(answersOf([ONE, SEVERAL, SCALE], draft)).toEqual([
    { questionId: "one", choiceIds: ["b"] },
    { questionId: "several", choiceIds: ["c"] },
    { questionId: "scale", choiceIds: ["4"] },
  ]);
});

it("says nothing of questions that were passed over or cleared", () => {
  const draft = withoutAnswer(ticked([ONE, "a"], [SEVERAL, "b"], [SEVERAL, "b"]), "one");

  expect(answersOf([ONE, SEVERAL, SCALE], draft)).toEqual([]);
});

it("leaves on the phone which sheet to take out again, and not what was answered", async () => {
  const store = createMemoryStore();
  const answers = [{ questionId: "one", choiceIds: ["a"] }];
  const event = {
    id: "answers-of-somebody",
    at: AT,
    kind: "survey-answers" as const,
    surveyId: "s".repeat(16),
    answers,
  };
  await store.say("token", [{ ...event, sheetId: "sheet-of-somebody" }]);
  await store.settle([event.id], []);

  expect(await store.waiting("token")).toEqual([]);
  expect((await store.said("token")).map((one) => one.event)).toEqual([
    { id: event.id, at: AT, kind: "survey-answers", sheetId: "sheet-of-somebody" },
  ]);
});
