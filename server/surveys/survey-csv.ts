import { type CsvCell, csvText, decimalMark } from "../contract/csv-text.ts";
import type { Language } from "../contract/plan.ts";
import { SMALLEST_BREAKDOWN } from "../contract/progress.ts";
import { answerIds, type Question, type Survey } from "../contract/survey.ts";
import type { SurveyFigures } from "../contract/survey-answers.ts";

/** Counts of a survey as a table: a line for each possible answer, the same figures as on the screen. */
export function surveyCsv(survey: Survey, figures: SurveyFigures, language: Language): string {
  const words = WORDS[language];
  const rows = survey.questions.flatMap((question, place) => {
    const known = figures.questions.find(({ questionId }) => questionId === question.id);
    const answers = known?.answers ?? null;
    return answerIds(question).map((id): CsvCell[] => {
      const count = known?.counts?.[id] ?? null;
      return [
        place + 1,
        question.text,
        words.kinds[question.kind],
        choiceWords(question, id),
        count ?? words.few,
        answers === null || count === null ? null : Math.round((1000 * count) / answers) / 1000,
        answers,
      ];
    });
  });
  return csvText(words.header, rows, decimalMark(language));
}

function choiceWords(question: Question, id: string): string {
  if (question.kind !== "scale") return question.choices.find((choice) => choice.id === id)?.text ?? id;
  const end = id === "1" ? question.low : id === "5" ? question.high : "";
  return end === "" ? id : `${id} (${end})`;
}

const WORDS = {
  fr: {
    header: ["numero", "question", "genre", "reponse", "nombre", "part", "personnes_ayant_repondu"],
    kinds: { one: "un seul choix", several: "plusieurs choix", scale: "échelle de 1 à 5" },
    few: `non montré (moins de ${SMALLEST_BREAKDOWN} réponses)`,
  },
  en: {
    header: ["number", "question", "kind", "answer", "count", "share", "people_who_answered"],
    kinds: { one: "one choice", several: "several choices", scale: "scale from 1 to 5" },
    few: `not shown (fewer than ${SMALLEST_BREAKDOWN} answers)`,
  },
} as const;
