import { OUTCOMES, type Outcome } from "../contract/field-events.ts";
import { noDoors } from "../contract/fold-field-events.ts";
import { type Answers, SMALLEST_BREAKDOWN } from "../contract/progress.ts";

export type Counts = Readonly<Record<Outcome, number>>;

/**
 * What may be told of groups that a total is shown of: nothing of a group with fewer than SMALLEST_BREAKDOWN doors. When the groups
 * that are kept back are fewer than that together, the smallest that is left is kept back too, for the total less the others would
 * tell of them (primary and secondary suppression: Hundepool et al., Statistical Disclosure Control, 2012, chapter 4).
 */
export function hideSmall(groups: readonly Counts[]): (Answers | null)[] {
  const sizes = groups.map(doorsOf);
  const hidden = new Set<number>();
  let hiddenDoors = 0;
  const hide = (index: number) => {
    hidden.add(index);
    hiddenDoors += sizes[index] ?? 0;
  };
  for (const [index, size] of sizes.entries()) if (size < SMALLEST_BREAKDOWN) hide(index);
  if (hiddenDoors > 0 && hiddenDoors < SMALLEST_BREAKDOWN) {
    const shown = [...sizes.keys()].filter((index) => !hidden.has(index));
    const [smallest] = shown.sort((one, other) => (sizes[one] ?? 0) - (sizes[other] ?? 0));
    if (smallest !== undefined) hide(smallest);
  }
  return groups.map((counts, index) => (hidden.has(index) ? null : answersOf(counts)));
}

/** Of one group that stands alone. */
export function answersOf(counts: Counts): Answers | null {
  const doors = doorsOf(counts);
  return doors < SMALLEST_BREAKDOWN ? null : { counts, contactRate: counts.conversation / doors };
}

export function doorsOf(counts: Counts): number {
  return OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
}

export function sumCounts(all: Iterable<Counts>): Record<Outcome, number> {
  const sum = noDoors();
  for (const counts of all) for (const outcome of OUTCOMES) sum[outcome] += counts[outcome];
  return sum;
}
