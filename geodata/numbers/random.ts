/** A stream of pseudo-random numbers. The same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  between(low: number, high: number): number;
  /** Uniform whole number from low to high, both included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Throws on an empty list. */
  pick<T>(choices: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
  /** Standard normal. */
  normal(): number;
  /** An independent stream: what one part of a program draws never moves another part. */
  fork(label: string): Random;
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by hashing the seed and the label. */
export function createRandom(seed: number, label: string): Random {
  const word = hashText(`${seed}/${label}`);
  const state = new Uint32Array([word(), word(), word(), word()]);
  const next = () => stepSfc32(state) / 4294967296;
  for (let warmUp = 0; warmUp < 15; warmUp++) next();
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick(choices) {
      const choice = choices[whole(0, choices.length - 1)];
      if (choice === undefined) throw new RangeError("pick needs at least one choice");
      return choice;
    },
    shuffled(list) {
      const keyed = list.map((value) => ({ value, key: next() }));
      return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    fork: (name) => createRandom(seed, `${label}/${name}`),
  };
}

/** xmur3: turns a text into a generator of 32-bit words. */
function hashText(text: string): () => number {
  let hash = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
}

function stepSfc32(state: Uint32Array): number {
  const [a = 0, b = 0, c = 0, counter = 0] = state;
  const result = (a + b + counter) >>> 0;
  state[3] = counter + 1;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + result;
  return result;
}
