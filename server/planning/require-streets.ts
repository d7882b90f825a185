import type { Territory } from "../../geodata/territory/territory.ts";
import { Refusal } from "../contract/refusal.ts";

/** Throws Refusal "no-streets" where nobody can walk: the territory was built without a map of streets. */
export function requireStreets(territory: Pick<Territory, "streetGraph" | "summary">): void {
  if (territory.streetGraph().pieceCount > 0) return;
  const { title } = territory.summary;
  throw new Refusal("no-streets", {
    fr: `« ${title} » n’a pas de rues : tournées, secteurs et temps de marche demandent un territoire construit avec un extrait OpenStreetMap.`,
    en: `“${title}” has no streets: routes, zones and walking times need a territory built with an OpenStreetMap extract.`,
  });
}
