/** A list of numbers that grows without being copied: 8 bytes each, outside the JavaScript heap. */
export interface NumberList {
  readonly length: number;
  push(value: number): void;
  /** Throws RangeError beyond the end. */
  at(index: number): number;
  /** Copies the numbers from `start` up to `end` into `target`, from its place `offset` on. */
  copyTo(target: Float64Array, offset: number, start: number, end: number): void;
  toArray(): Float64Array;
}

const BITS = 16;
const CHUNK_LENGTH = 1 << BITS;

export function createNumberList(): NumberList {
  const chunks: Float64Array[] = [];
  let last = new Float64Array(0);
  let length = 0;

  function copyTo(target: Float64Array, offset: number, start: number, end: number): void {
    let at = start;
    while (at < end) {
      const chunk = chunks[at >>> BITS];
      const within = at & (CHUNK_LENGTH - 1);
      const count = Math.min(end - at, CHUNK_LENGTH - within);
      if (chunk === undefined) throw new RangeError(`numbers up to ${end} of ${length} are asked for`);
      target.set(chunk.subarray(within, within + count), offset + at - start);
      at += count;
    }
  }
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
    copyTo,
    toArray: () => {
      const all = new Float64Array(length);
      copyTo(all, 0, 0, length);
      return all;
    },
  };
}
