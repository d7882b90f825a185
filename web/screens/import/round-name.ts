import type { ElectionType } from "../../../server/contract/territories.ts";
import { electionName } from "../../i18n/election-words.ts";
import type { Translate } from "../../i18n/language.tsx";

const TYPES: Readonly<Record<string, ElectionType>> = {
  pres: "presidential",
  legi: "legislative",
  euro: "european",
  muni: "municipal",
  regi: "regional",
  dpmt: "departmental",
  cant: "departmental",
  refe: "referendum",
  referendum: "referendum",
};

/** "Présidentielle 2022, 1er tour" for "2022_pres_t1"; an id of another kind as it is. */
export function roundName(t: Translate, id: string): string {
  const [year = "", word = "", round = ""] = id.split("_");
  const type = TYPES[word];
  if (type === undefined) return id;
  return electionName(t, { type, year: Number(year), round: Number(round.slice(1)) });
}
