import fc from "fast-check";
import { expect, it } from "vitest";
import { answerIds, type Question } from "../../../server/contract/survey.ts";
import { fitsSurvey } from "../../../server/contract/survey-answers.ts";
import { idOfLine, lineOf, tallyLines } from "../../../server/surveys/sheet-lines.ts";

const word = fc.stringMatching(/^[\w-]{1,12}$/);
const choices = fc
  .uniqueArray(word, { minLength: 2, maxLength: 12 })
  .map((ids) => ids.map((id) => ({ id, text: `Choice ${id}` })));
const questions = fc.uniqueArray(
  fc.oneof(
    fc.record({ kind: fc.constantFrom("one" as const, "several" as const), id: word, text: word, choices }),
    fc.record({ kind: fc.constant("scale" as const), id: word, text: word, low: word, high: word }),
  ),
  { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
);

/** Some answer to each question that is not passed over. */
function answersTo(asked: readonly Question[], wishes: readonly number[]) {
  return asked.flatMap((question, place) => {
    const wish = wishes[place] ?? 0;
    const known = answerIds(question);
    if (wish % 3 === 0) return [];
    const chosen = known.filter((_, choice) => (wish >> choice) % 2 === 1);
    const one = [known[wish % known.length] ?? ""];
    const choiceIds = question.kind === "several" && chosen.length > 0 ? chosen : one;
    return [{ questionId: question.id, choiceIds }];
  });
}

it("lines tell how often everything was answered, whatever was asked", () => {
  fc.assert(
    fc.property(questions, fc.array(fc.array(fc.nat(9999), { maxLength: 12 }), { maxLength: 12 }), (asked, people) => {
      const survey = { title: "Survey", questions: asked };
      const sheets = people.map((wishes, person) => ({ id: `sheet-${person}`, answers: answersTo(asked, wishes) }));
      const given = sheets.flatMap(({ answers }) => answers);
      expect(fitsSurvey(survey, sheets[0]?.answers ?? [])).toBe(true);

      const lines = sheets.map((sheet) => lineOf(sheet, survey));

      expect(lines.map(idOfLine)).toEqual(sheets.map(({ id }) => id));
      expect(lines.join()).not.toContain("\n");
      expect(tallyLines(lines, survey)).toEqual(
        asked.map((question) => {
          const ofQuestion = given.filter(({ questionId }) => questionId === question.id);
          const times = (id: string) => ofQuestion.filter(({ choiceIds }) => choiceIds.includes(id)).length;
          const counts = Object.fromEntries(answerIds(question).map((id) => [id, times(id)]));
          return { questionId: question.id, answers: ofQuestion.length, counts };
        }),
      );
    }),
    { numRuns: 30 },
  );
});
