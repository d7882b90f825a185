import { answerIds, type Survey } from "./survey.ts";

/** What somebody answered, by question; questions that were passed over are not in it. */
export interface Answer {
  readonly questionId: string;
  readonly choiceIds: readonly string[];
}

/** Whether the survey could have been answered so: questions and choices of its own, each once, and one where one is asked for. */
export function fitsSurvey({ questions }: Survey, answers: readonly Answer[]): boolean {
  const asked = new Map(questions.map((question) => [question.id, question]));
  if (new Set(answers.map(({ questionId }) => questionId)).size < answers.length) return false;
  return answers.every(({ questionId, choiceIds }) => {
    const question = asked.get(questionId);
    if (question === undefined || new Set(choiceIds).size < choiceIds.length) return false;
    if (question.kind !== "several" && choiceIds.length !== 1) return false;
    const known = answerIds(question);
    return choiceIds.length > 0 && choiceIds.every((id) => known.includes(id));
  });
}

/** How often each answer was given. */
export interface QuestionTally {
  readonly questionId: string;
  /** People who answered it. */
  readonly answers: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** Answers to a question, as headquarters see them. */
export interface QuestionFigures {
  readonly questionId: string;
  /** Both null while fewer people have answered than may be told of (SMALLEST_BREAKDOWN). */
  readonly answers: number | null;
  readonly counts: Readonly<Record<string, number>> | null;
}

export interface SurveyFigures {
  /** People who answered, as far as these figures hold them; null while they are too few to be told of. */
  readonly sheets: number | null;
  /** False while answers may still come: until then figures move on by SMALLEST_BREAKDOWN people at once. */
  readonly isFinal: boolean;
  readonly questions: readonly QuestionFigures[];
}

/** GET /api/outings/:outingId/survey */
export interface OutingSurvey {
  /** Null when nothing is asked. */
  readonly survey: Survey | null;
  /** Somebody has answered: its words do not change any more. */
  readonly isFixed: boolean;
  readonly figures: SurveyFigures | null;
}
