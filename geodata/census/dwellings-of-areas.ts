import type { CensusArea } from "../readers/census-areas-reader.ts";
import type { CensusTable } from "../readers/census-table-reader.ts";

/** Main residences, then all dwellings, in Insee's dwellings tables: P21_RP, P21_LOG. The newest year first. */
const COLUMNS = [/^[CP]\d\d_RP$/, /^[CP]\d\d_LOG$/];

/** Dwellings of each census area; null where no table counts them or the count is suppressed. */
export function dwellingsOfAreas(areas: readonly CensusArea[], tables: readonly CensusTable[]): (number | null)[] {
  const dwellings = new Map<string, number>();
  for (const pattern of COLUMNS.toReversed()) {
    for (const { indicators, rows } of tables) {
      const column = newestColumn(
        indicators.map((indicator) => indicator.id),
        pattern,
      );
      if (column === null) continue;
      for (const { areaId, values } of rows) {
        const value = values[column];
        if (typeof value === "number") dwellings.set(areaId, value);
      }
    }
  }
  return areas.map((area) => dwellings.get(area.id) ?? null);
}

function newestColumn(ids: readonly string[], pattern: RegExp): number | null {
  const matching = ids.filter((id) => pattern.test(id)).sort();
  const newest = matching.at(-1);
  return newest === undefined ? null : ids.indexOf(newest);
}
