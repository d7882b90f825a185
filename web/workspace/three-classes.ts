import type { Mix } from "../../server/contract/scores.ts";

/** Lowest first, as the classes of the map. */
export const THREE_CLASSES = ["rest", "second", "priority"] as const;

export interface ThreeClassesView {
  /** Place in THREE_CLASSES of each station, in the order given; null without a value. */
  readonly classOf: readonly (number | null)[];
  /** By place in THREE_CLASSES. A class may be empty: its colour and its name keep their meaning. */
  readonly classes: readonly { readonly count: number; readonly registered: number }[];
}

/**
 * Priority, second, not now: stations from the highest value down, until the shares of the registered voters are
 * reached. A station belongs where it begins, so a class may go over its share by less than one station; equal values
 * share a class.
 *
 * @param worthFrom stations of a lower value are "not now" whatever their rank
 */
export function threeClasses(
  stations: readonly ({ readonly value: number; readonly registered: number } | null)[],
  { priority, second }: Pick<Mix, "priority" | "second">,
  worthFrom = -Infinity,
): ThreeClassesView {
  const known = stations.flatMap((station, place) => (station === null ? [] : [{ ...station, place }]));
  known.sort((a, b) => b.value - a.value);
  const total = known.reduce((sum, { registered }) => sum + registered, 0);
  const classOf: (number | null)[] = stations.map(() => null);
  const classes = THREE_CLASSES.map(() => ({ count: 0, registered: 0 }));
  let before = 0;
  let own = 0;
  known.forEach(({ value, registered, place }, rank) => {
    if (rank === 0 || value !== known[rank - 1]?.value) {
      const share = total > 0 ? before / total : rank / known.length;
      own = value < worthFrom ? 0 : share < priority ? 2 : share < second ? 1 : 0;
    }
    before += registered;
    classOf[place] = own;
    const members = classes[own];
    if (members === undefined) throw new Error(`class ${own} is none of three`);
    members.count++;
    members.registered += registered;
  });
  return { classOf, classes };
}
