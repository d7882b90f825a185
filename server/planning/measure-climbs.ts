import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import type { StreetRouter, Walker } from "./street-router.ts";

/**
 * Metres climbed between all places, `table[from × n + to]`. Where the router cannot tell, the difference in height: no
 * walk climbs less, so that the search drops nothing that is possible; the walks it chose are looked at afterwards.
 */
export async function measureClimbs(
  places: readonly StreetPlace[],
  walker: Walker,
  { router, graph }: { readonly router: Pick<StreetRouter, "climbs">; readonly graph: StreetGraph },
): Promise<Float32Array> {
  if (router.climbs) return router.climbs(places, walker);
  const heights = places.map((place) => heightAt(graph, place));
  const table = new Float32Array(places.length ** 2);
  heights.forEach((from, row) => {
    heights.forEach((to, column) => {
      table[row * places.length + column] = Math.max(0, to - from);
    });
  });
  return table;
}

/** A piece rises evenly between its ends. 0 where the elevation is unknown. */
function heightAt(graph: StreetGraph, { piece, offsetMetres }: StreetPlace): number {
  const from = graph.nodeElevation[graph.pieceFrom[piece] ?? 0] ?? Number.NaN;
  const to = graph.nodeElevation[graph.pieceTo[piece] ?? 0] ?? Number.NaN;
  const length = graph.pieceLengthMetres[piece] ?? 0;
  const height = length > 0 ? from + ((to - from) * offsetMetres) / length : from;
  return Number.isNaN(height) ? 0 : height;
}
