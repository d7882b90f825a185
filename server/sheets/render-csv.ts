import { type CsvCell, csvText } from "../contract/csv-text.ts";
import type { Language, PlanRoute } from "../contract/plan.ts";
import { SHEET_WORDS, sideWords } from "./sheet-words.ts";

/** One row per stop, in walking order, for spreadsheets. */
export function renderCsv({
  routes,
  language,
}: {
  readonly routes: readonly PlanRoute[];
  readonly language: Language;
}): string {
  return csvText(
    SHEET_WORDS[language].headings,
    routes.flatMap((route) => stopRows(route, language)),
  );
}

function stopRows(route: PlanRoute, language: Language): readonly (readonly CsvCell[])[] {
  return route.stops.map((stop, index) => [
    route.id,
    index + 1,
    Math.round(stop.arrivalSeconds / 60),
    stop.number,
    stop.street,
    sideWords(stop.side, language),
    stop.doors,
    stop.floors ?? null,
    stop.neverAskedDoors ?? 0,
    stop.address,
    stop.stationId,
    stop.position[0],
    stop.position[1],
  ]);
}
