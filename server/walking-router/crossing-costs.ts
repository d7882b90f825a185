import { STREET_CLASSES, type StreetClass } from "../../geodata/street-graph/street-graph.ts";

interface CrossingSeconds {
  /** Between two doors that face each other; Infinity where nobody should cross away from a crossing. */
  readonly midBlock: number;
  /** At an end of the piece, which is a junction or a mapped crossing; where it is neither, see RoadSeams. */
  readonly atEnd: number;
}

/**
 * What it takes to get to the other side of a street, in seconds: waiting and walking across. Nothing where cars do not
 * go. With 5 seconds on small streets a shortest tour crosses a third less often for 0.1 % more walking; big roads
 * are crossed at their ends only.
 */
const SECONDS: Readonly<Record<StreetClass, CrossingSeconds>> = {
  primary: { midBlock: Infinity, atEnd: 15 },
  secondary: { midBlock: 15, atEnd: 12 },
  tertiary: { midBlock: 8, atEnd: 8 },
  residential: { midBlock: 5, atEnd: 5 },
  service: { midBlock: 2, atEnd: 2 },
  pedestrian: { midBlock: 0, atEnd: 0 },
  footway: { midBlock: 0, atEnd: 0 },
  steps: { midBlock: 0, atEnd: 0 },
  cycleway: { midBlock: 0, atEnd: 0 },
  track: { midBlock: 0, atEnd: 0 },
  crossing: { midBlock: 0, atEnd: 0 },
  platform: { midBlock: 0, atEnd: 0 },
};

/** Seconds to cross away from the ends of a piece, by index of its class. */
export const MID_BLOCK_SECONDS = Float64Array.from(STREET_CLASSES, (name) => SECONDS[name].midBlock);

/** Seconds to cross at an end of a piece, by index of its class. */
export const END_SECONDS = Float64Array.from(STREET_CLASSES, (name) => SECONDS[name].atEnd);

/** Whether streets of a class, by its index, are crossed at junctions and mapped crossings only. */
export function isCrossedAtEndsOnly(classIndex: number): boolean {
  return MID_BLOCK_SECONDS[classIndex] === Infinity;
}

/**
 * Seconds to cross on the way between pieces of two classes: where it is quicker, since the walker may cross before
 * leaving the first street or after entering the second.
 */
export function turnCrossingSeconds(oneClass: number, otherClass: number): number {
  return Math.min(END_SECONDS[oneClass] ?? 0, END_SECONDS[otherClass] ?? 0);
}
