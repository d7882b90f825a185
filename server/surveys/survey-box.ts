import { SMALLEST_BREAKDOWN } from "../contract/progress.ts";
import { answerIds, type Survey } from "../contract/survey.ts";
import type { Answer, QuestionTally } from "../contract/survey-answers.ts";

/** The answers of one person: no time, no route, no phone, and an id that no event has. */
export interface Sheet {
  readonly id: string;
  readonly answers: readonly Answer[];
}

/** How often everything was answered, by so many people. */
export interface Tallies {
  readonly sheets: number;
  readonly questions: readonly QuestionTally[];
}

/** All answers of an outing, and what was last told of them. */
export interface Box {
  readonly sheets: readonly Sheet[];
  readonly shown: Tallies;
}

export const EMPTY_BOX: Box = { sheets: [], shown: { sheets: 0, questions: [] } };

/**
 * The box with some sheets put in and others taken out; those that are both stay out. Whatever the order in which they come and
 * however often, the same sheets are in it in the same order: that of their ids, which says nothing.
 * What is told of it moves on only when so many more have come that none of them stands out from the others: who looks at
 * the doors as they are reported would else see what was answered behind the last one.
 */
export function changedBox(
  box: Box,
  put: readonly Sheet[],
  takenOut: ReadonlySet<string>,
  survey: Pick<Survey, "questions">,
): Box {
  const all = new Map([...put, ...box.sheets].map((sheet) => [sheet.id, sheet]));
  for (const id of takenOut) all.delete(id);
  const sheets = [...all.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  const isTold = sheets.length >= box.shown.sheets + SMALLEST_BREAKDOWN;
  return { sheets, shown: isTold ? tallySheets(sheets, survey) : box.shown };
}

export function tallySheets(sheets: readonly Sheet[], { questions }: Pick<Survey, "questions">): Tallies {
  return {
    sheets: sheets.length,
    questions: questions.map((question) => {
      const given = sheets.flatMap(({ answers }) => answers.filter(({ questionId }) => questionId === question.id));
      const counts = Object.fromEntries(answerIds(question).map((id) => [id, 0]));
      for (const id of given.flatMap(({ choiceIds }) => choiceIds)) counts[id] = (counts[id] ?? 0) + 1;
      return { questionId: question.id, answers: given.length, counts };
    }),
  };
}
