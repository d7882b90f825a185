import { classifyByQuantiles } from "./quantile-classes.ts";

/** Low, middle, high. */
export const THIRDS = [0, 1, 2] as const;
export type Third = (typeof THIRDS)[number];

/** Stations by thirds of a score and, in each, by thirds of the effort: doors far apart, between, close together. */
export interface CrossedClasses {
  /** Nine, score by score, lowest first, hardest first: `score * 3 + ease`. Some may be empty. */
  readonly classes: readonly { readonly count: number }[];
  /** In the order given; null where one of the two is not known. */
  readonly classOf: readonly (number | null)[];
}

/**
 * Crosses a score with the effort it takes. Thirds hold about as many stations each, equal values share one; values that
 * hardly differ fill the middle, or both ends, so that a third always says the same of its stations.
 *
 * @param scores by station; null where there is none
 * @param secondsPerDoor walking time from one door to the next, by station; null where nobody can walk
 */
export function crossedClasses(
  scores: readonly (number | null)[],
  secondsPerDoor: readonly (number | null)[],
): CrossedClasses {
  // Thirds are those of the stations that are shown, so that each row and column has its share of them.
  const isKnown = scores.map((score, place) => score !== null && (secondsPerDoor[place] ?? null) !== null);
  const scoreThirds = thirdsOf(scores.map((score, place) => (isKnown[place] ? score : null)));
  const effortThirds = thirdsOf(secondsPerDoor.map((seconds, place) => (isKnown[place] ? seconds : null)));
  const classOf = scoreThirds.map((score, place) => {
    const effort = effortThirds[place] ?? null;
    return score === null || effort === null ? null : score * 3 + (2 - effort);
  });
  const classes = Array.from({ length: 9 }, (_, own) => ({ count: classOf.filter((one) => one === own).length }));
  return { classes, classOf };
}

/** Thirds of a class: of its score, and of the effort, from close doors to far ones. */
export function thirdsOfClass(place: number): { readonly score: Third; readonly effort: Third } {
  return { score: third(Math.floor(place / 3)), effort: third(2 - (place % 3)) };
}

function third(value: number): Third {
  return THIRDS.find((one) => one === value) ?? 1;
}

function thirdsOf(values: readonly (number | null)[]): (number | null)[] {
  const { classes, classOf } = classifyByQuantiles(values, 3);
  const spread = classes.length === 1 ? () => 1 : (own: number) => Math.round((own * 2) / (classes.length - 1));
  return classOf.map((own) => (own === null ? null : spread(own)));
}
