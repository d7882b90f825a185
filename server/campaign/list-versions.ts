import type { ChoiceVersionsResponse } from "../contract/choice-versions.ts";
import type { SaveDeps } from "./save-choice.ts";

const MOST_VERSIONS = 200;

/** The saved choices of a territory, latest first. Throws Refusal "nothing-found". */
export async function listVersions(
  territoryName: string,
  { library, choices }: Pick<SaveDeps, "library" | "choices">,
): Promise<ChoiceVersionsResponse> {
  library.path(territoryName);
  return { versions: await choices.list(territoryName, MOST_VERSIONS) };
}
