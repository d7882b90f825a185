import type { OsrmStep } from "../contract/plan.ts";
import { turnDegrees, turnModifier } from "../directions/turn-angle.ts";
import type { AnsweredStep } from "./osrm-answers.ts";

type Maneuver = Omit<OsrmStep["maneuver"], "location" | "bearing_before" | "bearing_after">;

/**
 * What a server's maneuver is to a walker. OSRM v5 asks clients to take types that they do not know as turns, and
 * promises a modifier for every turn; a server that breaks its promise has the modifier told by its bearings.
 */
export function walkersManeuver(
  { maneuver }: Pick<AnsweredStep, "maneuver">,
  bearings: { readonly before: number; readonly after: number },
): Maneuver {
  const type = TYPES.has(maneuver.type) ? maneuver.type : (STANDS_FOR[maneuver.type] ?? "turn");
  const modifier =
    maneuver.modifier !== undefined && MODIFIERS.has(maneuver.modifier)
      ? maneuver.modifier
      : turnModifier(turnDegrees(bearings.before, bearings.after));
  const { exit } = maneuver;
  const isCircle = type === "roundabout" || type === "rotary";
  return { type, modifier, ...(isCircle && exit !== undefined ? { exit } : {}) };
}

/** Departure and arrival are told by their place in the leg. Ramps and merging are for wheels: a walker turns. */
const TYPES: ReadonlySet<string> = new Set([
  "turn",
  "new name",
  "continue",
  "end of road",
  "fork",
  "roundabout",
  "rotary",
  "roundabout turn",
  "exit roundabout",
  "exit rotary",
  "notification",
]);
const STANDS_FOR: Readonly<Record<string, string>> = { "use lane": "continue" };
const MODIFIERS: ReadonlySet<string> = new Set([
  "uturn",
  "sharp right",
  "right",
  "slight right",
  "straight",
  "slight left",
  "left",
  "sharp left",
]);
