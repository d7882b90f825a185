import type { CampChoice } from "../contract/scores.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";
import type { ChoiceStore } from "./choice-store.ts";

/** Keeps the campaign's choice of sides for a territory. Throws Refusal "nothing-found". */
export async function saveChoice(
  territoryName: string,
  choice: CampChoice,
  deps: {
    readonly library: Pick<TerritoryLibrary, "path">;
    readonly choices: ChoiceStore;
    readonly now: () => Date;
  },
): Promise<CampChoice> {
  deps.library.path(territoryName);
  await deps.choices.save(territoryName, choice, deps.now());
  return choice;
}
