import { indexAreas } from "../geometry/area-index.ts";
import { type Area, areaSquareMetres, boxOfArea } from "../geometry/polygon.ts";
import { overlapSquareMetres } from "./area-overlap.ts";

/** What one source area gives to one target area. */
export interface Overlap {
  readonly source: number;
  readonly target: number;
  readonly squareMetres: number;
  /** Of the source, 0 to 1. */
  readonly shareOfSource: number;
  /** Of the target, 0 to 1. */
  readonly shareOfTarget: number;
}

/** Every pair of areas that share ground, source by source. */
export function arealOverlaps(sources: readonly Area[], targets: readonly Area[]): Overlap[] {
  const index = indexAreas(targets);
  const targetSizes = targets.map(areaSquareMetres);
  return sources.flatMap((area, source) => {
    const size = areaSquareMetres(area);
    return index.areasNear(boxOfArea(area)).flatMap((target) => {
      const other = targets[target];
      const squareMetres = other === undefined ? 0 : overlapSquareMetres(area, other);
      if (squareMetres <= 0 || size <= 0) return [];
      const shareOfSource = Math.min(1, squareMetres / size);
      const shareOfTarget = Math.min(1, squareMetres / Math.max(targetSizes[target] ?? 0, squareMetres));
      return [{ source, target, squareMetres, shareOfSource, shareOfTarget }];
    });
  });
}

/**
 * Counts carried from source areas to target areas, each source spread evenly over its ground (areal interpolation
 * of extensive variables, Goodchild & Lam 1980). `counts[source]` → result `[target]`.
 */
export function carryCountsByArea(overlaps: readonly Overlap[], counts: readonly number[], targets: number): number[] {
  const carried = new Array<number>(targets).fill(0);
  for (const { source, target, shareOfSource } of overlaps) {
    carried[target] = (carried[target] ?? 0) + shareOfSource * (counts[source] ?? 0);
  }
  return carried;
}
