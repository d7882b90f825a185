import type { StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import type { StreetRouter, Walker } from "./street-router.ts";

/** Walking seconds between stops, from the start to each, and from each to the end. */
export interface PlanDurations {
  /** n × n, row by row. */
  readonly between: Float32Array;
  readonly fromStart: Float32Array;
  readonly toEnd: Float32Array | null;
}

/** Measures all walks of a plan in one table and cuts it up. */
export async function measureDurations(
  router: Pick<StreetRouter, "durations">,
  stops: readonly StreetPlace[],
  ends: { readonly start: StreetPlace; readonly end: StreetPlace | null },
  walker: Walker,
): Promise<PlanDurations> {
  const places = [...stops, ends.start, ...(ends.end ? [ends.end] : [])];
  const table = await router.durations(places, walker);
  const count = stops.length;
  const size = places.length;
  const fromStart = table.slice(count * size, count * size + count);
  const toEnd = ends.end
    ? Float32Array.from({ length: count }, (_, stop) => table[stop * size + count + 1] ?? Infinity)
    : null;
  // Rows move towards the front of the table that holds them, so that a large plan needs no second one.
  for (let stop = 0; stop < count; stop++) table.copyWithin(stop * count, stop * size, stop * size + count);
  return { between: table.subarray(0, count * count), fromStart, toEnd };
}
