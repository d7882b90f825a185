import type { Random } from "../random.ts";
import type { TourArray } from "./tour-array.ts";

/** Shuffles a tour where no small move would, and returns what that costs. */
export type Kick = (array: TourArray, random: Random) => number;

/**
 * Two kicks that turn no stretch round, so that the costs of a slope stay as they are: mostly two stretches that follow
 * each other change places; now and then three, the first with the last, which is the double bridge (Martin, Otto &
 * Felten, Complex Systems 5, 1991). Most are local, so that repairing them is cheap; on streets, where all near stops
 * lie on one street, one in four reaches up to half way round. Needs a tour of eight stops or more.
 */
export function createKick(
  stopCount: number,
  cost: (one: number, other: number) => number,
  touch: (stop: number) => void,
): Kick {
  const lengths: number[] = [];
  return (array, random) => {
    const stretches = random() < DOUBLE_BRIDGE_SHARE ? 3 : 2;
    // Up to half the tour: beyond that, turning a stretch turns the rest instead.
    const reach = Math.min(stopCount >> 1, random() < FAR_SHARE ? stopCount : LOCAL_REACH);
    const longest = Math.max(1, Math.floor(reach / stretches));
    const first = Math.floor(random() * stopCount);
    lengths.length = 0;
    for (let index = 0; index < stretches; index++) lengths.push(1 + Math.floor(random() * longest));
    return swapStretches(array, first, lengths);
  };

  /** Turns round all stretches together, then each by itself. They begin after the stop at position `first`. */
  function swapStretches({ tour, turn }: TourArray, first: number, stretches: number[]): number {
    const at = (offset: number): number => (first + offset) % stopCount;
    const stopAt = (offset: number): number => tour[at(offset)] ?? 0;
    const total = stretches.reduce((sum, length) => sum + length, 0);
    let added = 0;
    const count = (sign: number): void => {
      let end = 0;
      for (let index = 0; index <= stretches.length; index++) {
        added += sign * cost(stopAt(end), stopAt(end + 1));
        touch(stopAt(end));
        touch(stopAt(end + 1));
        end += stretches[index] ?? 0;
      }
    };
    count(-1);
    turn(at(1), at(total));
    stretches.reverse();
    let end = 0;
    for (const length of stretches) {
      turn(at(end + 1), at(end + length));
      end += length;
    }
    count(1);
    return added;
  }
}

const DOUBLE_BRIDGE_SHARE = 0.2;
const FAR_SHARE = 0.25;
const LOCAL_REACH = 50;
/** Stops without which there are no three stretches to exchange. */
export const LEAST_STOPS_TO_KICK = 8;
