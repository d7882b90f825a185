import { SMALLEST_BREAKDOWN } from "../contract/progress.ts";
import type { Survey } from "../contract/survey.ts";
import type { Answer, QuestionTally } from "../contract/survey-answers.ts";
import { idOfLine, lineOf, tallyLines } from "./sheet-lines.ts";

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
  /** As sheet-lines.ts writes them. */
  readonly lines: readonly string[];
  readonly shown: Tallies;
}

export const EMPTY_BOX: Box = { lines: [], shown: { sheets: 0, questions: [] } };

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
  const all = new Map(put.map((sheet) => [sheet.id, lineOf(sheet, survey)]));
  for (const line of box.lines) all.set(idOfLine(line), line);
  for (const id of takenOut) all.delete(id);
  const lines = [...all].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line);
  const isTold = lines.length >= box.shown.sheets + SMALLEST_BREAKDOWN;
  return { lines, shown: isTold ? tallyBox({ lines }, survey) : box.shown };
}

export function tallyBox({ lines }: Pick<Box, "lines">, survey: Pick<Survey, "questions">): Tallies {
  return { sheets: lines.length, questions: tallyLines(lines, survey) };
}
