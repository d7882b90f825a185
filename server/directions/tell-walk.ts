import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { Language, OsrmStep } from "../contract/plan.ts";
import type { WalkCrossing, WalkingPath } from "../walking-router/walking-path.ts";
import { climbOf } from "./climb.ts";
import { instructDeparture, type Manner } from "./departure.ts";
import { arrivalBearing, type StepGroup } from "./group-steps.ts";
import { instructMove, instructStay, type LegEnd, thenCross } from "./instruct.ts";
import { isDoor } from "./leg-end.ts";
import { tellFirstDoor, tellNextDoor } from "./next-door.ts";
import { turnDegrees } from "./turn-angle.ts";
import type { Way } from "./way-words.ts";

/** What the words of a leg depend on besides its walk. */
export interface LegWords {
  readonly language: Language;
  readonly to: LegEnd;
  /** The leg that ended where this one begins; null for the first one. */
  readonly before: LegBefore | null;
}

/** Where a walker comes from. */
export interface LegBefore {
  readonly end: LegEnd;
  /** Where the walker was heading, 0 to 360; null before the first step. */
  readonly bearing: number | null;
}

export interface GroupedWalk {
  readonly path: WalkingPath;
  readonly groups: readonly StepGroup[];
  /** By group. */
  readonly crossings: readonly (readonly WalkCrossing[])[];
  /** By group. */
  readonly steps: readonly Omit<OsrmStep, "instruction">[];
}

/** A hop on the spot does not change where the walker looks. */
const SPOT_METRES = 5;

/** What the leg after this one needs to know of it. */
export function legBefore(path: WalkingPath, end: LegEnd, earlier: LegBefore | null): LegBefore {
  return { end, bearing: path.distanceMetres < SPOT_METRES ? (earlier?.bearing ?? null) : arrivalBearing(path) };
}

/** An instruction for each group of a walk. */
export function tellWalk(graph: StreetGraph, walk: GroupedWalk, words: LegWords): string[] {
  const { groups, crossings, steps } = walk;
  const { language } = words;
  const isCrossedAfter = (index: number): boolean => (crossings[index]?.length ?? 0) > 0;
  return steps.map((step, index) => {
    const group = groups[index];
    if (group === undefined) return "";
    const way = wayOf(graph, group);
    const short = index === 0 ? tellShort(walk, way, words) : null;
    if (short !== null) return short;
    if (group.maneuver?.modifier === "uturn" && isCrossedAfter(index - 1)) return BACK_ACROSS[language];
    const told =
      index === 0
        ? instructDeparture(graph, { group, next: groups[1], way, manner: mannerOf(group, words), language })
        : instructMove(step, language, way);
    const isTold = way.kind === "crossing" || groups[index + 1]?.label.kind === "crossing";
    return isCrossedAfter(index) && !isTold ? thenCross(told, language) : told;
  });
}

/** The whole walk in one sentence: the next door, or no walk at all. */
function tellShort(
  { path, groups, crossings }: GroupedWalk,
  way: Way,
  { before, to, language }: LegWords,
): string | null {
  const [group] = groups;
  if (group === undefined || groups.length > 1) return null;
  const crosses = (crossings[0]?.length ?? 0) > 0;
  const manner = mannerOf(group, { before, to, language });
  const nextDoor =
    before === null ? null : tellNextDoor({ path, way, crosses, manner, from: before.end, to, language });
  if (nextDoor !== null || path.distanceMetres > 0) return nextDoor;
  return isDoor(to) && !crosses ? tellFirstDoor(to, language) : instructStay(way.text, crosses, language);
}

function mannerOf({ bearingAfter }: StepGroup, { before }: LegWords): Manner {
  if (before === null || before.bearing === null) return "start";
  const degrees = Math.abs(turnDegrees(before.bearing, bearingAfter));
  if (degrees > 135) return "turn back";
  return degrees < 45 ? "continue" : "start";
}

function wayOf(graph: StreetGraph, { label, stretches }: StepGroup): Way {
  const { text, isNamed, kind } = label;
  return { text, isNamed, kind, climb: kind === "steps" ? climbOf(graph, stretches) : null };
}

const BACK_ACROSS = { fr: "Revenir par l’autre trottoir", en: "Come back along the other side" } as const;
