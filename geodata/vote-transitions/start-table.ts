import { regressShares } from "./simplex-regression.ts";
import { columnSums, type StationVotes, turnAround } from "./station-votes.ts";

/**
 * A first table of votes: the mean of regressing destinations on origins and origins on destinations. The errors of the two
 * pull apart, as in the dual estimates of Pavía & Romero (J. Royal Statistical Society A 187:919, 2024).
 */
export function startTable(votes: StationVotes): Float64Array {
  const { originCount, destinationCount } = votes;
  const there = regressShares(votes);
  const back = regressShares(turnAround(votes));
  const origins = columnSums(votes.origins, originCount);
  const destinations = columnSums(votes.destinations, destinationCount);
  const table = new Float64Array(originCount * destinationCount);
  for (let j = 0; j < originCount; j++) {
    for (let k = 0; k < destinationCount; k++) {
      const cell = j * destinationCount + k;
      const seenFromOrigin = (origins[j] ?? 0) * (there[cell] ?? 0);
      table[cell] = (seenFromOrigin + (destinations[k] ?? 0) * (back[k * originCount + j] ?? 0)) / 2;
    }
  }
  return table;
}
