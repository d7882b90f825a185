import type { StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import type { StreetRouter, Walker } from "./street-router.ts";

/** Places asked about at once: the table grows with the square. */
const TOGETHER = 200;

/** Which of the places somebody who takes steps could reach from `start`, by position in the list. */
export async function reachWithSteps(
  start: StreetPlace,
  places: readonly StreetPlace[],
  walker: Walker,
  router: Pick<StreetRouter, "durations">,
): Promise<ReadonlySet<number>> {
  const reached = new Set<number>();
  for (let first = 0; first < places.length; first += TOGETHER) {
    const some = places.slice(first, first + TOGETHER);
    const table = await router.durations([start, ...some], { ...walker, avoidsSteps: false });
    some.forEach((_, index) => {
      if (Number.isFinite(table[index + 1])) reached.add(first + index);
    });
  }
  return reached;
}
