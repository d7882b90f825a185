import type { Candidate, Territory } from "../territory/territory.ts";
import { type FamilySuggestion, nameKey, suggestFamily } from "./families.ts";
import { familiesByVotes } from "./families-by-votes.ts";
import { voteTables } from "./vote-table.ts";

export type SuggestingTerritory = Pick<Territory, "stations" | "elections" | "candidates" | "results">;

const suggestionsOf = new WeakMap<SuggestingTerritory, ReadonlyMap<string, FamilySuggestion>>();

/**
 * Suggestions for every candidate of a territory, by candidate id; made once per opened territory. What nuances, names
 * and lists say comes first; then what is known of the same name at the election nearest in time; then where the
 * votes are; and once more the same name, for run-offs of those.
 */
export function suggestFamilies(territory: SuggestingTerritory): ReadonlyMap<string, FamilySuggestion> {
  const known = suggestionsOf.get(territory);
  if (known) return known;
  const candidates = territory.elections().flatMap(({ id }) => territory.candidates(id));
  const suggestions = new Map<string, FamilySuggestion>();
  for (const candidate of candidates) {
    const suggestion = suggestFamily(candidate);
    if (suggestion) suggestions.set(candidate.id, suggestion);
  }
  followNames(territory, candidates, suggestions);
  const byVotes = familiesByVotes(voteTables(territory), ({ id }) => suggestions.get(id)?.family ?? null);
  for (const [id, { family, share, comparedWith }] of byVotes) {
    suggestions.set(id, { family, reason: "votes", source: comparedWith, share });
  }
  followNames(territory, candidates, suggestions);
  suggestionsOf.set(territory, suggestions);
  return suggestions;
}

/** Gives who has no suggestion the family that the same name has at the election nearest in time. */
function followNames(
  territory: Pick<Territory, "elections">,
  candidates: readonly Candidate[],
  suggestions: Map<string, FamilySuggestion>,
): void {
  const yearOf = new Map(territory.elections().map(({ id, year }) => [id, year] as const));
  const namesakes = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const family = suggestions.get(candidate.id)?.family;
    if (family === undefined || family === "other") continue;
    const key = nameKey(candidate.name);
    const list = namesakes.get(key);
    if (list) list.push(candidate);
    else namesakes.set(key, [candidate]);
  }
  for (const candidate of candidates) {
    const key = nameKey(candidate.name);
    // A name of one word is as good as none.
    if (suggestions.has(candidate.id) || !key.includes(" ")) continue;
    const apart = (other: Candidate) =>
      Math.abs((yearOf.get(other.electionId) ?? 0) - (yearOf.get(candidate.electionId) ?? 0));
    const [nearest] = (namesakes.get(key) ?? []).toSorted((a, b) => apart(a) - apart(b));
    const family = nearest && suggestions.get(nearest.id)?.family;
    if (nearest && family) {
      suggestions.set(candidate.id, { family, reason: "elsewhere", source: nearest.electionId });
    }
  }
}
