import { ASSUMPTION_PRESETS, type AssumptionPreset, FIELD_FIGURES } from "../../server/contract/field-figures.ts";
import type { Assumptions } from "../../server/contract/scores.ts";
import { sameNumbers } from "./hand.ts";
import { readWithin } from "./team-form.ts";

export type AssumptionName = keyof Assumptions;
export const ASSUMPTION_NAMES = [
  "conversationsPerDoor",
  "votersPerConversation",
  "mobilisationEffect",
  "persuasionEffect",
] as const satisfies readonly AssumptionName[];

/** Shares are typed in hundredths: 30 for 30 %, 2 for 2 points. */
function factorOf(name: AssumptionName): number {
  return name === "votersPerConversation" ? 1 : 100;
}

/** As it is typed, without the binary dust of a multiplication. */
export function typedAssumption(name: AssumptionName, value: number): string {
  return String(Number((value * factorOf(name)).toFixed(3)));
}

/** Limits of what is typed. */
export function typedLimits(name: AssumptionName) {
  const { low, high, step } = FIELD_FIGURES[name].limits;
  const typed = (value: number) => Number(typedAssumption(name, value));
  return { low: typed(low), high: typed(high), step: typed(step) };
}

/** Null when the text is no number within the limits. Decimal comma or point. */
export function readAssumption(name: AssumptionName, text: string): number | null {
  const typed = readWithin(text, typedLimits(name));
  return typed === null ? null : Number((typed / factorOf(name)).toFixed(5));
}

/** The preset that these are, null for settings of one's own. */
export function presetOf(assumptions: Assumptions): AssumptionPreset | null {
  return PRESETS.find((preset) => sameNumbers(ASSUMPTION_PRESETS[preset], assumptions)) ?? null;
}
export const PRESETS = ["pessimistic", "central", "optimistic"] as const satisfies readonly AssumptionPreset[];
