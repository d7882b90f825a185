/**
 * A closed tour as an array with the place of every stop in it: `tour[position[stop]] = stop` always holds. All changes
 * are turns of a stretch, noted in a log, so that a trial that fails is undone at the cost of what it touched.
 */
export interface TourArray {
  readonly tour: Int32Array;
  readonly position: Int32Array;
  next(stop: number): number;
  previous(stop: number): number;
  /** Turns round the stretch of positions from `first` forward to `last`, and notes it. */
  turn(first: number, last: number): void;
  /** Turns round the stretch that begins at `from`, beside `outside`, and ends at `to`. Which way it runs is looked up. */
  turnStretch(outside: number, from: number, to: number): void;
  /** Forgets what was noted: the changes stand. */
  keep(): void;
  /** Takes back all that was noted. */
  undo(): void;
}

/** A tour in the given order. Takes O(shorter side) to turn a stretch. */
export function createTourArray(order: Int32Array): TourArray {
  const n = order.length;
  const tour = Int32Array.from(order);
  const position = new Int32Array(n);
  for (let at = 0; at < n; at++) position[tour[at] ?? 0] = at;
  let log = new Int32Array(1024);
  let logCount = 0;

  /** On a circle, turning a stretch and turning all the rest give the same tour: the shorter one is turned. */
  const swapStretch = (first: number, last: number): void => {
    let inside = last - first + 1;
    if (inside <= 0) inside += n;
    let left = first;
    let right = last;
    let swaps = inside >> 1;
    if (2 * inside > n) {
      left = last + 1 === n ? 0 : last + 1;
      right = first === 0 ? n - 1 : first - 1;
      swaps = (n - inside) >> 1;
    }
    while (swaps-- > 0) {
      const a = tour[left] ?? 0;
      const b = tour[right] ?? 0;
      tour[left] = b;
      position[b] = left;
      tour[right] = a;
      position[a] = right;
      if (++left === n) left = 0;
      if (--right < 0) right = n - 1;
    }
  };

  const next = (stop: number): number => {
    const at = (position[stop] ?? 0) + 1;
    return tour[at === n ? 0 : at] ?? 0;
  };
  const previous = (stop: number): number => {
    const at = position[stop] ?? 0;
    return tour[at === 0 ? n - 1 : at - 1] ?? 0;
  };
  const turn = (first: number, last: number): void => {
    if (logCount + 2 > log.length) {
      const longer = new Int32Array(2 * log.length);
      longer.set(log);
      log = longer;
    }
    log[logCount++] = first;
    log[logCount++] = last;
    swapStretch(first, last);
  };

  return {
    tour,
    position,
    next,
    previous,
    turn,
    turnStretch(outside, from, to) {
      if (next(outside) === from) turn(position[from] ?? 0, position[to] ?? 0);
      else turn(position[to] ?? 0, position[from] ?? 0);
    },
    keep() {
      logCount = 0;
    },
    undo() {
      while (logCount > 0) {
        logCount -= 2;
        swapStretch(log[logCount] ?? 0, log[logCount + 1] ?? 0);
      }
    },
  };
}
