import type { Language } from "../contract/plan.ts";

/** Forms in which routes leave the program. Known without loading what draws them. */
export const SHEET_FORMATS = ["pdf", "gpx", "csv", "geojson"] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

export const SHEET_MEDIA_TYPES: Readonly<Record<SheetFormat, string>> = {
  pdf: "application/pdf",
  gpx: "application/gpx+xml",
  csv: "text/csv; charset=utf-8",
  geojson: "application/geo+json",
};

/** "tournee-3.pdf" or "tournees.pdf": what a browser or a folder shows. */
export function sheetFileName(routeId: string | null, format: SheetFormat, language: Language): string {
  const word = language === "fr" ? "tournee" : "route";
  return routeId === null ? `${word}s.${format}` : `${word}-${routeId.replace(/[^\w-]/g, "_")}.${format}`;
}
