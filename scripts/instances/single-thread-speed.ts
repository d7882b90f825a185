/**
 * How fast one thread of this machine is, in millions of steps a second of a walk through a table that does not fit in
 * the nearest caches, which is what the searches do all day. For comparing figures of different machines.
 */
export function singleThreadSpeed(): { readonly millionStepsPerSecond: number } {
  const table = Int32Array.from({ length: SIZE }, (_, at) => (at * 7919 + 104_729) % SIZE);
  const walk = (steps: number): number => {
    let at = 0;
    for (let step = 0; step < steps; step++) at = ((table[at] ?? 0) + step) % SIZE;
    return at;
  };
  walk(STEPS);
  const times = [1, 2, 3].map(() => {
    const began = performance.now();
    walk(STEPS);
    return performance.now() - began;
  });
  return { millionStepsPerSecond: Math.round(STEPS / 1000 / Math.min(...times)) };
}

const SIZE = 1 << 18;
const STEPS = 5_000_000;
