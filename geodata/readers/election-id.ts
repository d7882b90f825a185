import { basename } from "node:path";
import type { ElectionType } from "../territory/territory.ts";

/** What the id of a round says, e.g. "2024_legi_t1". */
export interface ElectionName {
  readonly id: string;
  readonly type: ElectionType;
  readonly year: number;
  /** 1 or 2. */
  readonly round: number;
}

/** Words of data.gouv.fr for the types of election ("cant" is what "dpmt" was called before 2015). */
const TYPE_BY_ABBREVIATION: Readonly<Record<string, ElectionType>> = {
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

/** Reads an id in the manner of data.gouv.fr; null when it is not one. */
export function parseElectionId(id: string): ElectionName | null {
  const match = /^((?:19|20)\d\d)_([a-z]+)_t([12])$/.exec(id);
  const type = TYPE_BY_ABBREVIATION[match?.[2] ?? ""];
  if (match === null || type === undefined) return null;
  return { id, type, year: Number(match[1]), round: Number(match[3]) };
}

/** What a file name may call each type, folded to small letters without accents. */
const TYPE_IN_NAME: readonly (readonly [RegExp, string])[] = [
  [/presid|(?<![a-z])pres?(?![a-z])|(?<![a-z])pr(?=\d\d)/, "pres"],
  [/legis|(?<![a-z])legi?(?![a-z])|(?<![a-z])lg(?=\d\d)/, "legi"],
  [/europ|(?<![a-z])euro?(?![a-z])|(?<![a-z])eu(?=\d\d)/, "euro"],
  [/munic|(?<![a-z])muni?(?![a-z])|(?<![a-z])mn(?=\d\d)/, "muni"],
  [/region|(?<![a-z])regi?(?![a-z])|(?<![a-z])rg(?=\d\d)/, "regi"],
  [/departementales|(?<![a-z])dpmt(?![a-z])|(?<![a-z])dp(?=\d\d)/, "dpmt"],
  [/canton|(?<![a-z])cant(?![a-z])/, "cant"],
];

/**
 * The id of the round that the name of a file speaks of: "PR17_BVot_T1_75056.txt.gz" is 2017_pres_t1. Null when type,
 * year or round is missing or said twice differently: then only the user knows.
 */
export function guessElectionId(path: string): string | null {
  const name = basename(path).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const written = /(?<!\d)((?:19|20)\d\d_[a-z]+_t[12])(?!\d)/.exec(name)?.[1];
  if (written !== undefined && parseElectionId(written) !== null) return written;

  const types = TYPE_IN_NAME.filter(([pattern]) => pattern.test(name)).map(([, word]) => word);
  const years = new Set([
    ...Array.from(name.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g), (match) => match[1]),
    ...Array.from(name.matchAll(/(?<![a-z])(?:pr|lg|eu|mn|rg|dp)(\d\d)(?!\d)/g), (match) => `20${match[1]}`),
  ]);
  const rounds = new Set(
    Array.from(
      name.matchAll(/(?<![a-z0-9])(?:t|tour[-_ ]?)([12])(?!\d)|(?<!\d)([12])(?:er|e|eme|nd)[-_ ]?tour/g),
      (match) => String(match[1] ?? match[2]),
    ),
  );
  const [type] = types;
  const [year] = years;
  const round = rounds.size === 0 && type === "euro" ? "1" : [...rounds][0];
  if (types.length !== 1 || years.size !== 1 || rounds.size > 1 || round === undefined) return null;
  return `${year}_${type}_t${round}`;
}
