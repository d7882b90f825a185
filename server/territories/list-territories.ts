import { UnusableFile } from "../../geodata/readers/source-rows.ts";
import type { TerritorySummary } from "../../geodata/territory/territory.ts";
import type { Language } from "../contract/plan.ts";
import type { Problem } from "../contract/problem.ts";
import { describeError, type FaultLog } from "../http/problem-response.ts";
import type { TerritoryLibrary } from "./territory-library.ts";

export interface TerritoryList {
  readonly territories: readonly TerritorySummary[];
  /** Files that cannot be opened: the others go on. */
  readonly problems: readonly { readonly name: string; readonly problem: Problem["error"] }[];
}

/** Every territory that can be opened, by title, and every one that cannot, with the reason. */
export function listTerritories(library: TerritoryLibrary, language: Language, log: FaultLog): TerritoryList {
  const territories: TerritorySummary[] = [];
  const problems: TerritoryList["problems"][number][] = [];
  for (const name of library.names()) {
    try {
      territories.push(library.open(name).summary);
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error;
      const { code, sentence } = describeError(error, log);
      problems.push({ name, problem: { code, message: sentence[language] } });
    }
  }
  territories.sort((a, b) => a.title.localeCompare(b.title, "fr"));
  return { territories, problems };
}
