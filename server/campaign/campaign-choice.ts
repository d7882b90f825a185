import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { CampChoice } from "../contract/scores.ts";
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
export async function campaignChoice(territoryName: string, deps: ChoiceDeps): Promise<CampChoice> {
  const path = deps.library.path(territoryName);
  const chosen = await deps.choices.find(territoryName);
  return chosen ?? readPacked(await deps.workers.read("defaultChoice", path, null));
}

/** For small answers only: this reads the text on the calling thread. */
async function readPacked<Shape>(packed: PackedJson<Shape>): Promise<Shape> {
  return JSON.parse((await unpack(packed.gzip)).toString("utf8")) as Shape;
}
