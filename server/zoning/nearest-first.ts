/** A queue of numbered places, least cost first; ties go to the lower number, so that searches are the same everywhere. */
export interface NearestFirst {
  push(place: number, cost: number): void;
  /** The place of least cost, or -1. Its cost is `cost`. */
  take(): number;
  readonly cost: number;
}

/** Binary heap. A place may be in it many times: the caller skips those that are settled. */
export function createNearestFirst(): NearestFirst {
  const places: number[] = [];
  const costs: number[] = [];
  let taken = 0;

  const isBefore = (a: number, b: number): boolean => {
    const difference = (costs[a] ?? 0) - (costs[b] ?? 0);
    return difference < 0 || (difference === 0 && (places[a] ?? 0) < (places[b] ?? 0));
  };
  const swap = (a: number, b: number): void => {
    [places[a], places[b]] = [places[b] ?? 0, places[a] ?? 0];
    [costs[a], costs[b]] = [costs[b] ?? 0, costs[a] ?? 0];
  };

  return {
    get cost() {
      return taken;
    },
    push(place, cost) {
      let at = places.length;
      places.push(place);
      costs.push(cost);
      for (let parent = (at - 1) >> 1; at > 0 && isBefore(at, parent); parent = (at - 1) >> 1) {
        swap(at, parent);
        at = parent;
      }
    },
    take() {
      const first = places[0];
      if (first === undefined) return -1;
      taken = costs[0] ?? 0;
      swap(0, places.length - 1);
      places.pop();
      costs.pop();
      for (let at = 0; ; ) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < places.length && isBefore(child, least)) least = child;
        }
        if (least === at) return first;
        swap(at, least);
        at = least;
      }
    },
  };
}
