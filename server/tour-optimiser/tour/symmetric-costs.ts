/**
 * Half the walk there and back between all stops: the table itself when it is symmetric already. Read in square blocks,
 * because a column of a large table is far from its neighbour in memory. O(n²).
 */
export function symmetricCosts(stopCount: number, durations: Float32Array): Float32Array {
  if (isSymmetric(stopCount, durations)) return durations;
  const costs = new Float32Array(durations.length);
  forEachBlock(stopCount, (one, other) => {
    const there = durations[one * stopCount + other] ?? 0;
    const back = durations[other * stopCount + one] ?? 0;
    costs[one * stopCount + other] = costs[other * stopCount + one] = (there + back) / 2;
    return true;
  });
  return costs;
}

function isSymmetric(stopCount: number, durations: Float32Array): boolean {
  return forEachBlock(
    stopCount,
    (one, other) => durations[one * stopCount + other] === durations[other * stopCount + one],
  );
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
