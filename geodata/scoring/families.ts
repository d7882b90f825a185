import type { CampChoice, Side } from "../../server/contract/scores.ts";
import type { Candidate, Territory } from "../territory/territory.ts";
import { firstRoundsLatestFirst } from "./election-order.ts";
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
  /** "elsewhere": the same name stood at another election, where a nuance or a list says more. */
  readonly reason: "nuance" | "name" | "list" | "elsewhere";
  /** What says so: the nuance, the name, the name of the list, or the id of the other election. */
  readonly source: string;
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

/**
 * Suggestions for every candidate of a territory, by candidate id. Who stands without a nuance is suggested the family
 * that the same name had at the election nearest in time.
 */
export function suggestFamilies(
  territory: Pick<Territory, "elections" | "candidates">,
): ReadonlyMap<string, FamilySuggestion> {
  const suggestions = new Map<string, FamilySuggestion>();
  const known = new Map<string, { readonly year: number; readonly family: Family; readonly electionId: string }[]>();
  const untold: { readonly id: string; readonly key: string; readonly year: number }[] = [];
  for (const { id: electionId, year } of territory.elections()) {
    for (const candidate of territory.candidates(electionId)) {
      const suggestion = suggestFamily(candidate);
      const key = nameKey(candidate.name);
      if (suggestion === null) untold.push({ id: candidate.id, key, year });
      else suggestions.set(candidate.id, suggestion);
      if (suggestion === null || suggestion.family === "other") continue;
      const stood = known.get(key);
      if (stood) stood.push({ year, family: suggestion.family, electionId });
      else known.set(key, [{ year, family: suggestion.family, electionId }]);
    }
  }
  for (const { id, key, year } of untold) {
    const [nearest] = (known.get(key) ?? []).toSorted((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year));
    if (nearest === undefined || !key.includes(" ")) continue;
    suggestions.set(id, { family: nearest.family, reason: "elsewhere", source: nearest.electionId });
  }
  return suggestions;
}

/** How a campaign of one family sees the others; the families of no list are neutral. */
interface Stance {
  readonly name: { readonly fr: string; readonly en: string };
  readonly ours: readonly Family[];
  readonly near: readonly Family[];
  readonly far: readonly Family[];
  readonly hostile: readonly Family[];
}

/**
 * Ready-made choices. Each is a starting point that a campaign corrects candidate by candidate. One rule for all, so that
 * the program takes no side: the family beside ours is near, one further away is far, the ones beyond are hostile; who
 * is far from or hostile to one is so the other way round.
 */
const STANCES: Readonly<Record<string, Stance>> = {
  "far-left": {
    name: { fr: "Extrême gauche", en: "Far left" },
    ours: ["far-left"],
    near: ["left"],
    far: ["centre"],
    hostile: ["right", "far-right"],
  },
  left: {
    name: { fr: "Gauche et écologistes", en: "Left and greens" },
    ours: ["left", "ecologist"],
    near: ["far-left", "centre"],
    far: ["right"],
    hostile: ["far-right"],
  },
  ecologist: {
    name: { fr: "Écologistes", en: "Greens" },
    ours: ["ecologist"],
    near: ["left", "centre"],
    far: ["right"],
    hostile: ["far-right"],
  },
  centre: {
    name: { fr: "Centre", en: "Centre" },
    ours: ["centre"],
    near: ["right", "ecologist"],
    far: ["far-left", "far-right"],
    hostile: [],
  },
  right: {
    name: { fr: "Droite", en: "Right" },
    ours: ["right"],
    near: ["centre", "far-right"],
    far: ["left", "ecologist"],
    hostile: ["far-left"],
  },
  "far-right": {
    name: { fr: "Extrême droite", en: "Far right" },
    ours: ["far-right"],
    near: ["right"],
    far: ["centre"],
    hostile: ["left", "ecologist", "far-left"],
  },
};

export interface Preset {
  readonly id: string;
  readonly name: { readonly fr: string; readonly en: string };
  readonly sides: Readonly<Record<string, Side>>;
}

/** One preset per stance that has at least one candidate of its own in this territory. */
export function presets(territory: Pick<Territory, "elections" | "candidates">): readonly Preset[] {
  const candidates = territory.elections().flatMap((election) => territory.candidates(election.id));
  const families = suggestFamilies(territory);
  return Object.entries(STANCES).flatMap(([id, stance]) => {
    const sides: Record<string, Side> = {};
    let hasOurs = false;
    for (const candidate of candidates) {
      const side = sideOf(stance, families.get(candidate.id)?.family);
      if (side) sides[candidate.id] = side;
      if (side === "ours") hasOurs = true;
    }
    return hasOurs ? [{ id, name: stance.name, sides }] : [];
  });
}

/**
 * What a campaign that has not chosen yet starts from: the preset that had most votes in the latest first round, so
 * that the program prefers nobody. Empty when no candidate could be classed.
 */
export function defaultChoice(territory: Pick<Territory, "elections" | "candidates">): CampChoice {
  const available = presets(territory);
  for (const election of firstRoundsLatestFirst(territory.elections())) {
    const ranked = available
      .map((preset) => ({ preset, votes: votesOf(territory.candidates(election.id), preset.sides) }))
      .filter(({ votes }) => votes > 0)
      .sort((a, b) => b.votes - a.votes);
    const first = ranked[0];
    if (first) return { name: first.preset.name.fr, sides: first.preset.sides };
  }
  return { name: "", sides: {} };
}

/** No side where nothing is known, and none for "other", which says nothing: somebody has to look. */
function sideOf(stance: Stance, family: Family | undefined): Side | null {
  if (family === undefined || family === "other") return null;
  const side = (["ours", "near", "far", "hostile"] as const).find((one) => stance[one].includes(family));
  return side ?? "neutral";
}

function votesOf(candidates: readonly Candidate[], sides: Readonly<Record<string, Side>>): number {
  return candidates.reduce((sum, candidate) => sum + (sides[candidate.id] === "ours" ? candidate.votes : 0), 0);
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
