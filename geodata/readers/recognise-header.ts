import { foldTitle } from "./fold-header.ts";
import { pointTableLayoutOf } from "./point-table-layout.ts";
import { resultLayoutOf } from "./result-columns.ts";

export interface RecognisedTable {
  readonly role: "results" | "addresses" | "census" | null;
  readonly format:
    | "data-gouv-general"
    | "data-gouv-candidates"
    | "ministry-numbered-blocks"
    | "ministry-repeated-block"
    | "station-points"
    | "ban"
    | "reu"
    | "filosofi"
    | "insee-iris";
}

const BAN_TITLES = ["numero", "nom voie", "code insee", "lon", "lat"];
const REU_TITLES = ["id brut bv reu", "longitude", "latitude"];
const AREA_TITLES = ["iris", "cod iris", "code iris", "dcomiris", "dciris"];

/** What a table is, by the titles of its columns; null when no reader knows it. */
export function recogniseHeader(header: readonly string[]): RecognisedTable | null {
  const titles = header.map(foldTitle);
  const holds = (wanted: readonly string[]): boolean => wanted.every((title) => titles.includes(title));
  const results = resultLayoutOf(header);
  if (results !== null) return { role: "results", format: results.format };
  if (pointTableLayoutOf(header, "") !== null) return { role: null, format: "station-points" };
  if (holds(BAN_TITLES)) return { role: "addresses", format: "ban" };
  if (holds(REU_TITLES)) return { role: "addresses", format: "reu" };
  if (AREA_TITLES.includes(titles[0] ?? "")) {
    return { role: "census", format: titles.some((title) => title.startsWith("disp ")) ? "filosofi" : "insee-iris" };
  }
  return null;
}

/** Where the census area stands in a header; -1 when there is none. */
export function areaColumnOf(header: readonly string[]): number {
  return header.map(foldTitle).findIndex((title) => AREA_TITLES.includes(title));
}
