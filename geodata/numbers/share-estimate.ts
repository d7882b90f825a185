/**
 * A share of voters with its interval, all from 0 to 1, and the voters that it is of so many. A share below zero has no
 * meaning for a reader: it is shown as zero, inside its interval.
 *
 * @param signed the share as it was computed, below zero too
 * @param halfWidth of the interval, a share
 */
export function shareEstimate(signed: number, halfWidth: number, registered: number) {
  const bounded = Math.min(1, Math.max(0, signed));
  return {
    share: bounded,
    signed,
    low: Math.max(0, signed - halfWidth),
    high: Math.min(1, Math.max(bounded, signed + halfWidth)),
    halfWidth,
    voters: Math.round(bounded * registered),
  };
}
