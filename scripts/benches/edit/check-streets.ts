import { requireStreets } from "../../../server/planning/require-streets.ts";
import { openNamedTerritory } from "../../open-named-territory.ts";

/** Throws Refusal "nothing-found" when the territory is not built, "no-streets" when there is no street to walk. */
export function checkStreets(name: string): void {
  const territory = openNamedTerritory(name);
  try {
    requireStreets(territory);
  } finally {
    territory.close();
  }
}
