import { type Area, areaSquareMetres } from "../../geodata/geometry/polygon.ts";
import type { ZoneFigures } from "./score-zones.ts";

/** How compact zones are: each, null without an outline, and the mean of those that have one. */
export function zonesCompactness(
  outlines: readonly (Area | null)[],
  figures: readonly Pick<ZoneFigures, "spreadMetres">[],
): { readonly ofZones: readonly (number | null)[]; readonly mean: number | null } {
  const ofZones = outlines.map((outline, zone) => compactnessOf(outline, figures[zone]?.spreadMetres ?? 0));
  const known = ofZones.filter((share) => share !== null);
  return { ofZones, mean: known.length > 0 ? known.reduce((sum, share) => sum + share, 0) / known.length : null };
}

/** The spread that an even disc of the same ground would have, over the spread of the zone's doors. At most 1. */
function compactnessOf(outline: Area | null, spreadMetres: number): number | null {
  if (!outline) return null;
  const discMetres = Math.sqrt(areaSquareMetres(outline) / (2 * Math.PI));
  return spreadMetres > 0 ? Math.min(1, discMetres / spreadMetres) : 1;
}
