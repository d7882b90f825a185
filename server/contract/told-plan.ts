import type { Language, Plan, PlanRoute } from "./plan.ts";
import type { Sentence } from "./refusal.ts";

/** Words of a plan, and the language that they are in: a plan that was stored with one language is told in that. */
export interface Told {
  readonly words: string;
  /** Null: in the reader's. */
  readonly language: Language | null;
}

/** Where a route begins, as far as it can be told in the reader's language. */
export function tellStart({ startReason, startSentence }: PlanRoute, madeIn: Language, reader: Language): Told {
  return startSentence ? { words: startSentence[reader], language: null } : toldIn(madeIn, startReason, reader);
}

/** What an organizer should know of a plan, as far as it can be told in the reader's language. */
export function tellWarnings({ warnings, warningSentences, request }: Plan, reader: Language): readonly Told[] {
  return (
    warningSentences?.map((sentence) => ({ words: sentence[reader], language: null })) ??
    warnings.map((words) => toldIn(request.language, words, reader))
  );
}

/** Where a route begins, in both languages: what is stored with one is the same in the other. */
export function startSentenceOf({ startReason, startSentence }: PlanRoute): Sentence {
  return startSentence ?? { fr: startReason, en: startReason };
}

function toldIn(language: Language, words: string, reader: Language): Told {
  return { words, language: language === reader ? null : language };
}
