/**
 * The sheets of a box as text: a line each, in the order of their ids. A line is the id and, for each question that was
 * answered, its place in the survey and the places of the answers in it: "x7Qd… 0:1 2:0,3". Places stand for ids because nothing
 * of a survey changes once it is answered, and because all of the box is written anew with each sheet: as lists of ids,
 * five thousand sheets of twelve questions took 130 ms of the serving thread.
 */

import { answerIds, type Survey } from "../contract/survey.ts";
import type { QuestionTally } from "../contract/survey-answers.ts";
import type { Sheet } from "./survey-box.ts";

type Questions = Pick<Survey, "questions">;

/** The sheet fits the survey: nobody stores another (fitsSurvey). */
export function lineOf({ id, answers }: Sheet, { questions }: Questions): string {
  const said = questions.flatMap((question, place) => {
    const answer = answers.find(({ questionId }) => questionId === question.id);
    if (answer === undefined) return [];
    const known = answerIds(question);
    return `${place}:${answer.choiceIds.map((choiceId) => known.indexOf(choiceId)).join(",")}`;
  });
  return [id, ...said].join(" ");
}

export function idOfLine(line: string): string {
  const end = line.indexOf(" ");
  return end === -1 ? line : line.slice(0, end);
}

const SPACE = 32;
const COLON = 58;
const ZERO = 48;

/** How often everything was answered, letter by letter: of sixty thousand answers no object is made. */
export function tallyLines(lines: readonly string[], { questions }: Questions): QuestionTally[] {
  const known = questions.map(answerIds);
  const answers = known.map(() => 0);
  const counts = known.map((ids) => ids.map(() => 0));
  for (const line of lines) {
    let place = 0;
    let number = 0;
    for (let at = idOfLine(line).length + 1; at <= line.length; at++) {
      const letter = at === line.length ? SPACE : line.charCodeAt(at);
      if (letter >= ZERO && letter < COLON) {
        number = 10 * number + letter - ZERO;
        continue;
      }
      if (letter === COLON) {
        place = number;
        answers[place] = (answers[place] ?? 0) + 1;
      } else {
        const ofQuestion = counts[place] ?? [];
        ofQuestion[number] = (ofQuestion[number] ?? 0) + 1;
      }
      number = 0;
    }
  }
  return questions.map(({ id }, place) => ({
    questionId: id,
    answers: answers[place] ?? 0,
    counts: Object.fromEntries(
      (known[place] ?? []).map((choiceId, choice) => [choiceId, counts[place]?.[choice] ?? 0]),
    ),
  }));
}
