import { unionOfBoxes } from "../geometry/box.ts";
import type { BoundingBox } from "../geometry/position.ts";
import type { OsmArea, OsmExtract, OsmPoint, OsmWay } from "../readers/osm-extract.ts";

/** The elements of one extract or several. */
export interface OsmElements {
  readonly ways: readonly OsmWay[];
  readonly points: readonly OsmPoint[];
  readonly areas: readonly OsmArea[];
  /** Around everything; null when there is nothing. */
  readonly box: BoundingBox | null;
}

/** Neighbouring extracts hold the elements along their border twice: each is kept once, from the first that has it. */
export function combineOsm(extracts: readonly OsmExtract[]): OsmElements {
  const [only] = extracts;
  if (only !== undefined && extracts.length === 1) return only;
  return {
    ways: onceEach(
      extracts.flatMap(({ ways }) => ways),
      ({ id }) => id,
    ),
    points: onceEach(
      extracts.flatMap(({ points }) => points),
      ({ id }) => id,
    ),
    areas: onceEach(
      extracts.flatMap(({ areas }) => areas),
      ({ kind, id }) => `${kind}${id}`,
    ),
    box: unionOfBoxes(extracts.flatMap(({ box }) => (box === null ? [] : [box]))),
  };
}

function onceEach<Element>(elements: readonly Element[], keyOf: (element: Element) => unknown): Element[] {
  const seen = new Set<unknown>();
  return elements.filter((element) => {
    const key = keyOf(element);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
