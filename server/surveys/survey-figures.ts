import { SMALLEST_BREAKDOWN } from "../contract/progress.ts";
import type { Survey } from "../contract/survey.ts";
import type { QuestionFigures, SurveyFigures } from "../contract/survey-answers.ts";
import { type Box, tallyBox } from "./survey-box.ts";

/**
 * What may be told of a box: nothing of fewer people than SMALLEST_BREAKDOWN, question by question. All of it once no answer can come
 * any more; until then as it was when last that many had come.
 */
export function surveyFigures(box: Box, survey: Survey, isFinal: boolean): SurveyFigures {
  const tallies = isFinal ? tallyBox(box, survey) : box.shown;
  const isFew = (people: number) => people < SMALLEST_BREAKDOWN;
  const questions = survey.questions.map(({ id }): QuestionFigures => {
    const tally = tallies.questions.find(({ questionId }) => questionId === id);
    if (tally === undefined || isFew(tally.answers)) return { questionId: id, answers: null, counts: null };
    return tally;
  });
  return { sheets: isFew(tallies.sheets) ? null : tallies.sheets, isFinal, questions };
}
