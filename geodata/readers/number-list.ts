/** A list of numbers that grows without being copied: 8 bytes each, outside the JavaScript heap. */
export interface NumberList {
  readonly length: number;
  push(value: number): void;
  /** Throws RangeError beyond the end. */
  at(index: number): number;
  toArray(): Float64Array;
}

const BITS = 16;
const CHUNK_LENGTH = 1 << BITS;

export function createNumberList(): NumberList {
  const chunks: Float64Array[] = [];
  let last = new Float64Array(0);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push: (value) => {
      const within = length & (CHUNK_LENGTH - 1);
      if (within === 0) {
        last = new Float64Array(CHUNK_LENGTH);
        chunks.push(last);
      }
      last[within] = value;
      length++;
    },
    at: (index) => {
      const chunk = chunks[index >>> BITS];
      if (chunk === undefined || index >= length) throw new RangeError(`number ${index} of ${length} is asked for`);
      return chunk[index & (CHUNK_LENGTH - 1)] ?? 0;
    },
    toArray: () => {
      const all = new Float64Array(length);
      for (const [index, chunk] of chunks.entries()) {
        const start = index * CHUNK_LENGTH;
        all.set(start + CHUNK_LENGTH <= length ? chunk : chunk.subarray(0, length - start), start);
      }
      return all;
    },
  };
}
