import type { Sentence } from "./refusal.ts";

/**
 * One of the first few of what is counted: a sentence, or a name that is the same in both languages. Territories of
 * earlier versions hold sentences in English alone.
 */
export type Example = string | Sentence;

export function exampleIn(language: keyof Sentence, example: Example): string {
  return typeof example === "string" ? example : example[language];
}
