import type { Position } from "../geometry/position.ts";
import { createSegmentIndex, type SegmentIndex } from "../street-graph/segment-index.ts";
import { type StreetGraph, type StreetPlace, streetName } from "../street-graph/street-graph.ts";

/** A yard or a drive without a name belongs to the named street within this, as its postal address would. */
const NAMED_STREET_METRES = 100;

/**
 * Names the street of an address that names none itself: the street it hangs on or, where that has no name, the
 * nearest street that has one. Empty when there is none within reach.
 */
export function streetNamer(graph: StreetGraph): (position: Position, place: StreetPlace) => string {
  let index: SegmentIndex | null = null;
  return (position, place) => {
    const own = streetName(graph, place.piece);
    if (own !== "") return own;
    index ??= createSegmentIndex(graph);
    let name = "";
    let least = Infinity;
    for (const { piece, distanceMetres } of index.within(position, NAMED_STREET_METRES)) {
      if (distanceMetres >= least || streetName(graph, piece) === "") continue;
      least = distanceMetres;
      name = streetName(graph, piece);
    }
    return name;
  };
}
