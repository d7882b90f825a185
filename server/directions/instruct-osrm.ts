import type { Language, OsrmStep } from "../contract/plan.ts";
import { instructArrival, instructMove, instructStay, type LegEnd } from "./instruct.ts";

/** What the words of a step must know of its leg. */
export interface InstructedLeg {
  readonly to: LegEnd;
  /** The leg has no length: the next door is on the same spot, or across the street from it. */
  readonly isStay: boolean;
  readonly crossesStreet: boolean;
}

/** A step that an OSRM server made, in words. Its maneuver has a type of OSRM v5, and a modifier unless it is an end. */
export function instructOsrmStep(
  step: Omit<OsrmStep, "instruction">,
  { to, isStay, crossesStreet }: InstructedLeg,
  language: Language,
): string {
  if (step.maneuver.type === "arrive") return instructArrival(step, to, language);
  // Without its name there is no street to tell of crossing.
  if (isStay) return instructStay(step.name, crossesStreet && step.name !== "", language);
  return instructMove(step, language);
}
