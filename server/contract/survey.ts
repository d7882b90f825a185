import * as v from "valibot";

/** A few questions for those who take the time to talk. Shapes that organizers, phones and server share. */

export const SURVEY_BOUNDS = {
  questions: 12,
  /** Of one question. */
  choices: 12,
  titleLetters: 80,
  questionLetters: 200,
  choiceLetters: 80,
  /** Of the words at one end of a scale. */
  endLetters: 40,
} as const;

/** one: a single choice. several: any number of choices. scale: from 1 to 5, with words for both ends. Never free text. */
export const QUESTION_KINDS = ["one", "several", "scale"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What the answers to a scale are called: their own ids. */
export const SCALE_STEPS = ["1", "2", "3", "4", "5"] as const;

const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/));
/** Wider than what is allowed: what is too long is told in words (surveyFault), and not as a fault of the form. */
const Text = v.pipe(v.string(), v.trim(), v.maxLength(2000));
const Choice = v.object({ id: Id, text: Text });
const Choices = v.pipe(v.array(Choice), v.maxLength(100));

export const QuestionSchema = v.variant("kind", [
  v.object({ kind: v.literal("one"), id: Id, text: Text, choices: Choices }),
  v.object({ kind: v.literal("several"), id: Id, text: Text, choices: Choices }),
  v.object({ kind: v.literal("scale"), id: Id, text: Text, low: Text, high: Text }),
]);
export type Question = v.InferOutput<typeof QuestionSchema>;

/** Ids are given where the survey is written, and stay with their question or choice however its words change. */
export const SurveySchema = v.object({ title: Text, questions: v.pipe(v.array(QuestionSchema), v.maxLength(100)) });
export type Survey = v.InferOutput<typeof SurveySchema>;

/** The survey of a sheet. Its id changes whenever it is written anew: answers are to what was on the screen. */
export interface SheetSurvey extends Survey {
  readonly id: string;
}

export type SurveyFaultKind =
  | "no-title"
  | "title-too-long"
  | "no-questions"
  | "too-many-questions"
  | "no-text"
  | "text-too-long"
  | "too-few-choices"
  | "too-many-choices"
  | "empty-choice"
  | "choice-too-long"
  | "same-choice"
  | "end-too-long"
  | "same-id";

export interface SurveyFault {
  readonly kind: SurveyFaultKind;
  /** Place of the question, from 0; null for the survey as a whole. */
  readonly question: number | null;
}

/** The first thing that keeps a survey from being asked; null when nothing does. */
export function surveyFault({ title, questions }: Survey): SurveyFault | null {
  const whole = (kind: SurveyFaultKind): SurveyFault => ({ kind, question: null });
  if (title.trim() === "") return whole("no-title");
  if (title.trim().length > SURVEY_BOUNDS.titleLetters) return whole("title-too-long");
  if (questions.length === 0) return whole("no-questions");
  if (questions.length > SURVEY_BOUNDS.questions) return whole("too-many-questions");
  for (const [place, question] of questions.entries()) {
    const kind = questionFault(question);
    if (kind !== null) return { kind, question: place };
  }
  return hasTwice(questions.map(({ id }) => id)) ? whole("same-id") : null;
}

/** The ids that may be answered to a question. */
export function answerIds(question: Question): readonly string[] {
  return question.kind === "scale" ? SCALE_STEPS : question.choices.map(({ id }) => id);
}

function questionFault(question: Question): SurveyFaultKind | null {
  const text = question.text.trim();
  if (text === "") return "no-text";
  if (text.length > SURVEY_BOUNDS.questionLetters) return "text-too-long";
  if (question.kind === "scale") {
    const longest = Math.max(question.low.trim().length, question.high.trim().length);
    return longest > SURVEY_BOUNDS.endLetters ? "end-too-long" : null;
  }
  const words = question.choices.map((choice) => choice.text.trim());
  if (words.length < 2) return "too-few-choices";
  if (words.length > SURVEY_BOUNDS.choices) return "too-many-choices";
  if (words.includes("")) return "empty-choice";
  if (words.some((word) => word.length > SURVEY_BOUNDS.choiceLetters)) return "choice-too-long";
  if (hasTwice(words.map((word) => word.toLowerCase()))) return "same-choice";
  return hasTwice(question.choices.map(({ id }) => id)) ? "same-id" : null;
}

function hasTwice(words: readonly string[]): boolean {
  return new Set(words).size < words.length;
}
