import { drawCube } from "./draw-cube.ts";
import { canPrepareLottery, prepareLottery } from "./draw-lottery.ts";
import { drawProportional, drawSimple } from "./draw-random.ts";
import { pickDraw } from "./pick-draw.ts";
import type { SamplingDesign } from "./sampling-design.ts";

/** What the design could have drawn: all of it for a lottery, some repetitions for the cube method. */
export interface PossibleDraws {
  readonly draws: readonly Int32Array[];
  /** Chance of each; they add up to 1. */
  readonly chances: Float64Array;
}

export interface DrawnSample {
  readonly method: "lottery" | "cube";
  /** Chosen stations in index order. */
  readonly chosen: Int32Array;
  /** Probability of each station of being chosen, exactly. */
  readonly probabilities: Float64Array;
  /** Largest |probability ÷ wanted − 1|. */
  readonly probabilityDeviation: number;
  /** Null where repeating the draw would take too long. */
  readonly possible: PossibleDraws | null;
}

/** A lottery whose probabilities stray further than this from those wanted is not used. */
const LARGEST_DEVIATION = 0.01;
/** Repetitions of the cube method, as long as stations × margins³ stay within some seconds. */
const REPETITIONS = 200;
const FEWEST_REPETITIONS = 30;
const MOST_WORK = 1.5e9;

/** Draws the sample: by lottery when few stations are chosen among some thousands at most, else by the cube method. */
export function drawSample(design: SamplingDesign, random: () => number): DrawnSample {
  const { count, probabilities } = design;
  if (canPrepareLottery(design, count)) {
    const lottery = prepareLottery(design, count, random);
    if (lottery.largestDeviation <= LARGEST_DEVIATION) {
      return {
        method: "lottery",
        chosen: pickDraw(lottery.draws, lottery.chances, random),
        probabilities: lottery.probabilities,
        probabilityDeviation: lottery.largestDeviation,
        possible: lottery,
      };
    }
  }
  const chosen = drawCube(design, random);
  return { method: "cube", chosen, probabilities, probabilityDeviation: 0, possible: repeatCube(design, random) };
}

/** Draws of the same size that know no margin, to compare with. */
export function drawWithoutMargins(
  { probabilities, count }: SamplingDesign,
  how: "proportional" | "simple",
  repetitions: number,
  random: () => number,
): PossibleDraws {
  return equallyLikely(repetitions, () =>
    how === "simple" ? drawSimple(probabilities.length, count, random) : drawProportional(probabilities, random),
  );
}

function repeatCube(design: SamplingDesign, random: () => number): PossibleDraws | null {
  const work = design.probabilities.length * (design.balance.length + 1) ** 3;
  const repetitions = Math.min(REPETITIONS, Math.floor(MOST_WORK / work));
  return repetitions < FEWEST_REPETITIONS ? null : equallyLikely(repetitions, () => drawCube(design, random));
}

/** So many repetitions of a draw. */
export function equallyLikely(repetitions: number, draw: () => Int32Array): PossibleDraws {
  return {
    draws: Array.from({ length: repetitions }, draw),
    chances: new Float64Array(repetitions).fill(1 / repetitions),
  };
}
