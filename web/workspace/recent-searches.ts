import * as v from "valibot";
import { forget, remember, remembered } from "../design/remembered.ts";

const MOST_KEPT = 6;
const Kept = v.array(v.pipe(v.string(), v.maxLength(200)));

/** What was looked for last, latest first. An address may say where somebody lives: it is kept on this device alone. */
export function recentSearches(territoryName: string): readonly string[] {
  try {
    const parsed = v.safeParse(Kept, JSON.parse(remembered(keyOf(territoryName)) ?? "[]"));
    return parsed.success ? parsed.output.slice(0, MOST_KEPT) : [];
  } catch {
    // Written by nobody we know: as good as nothing.
    return [];
  }
}

export function keepSearch(territoryName: string, label: string): void {
  const kept = [label, ...recentSearches(territoryName).filter((one) => one !== label)].slice(0, MOST_KEPT);
  remember(keyOf(territoryName), JSON.stringify(kept));
}

export function forgetSearches(territoryName: string): void {
  forget(keyOf(territoryName));
}

function keyOf(territoryName: string): string {
  return `searches.${territoryName}`;
}
