import type { Territory } from "../../geodata/territory/territory.ts";
import type { SearchResponse } from "../contract/territories.ts";

/** Of each kind. */
const MOST_HITS = 6;

export function searchTerritory(
  territory: Pick<Territory, "search">,
  { text }: { readonly text: string },
): SearchResponse {
  return { hits: territory.search(text, MOST_HITS) };
}
