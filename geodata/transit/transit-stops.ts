import { labelPosition } from "../geometry/polygon.ts";
import { distanceMetres, type Position } from "../geometry/position.ts";
import type { OsmElements } from "../territory/combine-osm.ts";
import type { TransitKind, TransitStop } from "../territory/territory.ts";
import { transitKind } from "./transit-kind.ts";

/** Platforms of one name and kind nearer than this are one stop: both sides of a street, both ends of a quay. */
const SAME_STOP_METRES = 80;
/** A nameless stop has the name of the nearest of its kind: a platform beside its pole, an entrance of its station. */
const BORROWED_NAME_METRES = 250;

/**
 * The stops of public transport in OpenStreetMap, in order of kind of element and id: nodes where they stand, ways
 * and relations at their middle. Of the elements of one stop (pole, platform, place on the road) the first counts;
 * entrances of a metro station all count, because that is where people come out.
 */
export function transitStops({ points, ways, areas }: Pick<OsmElements, "points" | "ways" | "areas">): TransitStop[] {
  const found = [
    ...points.flatMap(({ id, tags, position }) => toStop(`osm-n${id}`, tags, () => position)),
    ...ways.flatMap((way) => toStop(`osm-w${way.id}`, way.tags, () => middleOf(way.positions))),
    ...areas.flatMap(({ id, kind, tags, geometry }) =>
      kind === "relation" ? toStop(`osm-r${id}`, tags, () => labelPosition(geometry)) : [],
    ),
  ];
  const named = found.filter(({ name }) => name !== "");
  const stops: TransitStop[] = [];
  for (const { isEntrance, ...stop } of [...named, ...found.filter(({ name }) => name === "").map(withName(named))]) {
    const isTwice = stops.some(
      ({ name, kind, position }) =>
        name === stop.name && kind === stop.kind && distanceMetres(position, stop.position) < SAME_STOP_METRES,
    );
    if (isEntrance || !isTwice) stops.push(stop);
  }
  return stops;
}

interface FoundStop extends TransitStop {
  readonly isEntrance: boolean;
}

function toStop(id: string, tags: Readonly<Record<string, string>>, positionOf: () => Position): readonly FoundStop[] {
  const kind = transitKind(tags);
  if (kind === null) return [];
  const isEntrance = tags.railway === "subway_entrance";
  // The name of an entrance is that of a street corner; people look for the station.
  const name = isEntrance ? "" : (tags.name ?? "").trim();
  return [{ id, name, kind, position: positionOf(), isEntrance }];
}

function withName(named: readonly FoundStop[]): (stop: FoundStop) => FoundStop {
  const byKind = new Map<TransitKind, FoundStop[]>();
  for (const stop of named) byKind.set(stop.kind, [...(byKind.get(stop.kind) ?? []), stop]);
  return (stop) => {
    let name = "";
    let nearest = BORROWED_NAME_METRES;
    for (const other of byKind.get(stop.kind) ?? []) {
      const metres = distanceMetres(other.position, stop.position);
      if (metres >= nearest) continue;
      nearest = metres;
      name = other.name;
    }
    return { ...stop, name };
  };
}

/** Mean of the corners; a closed way says its first twice. */
function middleOf(positions: readonly Position[]): Position {
  const [first] = positions;
  const last = positions.at(-1);
  const isClosed = positions.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  const corners = isClosed ? positions.slice(1) : positions;
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1)];
}
