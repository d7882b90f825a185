import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { KeptChoice } from "../contract/choice-versions.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";
import type { Workers } from "../work/create-workers.ts";
import type { PackedJson } from "../work/packed-json.ts";
import type { ChoiceStore } from "./choice-store.ts";

export interface ChoiceDeps {
  readonly library: Pick<TerritoryLibrary, "path">;
  readonly workers: Pick<Workers, "read">;
  readonly choices: ChoiceStore;
}

const unpack = promisify(gunzip);

/** What the campaign chose for a territory, else the choice to start from. Throws Refusal "nothing-found". */
export async function campaignChoice(territoryName: string, deps: ChoiceDeps): Promise<KeptChoice> {
  const path = deps.library.path(territoryName);
  const chosen = await deps.choices.latest(territoryName);
  if (chosen) return chosen;
  const choice = await readPacked(await deps.workers.read("defaultChoice", path, null));
  return { ...choice, version: 0, savedAt: null };
}

/** For small answers only: this reads the text on the calling thread. */
async function readPacked<Shape>(packed: PackedJson<Shape>): Promise<Shape> {
  return JSON.parse((await unpack(packed.gzip)).toString("utf8")) as Shape;
}
