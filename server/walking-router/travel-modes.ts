import { STREET_CLASSES, type StreetClass } from "../../geodata/street-graph/street-graph.ts";

/** Who walks: a person on foot, one who cannot take steps, one who has a bicycle along. */
export interface WalkerOptions {
  /** On the flat. Default 4.5, a volunteer who looks for numbers. */
  readonly speedKilometresPerHour?: number;
  /** No walk takes steps. A door on steps is reached by nobody: its durations are Infinity. */
  readonly avoidsSteps?: boolean;
  /** A walk is ridden where that is quicker, unlocking and locking the bicycle included. */
  readonly hasBicycle?: boolean;
}

/** One way of getting along the streets. A walker takes, for each walk, the quickest of theirs. */
export interface TravelMode {
  readonly kind: "walk" | "walk-without-steps" | "ride";
  /** On the flat, where the factor is 1. */
  readonly metresPerSecond: number;
  /** Once per walk: unlocking before it and locking after it. */
  readonly unlockSeconds: number;
  readonly lockSeconds: number;
  /** What the effort of a piece is multiplied by, by index of its class; Infinity where the mode does not go. */
  readonly classFactor: Float64Array;
}

/** The modes of a walker, walking first. Throws RangeError on a speed that nobody walks at. */
export function travelModes(options: WalkerOptions): readonly TravelMode[] {
  const { speedKilometresPerHour = 4.5, avoidsSteps = false, hasBicycle = false } = options;
  if (!(speedKilometresPerHour > 0)) throw new RangeError(`speed ${speedKilometresPerHour} km/h, expected over 0`);
  const walk: TravelMode = {
    kind: avoidsSteps ? "walk-without-steps" : "walk",
    metresPerSecond: speedKilometresPerHour / 3.6,
    unlockSeconds: 0,
    lockSeconds: 0,
    classFactor: factors((streetClass) => (avoidsSteps && streetClass === "steps" ? Infinity : 1)),
  };
  return hasBicycle ? [walk, RIDE] : [walk];
}

/** Whether the bicycle is ridden, not pushed, on a street of this class. */
export function isRiddenOn(mode: TravelMode, streetClassIndex: number): boolean {
  return mode.kind === "ride" && mode.classFactor[streetClassIndex] === 1;
}

export const RIDE_KILOMETRES_PER_HOUR = 12;
const PUSH_KILOMETRES_PER_HOUR = 4;

/**
 * Where only walkers may go the bicycle is pushed: nobody of eight years or more rides on a pavement (Code de la
 * route, R. 412-34), a pedestrian street is ridden at walking pace (R. 431-9), and who crosses on a crossing
 * dismounts. Without them most towns would fall apart for riders, as walks join streets by crossings.
 */
const PUSHED: ReadonlySet<StreetClass> = new Set(["crossing", "footway", "pedestrian"]);

/** Nobody carries a bicycle up steps on every leg, and on a platform it is in the way of everyone. */
const NOT_RIDDEN: ReadonlySet<StreetClass> = new Set(["steps", "platform"]);

const RIDE: TravelMode = {
  kind: "ride",
  metresPerSecond: RIDE_KILOMETRES_PER_HOUR / 3.6,
  unlockSeconds: 20,
  lockSeconds: 25,
  classFactor: factors((streetClass) => {
    if (NOT_RIDDEN.has(streetClass)) return Infinity;
    return PUSHED.has(streetClass) ? RIDE_KILOMETRES_PER_HOUR / PUSH_KILOMETRES_PER_HOUR : 1;
  }),
};

function factors(factorOf: (streetClass: StreetClass) => number): Float64Array {
  return Float64Array.from(STREET_CLASSES, factorOf);
}
