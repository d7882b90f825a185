import { statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { retitleTerritory } from "../../geodata/territory/retitle-territory.ts";
import type { TerritorySummary } from "../../geodata/territory/territory.ts";
import type { ChoiceStore } from "../campaign/choice-store.ts";
import type { TerritoryHoldings } from "../contract/imports.ts";
import { Refusal } from "../contract/refusal.ts";
import type { PlanStore } from "../plans/plan-store.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";
import { importOfTerritory } from "./change-import.ts";
import { isBuilding } from "./import-record.ts";
import type { ImportStore } from "./import-store.ts";
import { whileBuilding } from "./import-words.ts";

export interface UpkeepDeps {
  readonly library: Pick<TerritoryLibrary, "path">;
  readonly imports: ImportStore;
  readonly plans: Pick<PlanStore, "list">;
  readonly choices: Pick<ChoiceStore, "list">;
}

const MOST_COUNTED = 1000;

/** What hangs on a territory. Throws Refusal "nothing-found". */
export async function territoryHoldings(
  name: string,
  { library, imports, plans, choices }: UpkeepDeps,
): Promise<TerritoryHoldings> {
  const path = library.path(name);
  const made = await plans.list(name);
  const source = importOfTerritory(name, imports);
  return {
    plans: made.length,
    runningPlans: made.filter(({ status }) => status === "running").length,
    choiceVersions: (await choices.list(name, MOST_COUNTED)).length,
    bytes: statSync(path).size,
    importId: source?.id ?? null,
    importBytes: source?.files.reduce((sum, file) => sum + file.bytes, 0) ?? 0,
  };
}

/** Another title; the name in addresses stays. Throws Refusal "nothing-found", "build-running". */
export async function renameTerritory(
  name: string,
  title: string,
  { library, imports }: UpkeepDeps,
): Promise<TerritorySummary> {
  const path = library.path(name);
  refuseWhileBuilt(name, imports);
  const summary = await inTurn(path, () => retitleTerritory(path, title));
  const source = importOfTerritory(name, imports);
  if (source !== null) imports.save({ ...source, options: { ...source.options, title } });
  return summary;
}

/**
 * Takes a territory and the files it was built from away. Plans and choices are what people wrote: they stay in the
 * campaign, and are there again when a territory of that name is. Throws Refusal "nothing-found", "build-running", and
 * "plans-running" while one is being made.
 */
export async function deleteTerritory(name: string, deps: UpkeepDeps): Promise<void> {
  const { runningPlans, importId } = await territoryHoldings(name, deps);
  refuseWhileBuilt(name, deps.imports);
  if (runningPlans > 0) throw plansRunning(runningPlans);
  await rm(deps.library.path(name));
  if (importId !== null) await deps.imports.remove(importId);
}

const turns = new Map<string, Promise<unknown>>();

/** One after the other for a file: they write their copies to the same place. */
function inTurn<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const mine = (turns.get(path) ?? Promise.resolve()).then(work, work);
  turns.set(path, mine);
  const forget = () => {
    if (turns.get(path) === mine) turns.delete(path);
  };
  mine.then(forget, forget);
  return mine;
}

function refuseWhileBuilt(name: string, imports: ImportStore): void {
  const isBuilt = imports.list().some((record) => isBuilding(record) && record.build?.territoryName === name);
  if (isBuilt) throw whileBuilding();
}

function plansRunning(count: number): Refusal {
  return new Refusal(
    "plans-running",
    {
      fr:
        count === 1
          ? "Un plan est en cours de calcul sur ce territoire : attendez sa fin ou annulez-le, puis supprimez."
          : `${count} plans sont en cours de calcul sur ce territoire : attendez leur fin ou annulez-les, puis supprimez.`,
      en:
        count === 1
          ? "A plan is being made on this territory: wait until it ends or cancel it, then delete."
          : `${count} plans are being made on this territory: wait until they end or cancel them, then delete.`,
    },
    409,
  );
}
