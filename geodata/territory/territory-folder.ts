import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { UnusableFile } from "../readers/source-rows.ts";

const TERRITORY_EXTENSION = ".territory";
const NAME_PATTERN = /^[a-z0-9-]{1,60}$/;

/** Where Arpent keeps its files: $ARPENT_HOME, or `.arpent` in the repository. */
export function arpentHome(): string {
  const chosen = process.env.ARPENT_HOME;
  return chosen !== undefined && chosen !== "" ? chosen : fileURLToPath(new URL("../../.arpent", import.meta.url));
}

/** The folder of territory files, made when missing. */
export function territoriesFolder(): string {
  const folder = join(arpentHome(), "territories");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Path of a territory's file, whether it exists or not. Throws UnusableFile when `name` cannot name a territory. */
export function territoryPath(name: string): string {
  return join(territoriesFolder(), `${checkedTerritoryName(name)}${TERRITORY_EXTENSION}`);
}

/** Path of an existing territory, null when there is none of that name or it cannot be a name. */
export function findTerritory(name: string): string | null {
  if (!isTerritoryName(name)) return null;
  const path = territoryPath(name);
  return existsSync(path) ? path : null;
}

/** Takes a territory's file away. False when there is none of that name. */
export function removeTerritory(name: string): boolean {
  const path = findTerritory(name);
  if (path === null) return false;
  rmSync(path);
  return true;
}

/** Names of the territories in the folder, in alphabetical order. */
export function listTerritories(): string[] {
  return readdirSync(territoriesFolder(), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(TERRITORY_EXTENSION))
    .map((entry) => entry.name.slice(0, -TERRITORY_EXTENSION.length))
    .filter(isTerritoryName)
    .sort();
}

function isTerritoryName(name: string): boolean {
  return NAME_PATTERN.test(name);
}

/** The name itself. Throws UnusableFile when it holds anything but lower-case letters, digits and hyphens. */
function checkedTerritoryName(name: string): string {
  if (isTerritoryName(name)) return name;
  throw new UnusableFile(JSON.stringify(name.slice(0, 80)), {
    fr: "n’est pas un nom de territoire ; il faut 1 à 60 minuscules, chiffres ou traits d’union, comme paris-republique",
    en: "is not a territory name: expected 1 to 60 lower-case letters, digits or hyphens, e.g. paris-republique",
  });
}
