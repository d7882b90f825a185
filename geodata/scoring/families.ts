import type { CampChoice, Side } from "../../server/contract/scores.ts";
import type { Candidate, Territory } from "../territory/territory.ts";
import { firstRoundsLatestFirst } from "./election-order.ts";
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

/** Suggested family of a candidate, by nuance, else by name for national elections; null when neither says. */
export function familyOf(candidate: Pick<Candidate, "nuance" | "name">): Family | null {
  const byNuance = candidate.nuance ? FAMILY_BY_NUANCE.get(candidate.nuance.trim().toUpperCase()) : undefined;
  return byNuance ?? FAMILY_BY_NAME.get(nameKey(candidate.name)) ?? null;
}

interface Stance {
  readonly name: { readonly fr: string; readonly en: string };
  readonly ours: readonly Family[];
  readonly near: readonly Family[];
  readonly far: readonly Family[];
}

/** Ready-made choices. Each is a starting point that a campaign corrects candidate by candidate. */
const STANCES: Readonly<Record<string, Stance>> = {
  left: {
    name: { fr: "Gauche et écologistes", en: "Left and greens" },
    ours: ["left", "ecologist"],
    near: ["far-left", "centre"],
    far: ["right", "far-right"],
  },
  ecologist: {
    name: { fr: "Écologistes", en: "Greens" },
    ours: ["ecologist"],
    near: ["left", "centre"],
    far: ["right", "far-right"],
  },
  centre: {
    name: { fr: "Centre", en: "Centre" },
    ours: ["centre"],
    near: ["right", "ecologist"],
    far: ["far-left", "far-right"],
  },
  right: {
    name: { fr: "Droite", en: "Right" },
    ours: ["right"],
    near: ["centre", "far-right"],
    far: ["left", "far-left"],
  },
  "far-right": {
    name: { fr: "Extrême droite", en: "Far right" },
    ours: ["far-right"],
    near: ["right"],
    far: ["left", "ecologist", "far-left"],
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
  return Object.entries(STANCES).flatMap(([id, stance]) => {
    const sides: Record<string, Side> = {};
    let hasOurs = false;
    for (const candidate of candidates) {
      const side = sideOf(stance, familyOf(candidate));
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

function sideOf(stance: Stance, family: Family | null): Side | null {
  if (family === null) return null;
  if (stance.ours.includes(family)) return "ours";
  if (stance.near.includes(family)) return "near";
  return stance.far.includes(family) ? "far" : null;
}

function votesOf(candidates: readonly Candidate[], sides: Readonly<Record<string, Side>>): number {
  return candidates.reduce((sum, candidate) => sum + (sides[candidate.id] === "ours" ? candidate.votes : 0), 0);
}

/** "JADOT Yannick", "Yannick Jadot" and "jadot_yannick" are one key: folded words in alphabetical order. */
function nameKey(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "" && !["m", "mme"].includes(word))
    .sort()
    .join(" ");
}
