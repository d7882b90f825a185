import type { ContourSet } from "../crosswalk/join-to-contours.ts";
import type { StationContour } from "../readers/station-contours-reader.ts";
import { communeKey, stationKey } from "../readers/station-key.ts";

/** The contours of one vintage, from one file or several (one per department). */
export interface VintageContours extends ContourSet {
  readonly contours: readonly (StationContour & { readonly communeCode: string })[];
}

/**
 * Groups contours by vintage, earliest first; contours of no known year come last, as the newest. A contour that names
 * no commune is given `onlyCommune`; without it, it cannot be joined to anything and keeps an empty code.
 */
export function contourSets(
  files: readonly { readonly vintage: number | null; readonly contours: readonly StationContour[] }[],
  onlyCommune: string | null,
): VintageContours[] {
  const vintages = [...new Set(files.map((file) => file.vintage))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return vintages.map((vintage) => {
    const seen = new Map<string, number>();
    const contours: (StationContour & { readonly communeCode: string })[] = [];
    for (const contour of files.filter((file) => file.vintage === vintage).flatMap((file) => file.contours)) {
      const communeCode = contour.communeCode ?? onlyCommune ?? "";
      const key = stationKey(communeCode, contour.number);
      if (seen.has(key)) continue;
      seen.set(key, contours.length);
      const id = contour.communeCode === null && communeCode !== "" ? `${communeCode}_${contour.number}` : contour.id;
      contours.push({ ...contour, id, communeCode });
    }
    const communes = new Set(contours.map(({ communeCode }) => communeKey(communeCode)));
    return { vintage, contours, indexOfKey: seen, communes };
  });
}
