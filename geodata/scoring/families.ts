import type { Candidate } from "../territory/territory.ts";
import { listFamily } from "./list-family.ts";
import { NATIONAL_CANDIDATES } from "./national-candidates.ts";

/** Broad political families, from left to right as the Ministry groups its nuances; "other" holds the unclassed. */
export const FAMILIES = ["far-left", "left", "ecologist", "centre", "right", "far-right", "other"] as const;
export type Family = (typeof FAMILIES)[number];

/**
 * Nuances of the Ministry of the Interior, 2001 to 2026 (circulars on the award of nuances; lists carry a leading L).
 * A suggestion to review, never a fact about a candidate.
 */
const NUANCES: Readonly<Record<Family, string>> = {
  "far-left": "EXG DXG LO LCR NPA LEXG LDXG LXG",
  left: "UG NUP FI COM SOC RDG DVG PRG FG GEN PG LUG LFI LCOM LSOC LRDG LDVG LFG LUGE LCOP LGA LNUP LPG UGE",
  ecologist: "ECO VEC EELV LECO LVEC LVEG LUGV",
  centre: "ENS REM REN MDM UDI HOR DVC UC CEN UDF UDFD NCE PRV ALLI MODM LENS LREM LREN LMDM LUDI LHOR LDVC LUC LUCD",
  right: "LR UMP DVD MAJ MPF UD DLF DSV DLR LLR LUMP LDVD LUD LMAJ LDLF LDSV LDLR",
  "far-right": "RN FN REC EXD UXD DXD MNR LRN LFN LREC LEXD LUXD LDXD",
  other: "DIV REG DTS SE RES NC CPNT LDIV LREG LNC LGJ LDD GJ",
};
const FAMILY_BY_NUANCE = new Map(
  FAMILIES.flatMap((family) => NUANCES[family].split(" ").map((nuance) => [nuance, family] as const)),
);
const FAMILY_BY_NAME = new Map(
  NATIONAL_CANDIDATES.flatMap(([family, names]) => names.map((name) => [nameKey(name), family] as const)),
);

/** "NC" says that the Ministry gave no nuance: names then say more. */
const UNTOLD = new Set(["NC", "LNC"]);

type Named = Pick<Candidate, "nuance" | "name"> & Partial<Pick<Candidate, "list">>;

/** A family for a candidate, and what speaks for it. To be reviewed, never a fact. */
export interface FamilySuggestion {
  readonly family: Family;
  /**
   * "elsewhere": the same name stood at another election, where more is known. "votes": the candidate's votes are where
   * those of the family were, see familiesByVotes.
   */
  readonly reason: "nuance" | "name" | "list" | "elsewhere" | "votes";
  /** What says so: the nuance, the name, the name of the list, or the id of the other election. */
  readonly source: string;
  /** For "votes": share of the candidate's votes, 0 to 1, that go with those of the family. */
  readonly share?: number;
}

/** Suggested family of a candidate, by nuance, known name or name of the list; null when none of them says. */
export function familyOf(candidate: Named): Family | null {
  return suggestFamily(candidate)?.family ?? null;
}

/** The same, with what speaks for it. */
export function suggestFamily({ nuance, name, list }: Named): FamilySuggestion | null {
  const code = nuance?.trim().toUpperCase() ?? "";
  const byNuance = FAMILY_BY_NUANCE.get(code);
  if (byNuance !== undefined && !UNTOLD.has(code)) return { family: byNuance, reason: "nuance", source: code };
  const byName = FAMILY_BY_NAME.get(nameKey(name));
  if (byName !== undefined) return { family: byName, reason: "name", source: name };
  for (const listName of [list ?? "", name]) {
    const byList = listFamily(listName);
    if (byList !== null) return { family: byList, reason: "list", source: listName };
  }
  return byNuance === undefined ? null : { family: byNuance, reason: "nuance", source: code };
}

/** "JADOT Yannick", "Yannick Jadot" and "jadot_yannick" are one key: folded words in alphabetical order. */
export function nameKey(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "" && !["m", "mme"].includes(word))
    .sort()
    .join(" ");
}
