import { type Example, exampleIn } from "../../../server/contract/example.ts";

/** A report as JSON. Examples are sentences in English, as whoever reads this output has always had them. */
export function englishJson(report: unknown): string {
  return JSON.stringify(report, inEnglish, 2);
}

function inEnglish(key: string, value: unknown): unknown {
  if (key !== "examples" || !Array.isArray(value)) return value;
  return value.map((example: Example) => exampleIn("en", example));
}
