import type { CampChoice, Side } from "../../server/contract/scores.ts";
import type { Candidate } from "../territory/territory.ts";
import { firstRoundsLatestFirst } from "./election-order.ts";
import type { Family } from "./families.ts";
import { type SuggestingTerritory, suggestFamilies } from "./suggest-families.ts";

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
export function presets(territory: SuggestingTerritory): readonly Preset[] {
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
export function defaultChoice(territory: SuggestingTerritory): CampChoice {
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
