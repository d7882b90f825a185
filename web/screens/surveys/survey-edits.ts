import type { Question, QuestionKind, Survey } from "../../../server/contract/survey.ts";

/** Changes of a survey that is being written. Ids stay with what they were made for, whatever becomes of its words. */

export function newSurvey(newId: () => string): Survey {
  return { title: "", questions: [newQuestion(newId)] };
}

export function newQuestion(newId: () => string): Question {
  return { kind: "one", id: newId(), text: "", choices: [newChoice(newId), newChoice(newId)] };
}

export function withQuestion(survey: Survey, place: number, question: Question): Survey {
  return { ...survey, questions: survey.questions.map((one, at) => (at === place ? question : one)) };
}

export function withoutQuestion(survey: Survey, place: number): Survey {
  return { ...survey, questions: survey.questions.filter((_, at) => at !== place) };
}

/** The question before the one that comes before it. The first one stays. */
export function movedUp(survey: Survey, place: number): Survey {
  const questions = [...survey.questions];
  const [moved] = questions.splice(place, 1);
  if (moved === undefined || place === 0) return survey;
  questions.splice(place - 1, 0, moved);
  return { ...survey, questions };
}

/** Choices are kept between kinds that have them. */
export function ofKind(question: Question, kind: QuestionKind, newId: () => string): Question {
  const { id, text } = question;
  if (question.kind === kind) return question;
  if (kind === "scale") return { kind, id, text, low: "", high: "" };
  const choices = question.kind === "scale" ? [newChoice(newId), newChoice(newId)] : question.choices;
  return { kind, id, text, choices };
}

export function newChoice(newId: () => string) {
  return { id: newId(), text: "" };
}

/** Without the spaces around words. */
export function trimmed({ title, questions }: Survey): Survey {
  return {
    title: title.trim(),
    questions: questions.map((question) =>
      question.kind === "scale"
        ? { ...question, text: question.text.trim(), low: question.low.trim(), high: question.high.trim() }
        : {
            ...question,
            text: question.text.trim(),
            choices: question.choices.map(({ id, text }) => ({ id, text: text.trim() })),
          },
    ),
  };
}
