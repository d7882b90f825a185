import type { Language } from "../contract/plan.ts";
import type { WalkingPath } from "../walking-router/walking-path.ts";
import type { Manner } from "./departure.ts";
import type { LegEnd } from "./instruct.ts";
import { doorWords, isDoor, isSameStreet, streetOf } from "./leg-end.ts";
import { type Way, wayWords } from "./way-words.ts";

/** Doors farther apart than this have their distance told; nearer, they are in sight. */
const SIGHT_METRES = 30;
/** A walk this long is told as one. */
const WALK_METRES = 150;
/** Nobody turns round for a hop as short as this. */
const HOP_METRES = 5;
/** Doors of one entrance. */
const SPOT_METRES = 2;
/** Doors that face each other, give or take their fronts. */
const FACING_METRES = 15;

interface ShortWalk {
  readonly path: WalkingPath;
  readonly way: Way;
  readonly crosses: boolean;
  readonly manner: Manner;
  readonly from: LegEnd;
  readonly to: LegEnd;
  readonly language: Language;
}

/**
 * A walk along one street to another door of the same street, without its name: "Porte suivante : n° 14, même côté".
 * Null when either end is no door, when they are on two streets, or so far apart that it is a walk.
 */
export function tellNextDoor({ path, way, crosses, manner, from, to, language }: ShortWalk): string | null {
  const metres = path.distanceMetres;
  if (metres > WALK_METRES || !isDoor(to) || !isSameStreet(streetOf(from), streetOf(to))) return null;
  const words = WORDS[language];
  const sides = crosses ? "other" : sidesOf(path, from, to);
  const isFacing = sides === "other" && metres < FACING_METRES;
  const lead =
    isFacing && crosses
      ? words.cross(wayWords(way, language))
      : manner === "turn back" && metres >= HOP_METRES
        ? words.back
        : words.next;
  const where = isFacing
    ? words.facing
    : metres < SPOT_METRES && sides !== "other"
      ? words.here
      : sides === null
        ? null
        : words[sides];
  return [
    `${lead}${words.colon}${doorWords(to, language)}`,
    ...(where === null ? [] : [where]),
    ...(metres >= SIGHT_METRES ? [words.after(Math.round(metres / 10) * 10)] : []),
  ].join(", ");
}

/** For a route that begins at the door where people meet. */
export function tellFirstDoor(to: LegEnd, language: Language): string {
  const { first, colon, here } = WORDS[language];
  return `${first}${colon}${doorWords(to, language)}, ${here}`;
}

/** Whether both doors are on the same side of the walk; null when either is on the street itself. */
function sidesOf({ stretches }: WalkingPath, from: LegEnd, to: LegEnd): "same" | "other" | null {
  const before = stretches[0]?.forward === false ? -from.side : from.side;
  const after = stretches.at(-1)?.forward === false ? -to.side : to.side;
  if (before === 0 || after === 0) return null;
  return before === after ? "same" : "other";
}

const WORDS = {
  fr: {
    colon: " : ",
    first: "Première porte",
    next: "Porte suivante",
    back: "Faire demi-tour",
    cross: (street: string): string => `Traverser ${street}`,
    facing: "en face",
    here: "sur place",
    same: "même côté",
    other: "de l’autre côté",
    after: (metres: number): string => `dans ${metres} m`,
  },
  en: {
    colon: ": ",
    first: "First door",
    next: "Next door",
    back: "Turn back",
    cross: (street: string): string => `Cross ${street}`,
    facing: "opposite",
    here: "right here",
    same: "same side",
    other: "on the other side",
    after: (metres: number): string => `in ${metres} m`,
  },
} as const;
