/**
 * Spearman's rank correlation of two lists of the same length, ties sharing their mean rank; null where either does
 * not vary or there are fewer than three pairs. (Spearman 1904.)
 */
export function rankCorrelation(left: ArrayLike<number>, right: ArrayLike<number>): number | null {
  if (left.length < 3) return null;
  return correlation(ranks(left), ranks(right));
}

/** Mean of the rank correlations inside the groups of at least `smallest` members; null where there is none. */
export function groupedRankCorrelation(
  left: Float64Array,
  right: Float64Array,
  groups: readonly (string | null)[],
  smallest = 10,
): number | null {
  const members = new Map<string, number[]>();
  groups.forEach((group, place) => {
    if (group === null) return;
    const list = members.get(group);
    if (list) list.push(place);
    else members.set(group, [place]);
  });
  const inside: number[] = [];
  for (const places of members.values()) {
    if (places.length < smallest) continue;
    const own = rankCorrelation(
      places.map((place) => left[place] ?? 0),
      places.map((place) => right[place] ?? 0),
    );
    if (own !== null) inside.push(own);
  }
  return inside.length > 0 ? inside.reduce((sum, own) => sum + own, 0) / inside.length : null;
}

/** Rank of each value, 0 for the lowest. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, place) => place).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b,
  );
  const result = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1] ?? 0] === values[order[first] ?? 0]) last++;
    for (let place = first; place <= last; place++) result[order[place] ?? 0] = (first + last) / 2;
    first = last + 1;
  }
  return result;
}

function correlation(left: Float64Array, right: Float64Array): number | null {
  const leftMean = left.reduce((sum, value) => sum + value, 0) / left.length;
  const rightMean = right.reduce((sum, value) => sum + value, 0) / right.length;
  let [both, ofLeft, ofRight] = [0, 0, 0];
  left.forEach((value, place) => {
    const other = (right[place] ?? 0) - rightMean;
    both += (value - leftMean) * other;
    ofLeft += (value - leftMean) ** 2;
    ofRight += other ** 2;
  });
  return ofLeft > 0 && ofRight > 0 ? both / Math.sqrt(ofLeft * ofRight) : null;
}
