import { expect, it } from "vitest";
import type { Survey } from "../../../server/contract/survey.ts";
import { surveyCsv } from "../../../server/surveys/survey-csv.ts";

it("writes shares as the reader's spreadsheet writes decimals", () => {
  const choices = ["yes", "no"].map((id) => ({ id, text: id }));
  const survey: Survey = { title: "Quartier", questions: [{ id: "calm", kind: "one", text: "Calme", choices }] };
  const calm = { questionId: "calm", answers: 16, counts: { yes: 2, no: 14 } };
  const figures = { sheets: 16, isFinal: true, questions: [calm] };

  const shareIn = (language: "fr" | "en") => surveyCsv(survey, figures, language).split("\r\n")[1]?.split(";")[5];

  expect(shareIn("fr")).toBe("0,125");
  expect(shareIn("en")).toBe("0.125");
});
