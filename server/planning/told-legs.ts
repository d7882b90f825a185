import type { OsrmLeg, PlanRoute } from "../contract/plan.ts";
import type { WalkedRoute } from "./draw-route.ts";

/**
 * For each leg of a walk the leg of a plan's route that says the same, or null where it has to be told anew. The words of
 * a leg depend on its walk, on the stop it comes from and on where the walker was heading: so it is kept where it leads
 * between the same two stops, in the same time over the same way, after a leg that gave the same heading.
 */
export function toldLegs({ stops, legs }: WalkedRoute, before: PlanRoute | null): readonly (OsrmLeg | null)[] {
  const legTo = new Map(before?.stops.map(({ id }, index) => [id, index] as const));
  const idAt = (index: number): string | undefined => stops[index]?.address.id;
  let isHeadingKnown = false;
  return legs.map((leg, index) => {
    const at = legTo.get(idAt(index) ?? "") ?? -1;
    const isBetweenTheSame = index > 0 && at > 0 && before?.stops[at - 1]?.id === idAt(index - 1);
    const told = isBetweenTheSame ? before?.osrm.legs[at] : undefined;
    const isSame =
      told !== undefined && isEqual(told.distance, leg.distanceMetres) && isEqual(told.duration, leg.durationSeconds);
    const kept = isSame && isHeadingKnown ? told : null;
    // A hop leaves the walker looking where the leg before it led.
    isHeadingKnown = isSame && (isHeadingKnown || leg.distanceMetres >= HEADING_METRES);
    return kept;
  });
}

/** Longer than what counts as a hop in directions. */
const HEADING_METRES = 10;
const ROUNDING = 1e-6;

function isEqual(one: number, other: number): boolean {
  return Math.abs(one - other) < ROUNDING;
}
