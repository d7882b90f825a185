import type { Question } from "../../../server/contract/survey.ts";
import type { Answer } from "../../../server/contract/survey-answers.ts";

/** What is ticked so far, by question: kept by the open form alone, and gone with it. */
export type SurveyDraft = Readonly<Record<string, readonly string[]>>;

/** After a tap on a choice: it alone where one is asked for, else added or taken away. */
export function withAnswer(draft: SurveyDraft, question: Question, choiceId: string): SurveyDraft {
  const before = draft[question.id] ?? [];
  if (question.kind !== "several") return { ...draft, [question.id]: [choiceId] };
  const isTicked = before.includes(choiceId);
  const after = isTicked ? before.filter((id) => id !== choiceId) : [...before, choiceId];
  return { ...draft, [question.id]: after };
}

export function withoutAnswer(draft: SurveyDraft, questionId: string): SurveyDraft {
  return { ...draft, [questionId]: [] };
}

/** What was answered, in the order of the survey; nothing of the questions that were passed over. */
export function answersOf(questions: readonly Question[], draft: SurveyDraft): readonly Answer[] {
  return questions.flatMap(({ id }) => {
    const choiceIds = draft[id] ?? [];
    return choiceIds.length === 0 ? [] : [{ questionId: id, choiceIds }];
  });
}
