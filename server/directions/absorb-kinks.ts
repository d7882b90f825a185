import { stretchMetres } from "../walking-router/walking-path.ts";
import type { StepGroup } from "./group-steps.ts";
import { turnDegrees, turnModifier } from "./turn-angle.ts";

/** Nobody counts steps to a corner nearer than this. */
const KINK_METRES = 8;
/** Streets are drawn with kinks that turn back into their direction; this much of a bend is left untold. */
const STRAIGHT_DEGREES = 40;

/**
 * Takes away steps of a few metres that only come of how streets are drawn: a bend of one street that is followed by
 * another turn, or a bit of nameless path between two streets. The turn after it is told as the two together.
 */
export function absorbKinks(groups: readonly StepGroup[]): StepGroup[] {
  const kept: StepGroup[] = [];
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index];
    const next = groups[index + 1];
    const before = kept.at(-1);
    if (group === undefined) continue;
    if (before === undefined || next === undefined || !isKink(group, before)) {
      kept.push(group);
      continue;
    }
    const turned = withoutKink(next, group, before);
    const stretches = [...before.stretches, ...group.stretches];
    kept[kept.length - 1] =
      turned === null ? { ...before, stretches: [...stretches, ...next.stretches] } : { ...before, stretches };
    if (turned !== null) kept.push(turned);
    index++;
  }
  return kept;
}

function isKink(group: StepGroup, before: StepGroup): boolean {
  if (group.maneuver === null || group.maneuver.modifier === "uturn" || group.label.kind === "roundabout") return false;
  const metres = group.stretches.reduce((sum, stretch) => sum + stretchMetres(stretch), 0);
  return metres < KINK_METRES && (!group.label.isNotable || group.label.text === before.label.text);
}

/** The turn that is left of a kink and the one after it; null when the walk goes straight on. */
function withoutKink(next: StepGroup, { bearingBefore }: StepGroup, before: StepGroup): StepGroup | null {
  const { maneuver } = next;
  if (maneuver === null) return next;
  const degrees = turnDegrees(bearingBefore, next.bearingAfter);
  const modifier = turnModifier(degrees);
  const isSame = next.label.text === before.label.text;
  if (isSame && Math.abs(degrees) < STRAIGHT_DEGREES) return null;
  if (modifier === "uturn" || maneuver.type === "roundabout" || maneuver.type === "exit roundabout") return next;
  const type = isSame ? "continue" : modifier === "straight" ? "new name" : maneuver.type;
  return { ...next, bearingBefore, maneuver: { ...maneuver, type, modifier } };
}
