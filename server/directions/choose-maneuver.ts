import type { StreetLabel } from "./street-label.ts";
import { type TurnModifier, turnModifier } from "./turn-angle.ts";

/** An OSRM v5 maneuver between two streets. */
export interface Maneuver {
  readonly type:
    | "turn"
    | "continue"
    | "new name"
    | "end of road"
    | "fork"
    | "roundabout"
    | "exit roundabout"
    | "roundabout turn";
  readonly modifier: TurnModifier;
  /** Which exit of the roundabout, from 1; only where the walk leaves it again. */
  readonly exit?: number;
}

export interface Junction {
  readonly from: StreetLabel;
  readonly to: StreetLabel;
  /** Whether a small roundabout lies between them. */
  readonly byRoundabout: boolean;
  /** Whether the walk goes back on the piece of street that it came by. */
  readonly isReturn: boolean;
  /** The turn taken, negative to the left. */
  readonly degrees: number;
  /** The turns that lead into the other streets. */
  readonly otherDegrees: readonly number[];
}

/** A bend of one street that is told when other streets leave there. */
const BEND_DEGREES = 45;

/**
 * What to tell a walker at a junction, null where there is nothing to tell: the street goes on under the same name,
 * and no other way could be taken for it. Words follow OSRM's guidance: "new name" for a street that goes on under
 * another name, "continue" for a bend of the same street, "end of road" at a T, "fork" between two slight turns,
 * "roundabout" and "exit roundabout" around a large one, "roundabout turn" across a small one.
 */
export function chooseManeuver(junction: Junction): Maneuver | null {
  const { from, to, byRoundabout, isReturn, degrees, otherDegrees } = junction;
  const modifier = isReturn ? "uturn" : hairpin(turnModifier(degrees), degrees);
  const isOnRoundabout = from.kind === "roundabout";
  if (isOnRoundabout && to.kind === "roundabout") return null;
  if (isOnRoundabout) return { type: "exit roundabout", modifier };
  if (to.kind === "roundabout") return { type: "roundabout", modifier };
  if (isReturn) return { type: "continue", modifier };
  const hasChoice = otherDegrees.length > 0;
  const goesOn = from.text === to.text || (!from.isNotable && !to.isNotable);

  if (byRoundabout && modifier !== "straight") return { type: "roundabout turn", modifier };
  if (goesOn) {
    if (!hasChoice) return null;
    const isBend = Math.abs(degrees) >= BEND_DEGREES;
    const isDoubtful =
      Math.abs(degrees) >= 20 && otherDegrees.some((other) => Math.abs(other) < Math.abs(degrees) - 10);
    if (!isBend && !isDoubtful) return null;
    return { type: from.text === to.text ? "continue" : "turn", modifier };
  }
  if (modifier === "straight" || !hasChoice) return { type: "new name", modifier };
  if (isFork(degrees, otherDegrees)) return { type: "fork", modifier };
  if (isEndOfRoad(degrees, otherDegrees)) return { type: "end of road", modifier };
  return { type: "turn", modifier };
}

/** The hairpins of hill roads turn by as much as a return does, onto another piece of street. */
function hairpin(modifier: TurnModifier, degrees: number): TurnModifier {
  if (modifier !== "uturn") return modifier;
  return degrees < 0 ? "sharp left" : "sharp right";
}

function isFork(degrees: number, others: readonly number[]): boolean {
  const ahead = others.filter((other) => Math.abs(other) < 60);
  const [other] = ahead;
  return (
    ahead.length === 1 && other !== undefined && Math.abs(degrees) < 40 && Math.sign(other) === -Math.sign(degrees)
  );
}

function isEndOfRoad(degrees: number, others: readonly number[]): boolean {
  if (Math.abs(degrees) < 40 || others.some((other) => Math.abs(other) < 40)) return false;
  return others.some((other) => Math.sign(other) === -Math.sign(degrees) && Math.abs(other) <= 135);
}
