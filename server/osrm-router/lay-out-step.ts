import { pathLengthMetres } from "../../geodata/geometry/path.ts";
import { bearingDegrees, type Position } from "../../geodata/geometry/position.ts";
import type { OsrmStep } from "../contract/plan.ts";
import type { AnsweredStep } from "./osrm-answers.ts";
import { walkersManeuver } from "./walkers-maneuver.ts";

export type WordlessStep = Omit<OsrmStep, "instruction">;
type Line = [number, number][];

/** A step along a line, from a server's. `before` is the line of the step before it, null for the departure. */
export function moveStep(answered: AnsweredStep, line: Line, before: Line | null, slowness: number): WordlessStep {
  const { maneuver } = answered;
  const bearingAfter = wholeDegrees(maneuver.bearing_after ?? bearingOf(line[0], line[1]));
  const bearingBefore = before ? wholeDegrees(maneuver.bearing_before ?? bearingOf(before.at(-2), before.at(-1))) : 0;
  const move = before ? walkersManeuver(answered, { before: bearingBefore, after: bearingAfter }) : { type: "depart" };
  return {
    distance: pathLengthMetres(line),
    duration: answered.duration * slowness,
    name: nameOf(answered),
    mode: "walking",
    driving_side: "right",
    geometry: { type: "LineString", coordinates: line },
    maneuver: {
      ...move,
      bearing_before: bearingBefore,
      bearing_after: bearingAfter,
      location: line[0] ?? NOWHERE,
    },
  };
}

/** The arrival at the end of the leg's line; `side` is that of the door, -1 left, 1 right, 0 unknown. */
export function arriveStep(answered: AnsweredStep, line: Line, side: number): WordlessStep {
  const location = line.at(-1) ?? NOWHERE;
  return {
    distance: 0,
    duration: 0,
    name: nameOf(answered),
    mode: "walking",
    driving_side: "right",
    geometry: { type: "LineString", coordinates: [location, location] },
    maneuver: {
      type: "arrive",
      ...(side === 0 ? {} : { modifier: side < 0 ? "left" : "right" }),
      bearing_before: wholeDegrees(bearingOf(line.at(-2), location)),
      bearing_after: 0,
      location,
    },
  };
}

/** A street without a name may still have a number. */
function nameOf({ name, ref }: AnsweredStep): string {
  return name !== "" ? name : ref;
}

function bearingOf(from: Position | undefined, to: Position | undefined): number {
  return from && to ? bearingDegrees(from, to) : 0;
}

function wholeDegrees(bearing: number): number {
  return ((Math.round(bearing) % 360) + 360) % 360;
}

const NOWHERE: [number, number] = [0, 0];
