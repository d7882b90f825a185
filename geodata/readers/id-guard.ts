import { createNumberList } from "./number-list.ts";

/**
 * Tells the ids that come a second time. Files keep ids in ascending order, for which the highest so far is enough;
 * the set of all ids is only made once an id comes out of order (edited files, files joined end to end).
 */
export function createIdGuard(): { isRepeated(id: number): boolean } {
  const inOrder = createNumberList();
  let highest = -Infinity;
  let all: Set<number> | null = null;
  return {
    isRepeated: (id) => {
      if (all === null) {
        if (id > highest) {
          highest = id;
          inOrder.push(id);
          return false;
        }
        all = new Set(inOrder.toArray());
      }
      const isRepeated = all.has(id);
      all.add(id);
      return isRepeated;
    },
  };
}
