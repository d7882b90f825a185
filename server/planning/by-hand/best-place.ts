import type { ArrangedRoute } from "../../contract/plan-arrangement.ts";
import type { EditGround } from "./edit-ground.ts";
import { handEnds } from "./hand-ends.ts";
import { walkerOf } from "./walker-of.ts";

/** Where on a route some stops, one after the other as given, cost the least walking. */
export interface BestPlace {
  /** The stop that they come before; null: they come last. */
  readonly before: string | null;
  /** Seconds of walking more; Infinity when there is no way. */
  readonly extraSeconds: number;
}

/** Looks at every place of the route. One table of durations over its stops: O(stops) searches. */
export async function bestPlace(
  stopIds: readonly string[],
  route: ArrangedRoute,
  ground: EditGround,
): Promise<BestPlace> {
  const inserted = new Set(stopIds);
  const rest = route.stopIds.filter((id) => !inserted.has(id));
  const { start, end, isLoop } = await handEnds(route, ground);
  const [first, last] = [ground.stopsOf(stopIds)[0], ground.stopsOf(stopIds).at(-1)];
  if (!first || !last) throw new RangeError("nothing to insert");
  const places = [
    first.place,
    last.place,
    ...ground.stopsOf(rest).map(({ place }) => place),
    ...(start ? [start.place] : []),
    ...(end ? [end.place] : []),
  ];
  const table = await ground.router.durations(places, walkerOf(ground.base.request, route.id));
  const seconds = (from: number, to: number): number => table[from * places.length + to] ?? Infinity;
  const placeOf = (position: number): number | null => {
    if (position >= 0 && position < rest.length) return 2 + position;
    if (position < 0) return start ? 2 + rest.length : isLoop && rest.length > 0 ? 1 + rest.length : null;
    return end ? places.length - 1 : isLoop && rest.length > 0 ? 2 : null;
  };
  let best: BestPlace = { before: null, extraSeconds: Infinity };
  for (let position = 0; position <= rest.length; position++) {
    const [from, to] = [placeOf(position - 1), placeOf(position)];
    const there = from === null ? 0 : seconds(from, 0);
    const onward = to === null ? 0 : seconds(1, to);
    const direct = from === null || to === null ? 0 : seconds(from, to);
    const extraSeconds = there + onward - direct;
    if (extraSeconds < best.extraSeconds) best = { before: rest[position] ?? null, extraSeconds };
  }
  return best;
}
