import type { DrawnZoneFigures } from "../../server/contract/drawn-zones.ts";

type Part = DrawnZoneFigures["parts"][number];

/**
 * Parts of a zone away from its largest that could hang together with another zone, most doors first. Without those
 * that no way on foot leads to: nobody can mend these by drawing.
 */
export function looseParts(figures: Pick<DrawnZoneFigures, "parts"> | null): readonly Part[] {
  return (figures?.parts ?? []).slice(1).filter(({ isIsland }) => !isIsland);
}
