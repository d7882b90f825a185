import { type ChoiceRestore, choiceAlone, type KeptChoice } from "../contract/choice-versions.ts";
import { Refusal } from "../contract/refusal.ts";
import { keepChoice, type SaveDeps } from "./save-choice.ts";

/** A version as it was. Throws Refusal "nothing-found". */
export async function choiceVersion(
  territoryName: string,
  version: string,
  { library, choices }: Pick<SaveDeps, "library" | "choices">,
): Promise<KeptChoice> {
  library.path(territoryName);
  const stored = /^\d{1,9}$/.test(version) ? await choices.find(territoryName, Number(version)) : null;
  if (stored) return stored;
  throw new Refusal(
    "nothing-found",
    {
      fr: `Il n’y a pas de version ${version} du choix de ce territoire.`,
      en: `There is no version ${version} of this territory's choice.`,
    },
    404,
  );
}

/** Takes an earlier version up again, as a new one. Throws Refusal "nothing-found" and "choice-changed". */
export async function restoreChoice(
  territoryName: string,
  version: string,
  { basedOn, editor }: ChoiceRestore,
  deps: SaveDeps,
): Promise<KeptChoice> {
  const from = await choiceVersion(territoryName, version, deps);
  return keepChoice(
    {
      territoryName,
      choice: choiceAlone(from),
      kind: "restored",
      restoredFrom: from.version,
      editor: editor ?? null,
      basedOn,
    },
    deps,
  );
}
