import { openTerritory } from "../geodata/territory/open-territory.ts";
import type { Territory } from "../geodata/territory/territory.ts";
import { findTerritory, listTerritories } from "../geodata/territory/territory-folder.ts";
import { Refusal } from "../server/contract/refusal.ts";

/** Opens the territory that a command names. Throws Refusal "nothing-found" when there is none of that name. */
export function openNamedTerritory(name: string): Territory {
  const path = findTerritory(name);
  if (path !== null) return openTerritory(path);
  const names = listTerritories();
  throw new Refusal(
    "nothing-found",
    {
      fr: `Il n'y a pas de territoire « ${name} ». ${names.length > 0 ? `Il y a : ${names.join(", ")}.` : "Il n'y en a encore aucun."}`,
      en: `There is no territory "${name}". ${names.length > 0 ? `There are: ${names.join(", ")}.` : "There is none yet: `npm run arpent -- territory demo` makes one."}`,
    },
    404,
  );
}
