import type { Territory } from "../../geodata/territory/territory.ts";
import { Refusal } from "../contract/refusal.ts";
import { createTerritoryShelf } from "./territory-shelf.ts";

/** Where territory files lie. */
export interface TerritoryFolder {
  names(): readonly string[];
  /** Path of an existing territory; null when there is none of that name or it cannot be a name. */
  find(name: string): string | null;
}

/** The territories that this server shows. */
export interface TerritoryLibrary {
  names(): readonly string[];
  /** Path of the territory's file. Throws Refusal "nothing-found". */
  path(name: string): string;
  /** To be used at once, never kept. Throws Refusal "nothing-found", or UnusableFile when the file is damaged. */
  open(name: string): Territory;
  close(): void;
}

/** Open files at once: the rest are opened again when asked for. */
const OPEN_AT_ONCE = 32;

export function createTerritoryLibrary(folder: TerritoryFolder): TerritoryLibrary {
  const shelf = createTerritoryShelf(OPEN_AT_ONCE);
  function path(name: string): string {
    const found = folder.find(name);
    if (found === null) throw unknownTerritory(name, folder.names());
    return found;
  }
  return {
    names: () => folder.names(),
    path,
    open: (name) => shelf.open(path(name)),
    close: () => shelf.close(),
  };
}

function unknownTerritory(name: string, known: readonly string[]): Refusal {
  const shown = name.slice(0, 60);
  const names = known.slice(0, 20).join(", ");
  return new Refusal(
    "nothing-found",
    {
      fr: `Il n’y a pas de territoire « ${shown} ». ${known.length > 0 ? `Il y a : ${names}.` : "Il n’y en a encore aucun."}`,
      en: `There is no territory “${shown}”. ${known.length > 0 ? `There are: ${names}.` : "There is none yet."}`,
    },
    404,
  );
}
