import { ASSUMPTION_PRESETS } from "../../server/contract/field-figures.ts";
import { type Assumptions, type CampChoice, type Mix, STARTING_MIX } from "../../server/contract/scores.ts";

/** What the organizer decides of the scores: their weights, where the classes begin, what a knock yields. */
export interface Hand {
  readonly mix: Mix;
  readonly assumptions: Assumptions;
}

export const STARTING_HAND: Hand = { mix: STARTING_MIX, assumptions: ASSUMPTION_PRESETS.central };

export function handOf(choice: CampChoice | null): Hand {
  return {
    mix: choice?.mix ?? STARTING_HAND.mix,
    assumptions: choice?.assumptions ?? STARTING_HAND.assumptions,
  };
}

/** The choice with this hand. What is as it was at the start is left out, and follows the defaults. */
export function withHand(choice: CampChoice, { mix, assumptions }: Hand): CampChoice {
  const { mix: _, assumptions: __, ...sides } = choice;
  return {
    ...sides,
    ...(sameNumbers(assumptions, STARTING_HAND.assumptions) ? {} : { assumptions }),
    ...(sameNumbers(mix, STARTING_HAND.mix) ? {} : { mix }),
  };
}

export function sameHand(a: Hand, b: Hand): boolean {
  return sameNumbers(a.mix, b.mix) && sameNumbers(a.assumptions, b.assumptions);
}

/** A threshold moved. Priority never ends after second: the other one goes along. */
export function moveThreshold(mix: Mix, threshold: "priority" | "second", share: number): Mix {
  return threshold === "priority"
    ? { ...mix, priority: share, second: Math.max(share, mix.second) }
    : { ...mix, second: share, priority: Math.min(share, mix.priority) };
}

/** What scores depend on: the mix is applied where they are shown. */
export function scoredPart(choice: CampChoice): CampChoice {
  const { mix: _, ...scored } = choice;
  return scored;
}

/** What past elections say of a camp depends on: neither the mix nor what a knock yields. */
export function classedPart({ name, sides }: CampChoice): CampChoice {
  return { name, sides };
}

export function sameNumbers<Numbers extends object>(a: Numbers, b: Numbers): boolean {
  const other = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(([name, value]) => other.get(name) === value);
}
