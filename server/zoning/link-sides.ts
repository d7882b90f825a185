import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { type LinkedRun, linkOnFoot } from "./link-runs.ts";
import { createPavementGraph } from "./pavement-graph.ts";
import { BARRIER } from "./zone-stop.ts";

/** A side of a piece of street that has addresses. */
interface Side extends LinkedRun {
  /** Position of one of its addresses. */
  readonly address: number;
  fromMetres: number;
  toMetres: number;
}

/**
 * Which sides of streets are next to one another on foot: the links of `linkRuns` over which no barrier lies, with each
 * side of each piece as one run. A side that has addresses at a primary road, or before a bridge, is linked to none
 * beyond. Pairs are positions of addresses, one of each side; addresses away from all streets are in none.
 */
export function linkSides(
  graph: StreetGraph,
  places: readonly (StreetPlace | null)[],
): { readonly from: readonly number[]; readonly to: readonly number[] } {
  const sides = new Map<string, Side>();
  places.forEach((place, address) => {
    if (place === null) return;
    const { piece, side, offsetMetres } = place;
    const known = sides.get(`${piece}/${side}`);
    if (known === undefined) {
      sides.set(`${piece}/${side}`, { piece, side, address, fromMetres: offsetMetres, toMetres: offsetMetres });
      return;
    }
    known.fromMetres = Math.min(known.fromMetres, offsetMetres);
    known.toMetres = Math.max(known.toMetres, offsetMetres);
  });
  const runs = [...sides.values()];
  const free = linkOnFoot(graph, createPavementGraph(graph), runs).filter(({ barrier }) => barrier === BARRIER.none);
  return { from: free.map(({ a }) => runs[a]?.address ?? 0), to: free.map(({ b }) => runs[b]?.address ?? 0) };
}
