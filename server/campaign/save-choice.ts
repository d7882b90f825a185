import { type ChoiceSave, choiceAlone, type KeptChoice, sameChoice } from "../contract/choice-versions.ts";
import { Refusal } from "../contract/refusal.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";
import type { ChoiceStore, NewChoice } from "./choice-store.ts";

export interface SaveDeps {
  readonly library: Pick<TerritoryLibrary, "path">;
  readonly choices: ChoiceStore;
  readonly now: () => Date;
}

/** Edits of one person that follow each other by less are one version… */
const PAUSE_MILLISECONDS = 5 * 60_000;
/** …as long as the first of them is not older. */
const BURST_MILLISECONDS = 30 * 60_000;
/** Times that a save which is based on nothing tries to come right after the latest. */
const MOST_TRIES = 5;

/**
 * Keeps the campaign's choice of sides for a territory, as a version of its own or, for quick edits of one editor, in
 * the place of the one before. A choice that says what the latest says is that one.
 * Throws Refusal "nothing-found", and "choice-changed" when it is based on another version than the latest.
 */
export async function saveChoice(territoryName: string, save: ChoiceSave, deps: SaveDeps): Promise<KeptChoice> {
  const { basedOn, editor = null, kind = "edit" } = save;
  return keepChoice({ territoryName, choice: choiceAlone(save), kind, restoredFrom: null, editor, basedOn }, deps);
}

type Handed = Omit<NewChoice, "basedOn" | "at"> & { readonly basedOn: number | undefined };

/** The same for a choice of any kind. */
export async function keepChoice(handed: Handed, deps: SaveDeps): Promise<KeptChoice> {
  deps.library.path(handed.territoryName);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const latest = await deps.choices.latest(handed.territoryName);
    const basedOn = handed.basedOn ?? latest?.version ?? 0;
    if (basedOn === (latest?.version ?? 0)) {
      if (latest && sameChoice(latest, handed.choice)) return latest;
      const at = deps.now();
      const added = { ...handed, basedOn, at };
      if ((await amended(added, deps)) || (await deps.choices.append(added))) {
        return { ...handed.choice, version: basedOn + 1, savedAt: at.toISOString() };
      }
    }
    if (handed.basedOn !== undefined) break;
  }
  throw await outdated(handed.territoryName, deps);
}

async function amended(edit: NewChoice, { choices }: SaveDeps): Promise<boolean> {
  if (edit.kind !== "edit" || edit.editor === null) return false;
  return choices.amend(edit, {
    savedAfter: new Date(edit.at.getTime() - PAUSE_MILLISECONDS),
    begunAfter: new Date(edit.at.getTime() - BURST_MILLISECONDS),
  });
}

async function outdated(territoryName: string, { choices }: SaveDeps): Promise<Refusal> {
  const latest = await choices.latest(territoryName);
  const name = latest?.name.trim() ?? "";
  return new Refusal(
    "choice-changed",
    {
      fr: `Quelqu’un d’autre a enregistré un choix entre-temps${name === "" ? "" : ` (« ${name} »)`}. Rien n’a été remplacé : regardez sa version, puis prenez-la ou gardez la vôtre.`,
      en: `Somebody else saved a choice meanwhile${name === "" ? "" : ` (“${name}”)`}. Nothing was replaced: look at their version, then take it or keep yours.`,
    },
    409,
  );
}
