import type { OsrmLeg, PlanRoute } from "../contract/plan.ts";
import type { WalkedRoute } from "./draw-route.ts";

/**
 * For each leg of a walk the leg of a plan's route that says the same, or null where it has to be told anew. The words of
 * a leg depend on its walk, on the stop it comes from and on where the walker was heading: so it is kept where the same
 * walker came from the same two stops before, in the same time over the same way.
 */
export function toldLegs({ stops, legs }: WalkedRoute, before: PlanRoute | null): readonly (OsrmLeg | null)[] {
  const legTo = new Map(before?.stops.map(({ id }, index) => [id, index] as const));
  const idAt = (index: number): string | undefined => stops[index]?.address.id;
  return legs.map((leg, index) => {
    const at = legTo.get(idAt(index) ?? "") ?? -1;
    if (!before || index < 2 || at < 2) return null;
    const [turn, told] = [before.osrm.legs[at - 1], before.osrm.legs[at]];
    if (before.stops[at - 1]?.id !== idAt(index - 1) || before.stops[at - 2]?.id !== idAt(index - 2)) return null;
    if (!told || !turn || turn.distance < HEADING_METRES) return null;
    const isSame = isEqual(told.distance, leg.distanceMetres) && isEqual(told.duration, leg.durationSeconds);
    return isSame ? told : null;
  });
}

/** A leg as short as a hop leaves the walker looking where an earlier one led: it says nothing of the heading. */
const HEADING_METRES = 10;
const ROUNDING = 1e-6;

function isEqual(one: number, other: number): boolean {
  return Math.abs(one - other) < ROUNDING;
}
