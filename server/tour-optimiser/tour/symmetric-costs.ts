/**
 * Half the walk there and back between all stops, finite even where there is no way: a search that meets Infinity gains
 * it for ever. The table itself when it is symmetric and finite already. Read in square blocks, because a column of a
 * large table is far from its neighbour in memory. O(n²).
 */
export function symmetricCosts(stopCount: number, durations: Float32Array): Float32Array {
  if (isUsable(stopCount, durations)) return durations;
  const costs = new Float32Array(durations.length);
  forEachBlock(stopCount, (one, other) => {
    const there = durations[one * stopCount + other] ?? 0;
    const back = durations[other * stopCount + one] ?? 0;
    const half = (there + back) / 2;
    costs[one * stopCount + other] = costs[other * stopCount + one] = half < NO_WAY_SECONDS ? half : NO_WAY_SECONDS;
    return true;
  });
  return costs;
}

function isUsable(stopCount: number, durations: Float32Array): boolean {
  return forEachBlock(stopCount, (one, other) => {
    const there = durations[one * stopCount + other] ?? 0;
    return there === durations[other * stopCount + one] && there < NO_WAY_SECONDS;
  });
}

/** Calls for every pair until one answers false; says whether none did. */
function forEachBlock(stopCount: number, visit: (one: number, other: number) => boolean): boolean {
  for (let rows = 0; rows < stopCount; rows += BLOCK) {
    for (let columns = 0; columns <= rows; columns += BLOCK) {
      for (let one = rows; one < Math.min(rows + BLOCK, stopCount); one++) {
        for (let other = columns; other < Math.min(columns + BLOCK, one); other++) {
          if (!visit(one, other)) return false;
        }
      }
    }
  }
  return true;
}

const BLOCK = 32;
/** Longer than any walk, and small enough that a float still tells seconds apart. Tables in tenths of a second fit too. */
const NO_WAY_SECONDS = 1e6;
