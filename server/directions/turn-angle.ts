export type TurnModifier =
  | "uturn"
  | "sharp right"
  | "right"
  | "slight right"
  | "straight"
  | "slight left"
  | "left"
  | "sharp left";

/** Degrees turned from one bearing to another, -180 to 180: negative to the left, positive to the right. */
export function turnDegrees(bearingBefore: number, bearingAfter: number): number {
  return ((bearingAfter - bearingBefore + 540) % 360) - 180;
}

/** OSRM's words for a turn, with its thresholds: 20, 40, 120 degrees. */
export function turnModifier(degrees: number): TurnModifier {
  const size = Math.abs(degrees);
  if (size < 20) return "straight";
  if (size > 170) return "uturn";
  const side = degrees < 0 ? "left" : "right";
  if (size < 40) return `slight ${side}`;
  return size <= 120 ? side : `sharp ${side}`;
}
