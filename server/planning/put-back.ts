/** Stops that are held on a route stay on it, whatever its limits: after the stop that they came after. */
export function putBack(
  order: readonly string[],
  held: readonly string[],
  before: readonly string[],
): readonly string[] {
  let stopIds = order;
  for (const id of held) {
    if (stopIds.includes(id)) continue;
    const earlier = before.slice(0, before.indexOf(id)).findLast((one) => stopIds.includes(one));
    const at = earlier === undefined ? 0 : stopIds.indexOf(earlier) + 1;
    stopIds = [...stopIds.slice(0, at), id, ...stopIds.slice(at)];
  }
  return stopIds;
}
