/**
 * Lets those who arrive while a commit is under way go into the next one together: a commit waits for the disk, and
 * waits no longer for many. Lanes go side by side; within a lane the order is that of arrival.
 */
export interface GroupCommitOptions<Item, Result> {
  laneOf(item: Item): string;
  weightOf(item: Item): number;
  /** A group is no heavier, unless its only item is. */
  readonly heaviest: number;
  /** One result for each item, in order, when all are stored. Throws when none is. */
  commit(group: readonly Item[]): Promise<readonly Result[]>;
  /** Whether a fault is of one of the items perhaps: each is then tried alone, so that it holds up nobody else. */
  isOfOne(fault: unknown): boolean;
}

export interface GroupCommits<Item, Result> {
  /** Resolves when the item is stored. Throws what went wrong with it, and then it is not. */
  add(item: Item): Promise<Result>;
  /** Items that are not stored yet. */
  waiting(): number;
}

interface Entry<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (fault: unknown) => void;
}

export function createGroupCommits<Item, Result>(
  options: GroupCommitOptions<Item, Result>,
): GroupCommits<Item, Result> {
  const lanes = new Map<string, Entry<Item, Result>[]>();
  let count = 0;

  async function run(lane: string, queue: Entry<Item, Result>[]): Promise<void> {
    // Requests that were read from the network in one turn go together from the first.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      const group = takeGroup(queue, options);
      await settle(group);
      count -= group.length;
    }
    lanes.delete(lane);
  }

  async function settle(group: readonly Entry<Item, Result>[]): Promise<void> {
    try {
      const results = await options.commit(group.map(({ item }) => item));
      for (const [index, result] of results.entries()) group[index]?.resolve(result);
    } catch (fault) {
      const isTriedAlone = options.isOfOne(fault);
      for (const entry of group) {
        if (isTriedAlone) await settleAlone(entry);
        else entry.reject(fault);
      }
    }
  }

  async function settleAlone({ item, resolve, reject }: Entry<Item, Result>): Promise<void> {
    try {
      for (const result of await options.commit([item])) resolve(result);
    } catch (fault) {
      reject(fault);
    }
  }

  return {
    waiting: () => count,
    add: (item) =>
      new Promise((resolve, reject) => {
        count++;
        const lane = options.laneOf(item);
        const queue = lanes.get(lane);
        const entry = { item, resolve, reject };
        if (queue) {
          queue.push(entry);
          return;
        }
        const opened = [entry];
        lanes.set(lane, opened);
        void run(lane, opened);
      }),
  };
}

function takeGroup<Item, Result>(
  queue: Entry<Item, Result>[],
  { weightOf, heaviest }: GroupCommitOptions<Item, Result>,
): readonly Entry<Item, Result>[] {
  let weight = 0;
  const end = queue.findIndex(({ item }, index) => {
    weight += weightOf(item);
    return index > 0 && weight > heaviest;
  });
  return queue.splice(0, end === -1 ? queue.length : end);
}
