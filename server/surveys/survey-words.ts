import { Refusal, type Sentence } from "../contract/refusal.ts";
import { SURVEY_BOUNDS, type SurveyFault, type SurveyFaultKind } from "../contract/survey.ts";

/** A survey that cannot be asked, and why. */
export function invalidSurvey({ kind, question }: SurveyFault): Refusal {
  const { fr, en } = FAULTS[kind];
  if (question === null) return new Refusal("invalid-survey", { fr, en });
  const sentence = { fr: `Question ${question + 1} : ${fr}`, en: `Question ${question + 1}: ${en}` };
  return new Refusal("invalid-survey", sentence);
}

export function fixedSurvey(): Refusal {
  return new Refusal(
    "survey-fixed",
    {
      fr: "Quelqu’un a déjà répondu à ce questionnaire : ses mots ne changent plus, pour que toutes les réponses soient à la même question.",
      en: "Somebody has answered this survey: its words do not change any more, so that all answers are to the same question.",
    },
    409,
  );
}

export function noSurvey(): Refusal {
  return new Refusal(
    "nothing-found",
    { fr: "Cette sortie n’a pas de questionnaire.", en: "This outing has no survey." },
    404,
  );
}

const FAULTS: Readonly<Record<SurveyFaultKind, Sentence>> = {
  "no-title": { fr: "Donnez un titre au questionnaire.", en: "Give the survey a title." },
  "title-too-long": {
    fr: `Le titre a plus de ${SURVEY_BOUNDS.titleLetters} caractères.`,
    en: `The title has more than ${SURVEY_BOUNDS.titleLetters} letters.`,
  },
  "no-questions": { fr: "Le questionnaire n’a aucune question.", en: "The survey has no question." },
  "too-many-questions": {
    fr: `${SURVEY_BOUNDS.questions} questions au plus : personne ne répond à davantage sur un palier.`,
    en: `${SURVEY_BOUNDS.questions} questions at most: nobody answers more of them at the door.`,
  },
  "no-text": { fr: "elle n’a pas de texte.", en: "it has no words." },
  "text-too-long": {
    fr: `elle a plus de ${SURVEY_BOUNDS.questionLetters} caractères.`,
    en: `it has more than ${SURVEY_BOUNDS.questionLetters} letters.`,
  },
  "too-few-choices": { fr: "il faut au moins deux réponses possibles.", en: "there must be two choices at least." },
  "too-many-choices": {
    fr: `${SURVEY_BOUNDS.choices} réponses possibles au plus.`,
    en: `${SURVEY_BOUNDS.choices} choices at most.`,
  },
  "empty-choice": { fr: "une réponse possible est vide.", en: "a choice is empty." },
  "choice-too-long": {
    fr: `une réponse possible a plus de ${SURVEY_BOUNDS.choiceLetters} caractères.`,
    en: `a choice has more than ${SURVEY_BOUNDS.choiceLetters} letters.`,
  },
  "same-choice": { fr: "deux réponses possibles sont les mêmes.", en: "two choices are the same." },
  "end-too-long": {
    fr: `les mots d’un bout de l’échelle ont plus de ${SURVEY_BOUNDS.endLetters} caractères.`,
    en: `the words at one end of the scale have more than ${SURVEY_BOUNDS.endLetters} letters.`,
  },
  "same-id": {
    fr: "Deux questions ou deux réponses ont le même identifiant.",
    en: "Two questions or two choices have the same id.",
  },
};
