import type { Polygon } from "geojson";
import type { BoundingBox, Position } from "../geometry/position.ts";
import { orientRing } from "./nest-rings.ts";
import type { NodeTable } from "./node-table.ts";
import type { OsmArea, OsmTags, OsmWay } from "./osm-extract.ts";
import type { WayTable } from "./way-table.ts";

/** Makes the ways and areas that readers hand on, over tables that hold millions of them. */
export interface WayMaker {
  /** The stretches of a way that are known: one for a whole way, more where nodes in its middle are missing. */
  ways(way: number, tags: OsmTags): OsmWay[];
  /** The ground inside a closed way whose nodes are all known. */
  area(way: number, tags: OsmTags): OsmArea;
  /** How many nodes of the way the file does not hold, and the box around the others; null when there are none. */
  measure(way: number): { readonly missing: number; readonly box: BoundingBox | null };
}

export function createWayMaker(table: WayTable, nodes: NodeTable): WayMaker {
  // The last lists are remembered, so that a loop over `way.positions[i]` does not make them again at every step.
  let lastStart = -1;
  let lastEnd = -1;
  let lastPositions: readonly Position[] | null = null;
  let lastIds: readonly number[] | null = null;

  function turnTo(start: number, end: number): void {
    if (start === lastStart && end === lastEnd) return;
    lastStart = start;
    lastEnd = end;
    lastPositions = null;
    lastIds = null;
  }
  function positionsOf(start: number, end: number): readonly Position[] {
    turnTo(start, end);
    lastPositions ??= listed(start, end, nodes.positionAt);
    return lastPositions;
  }
  function nodeIdsOf(start: number, end: number): readonly number[] {
    turnTo(start, end);
    lastIds ??= listed(start, end, nodes.idAt);
    return lastIds;
  }
  function listed<Value>(start: number, end: number, valueAt: (place: number) => Value): Value[] {
    const list: Value[] = [];
    for (let at = start; at < end; at++) list.push(valueAt(table.places[at] ?? -1));
    return list;
  }

  /** Getters on a shared prototype keep a way small, whatever the number of its nodes. */
  class TableWay implements OsmWay {
    readonly id: number;
    readonly tags: OsmTags;
    readonly #start: number;
    readonly #end: number;
    constructor(id: number, tags: OsmTags, start: number, end: number) {
      this.id = id;
      this.tags = tags;
      this.#start = start;
      this.#end = end;
    }
    get nodeIds(): readonly number[] {
      return nodeIdsOf(this.#start, this.#end);
    }
    get positions(): readonly Position[] {
      return positionsOf(this.#start, this.#end);
    }
  }
  class TableArea implements OsmArea {
    readonly kind = "way" as const;
    readonly id: number;
    readonly tags: OsmTags;
    readonly #way: number;
    constructor(way: number, tags: OsmTags) {
      this.id = table.idAt(way);
      this.tags = tags;
      this.#way = way;
    }
    get geometry(): Polygon {
      const ring = orientRing(positionsOf(table.startAt(this.#way), table.endAt(this.#way)), "counter-clockwise");
      return { type: "Polygon", coordinates: [ring.map(([longitude, latitude]) => [longitude, latitude])] };
    }
  }

  return {
    ways: (way, tags) => {
      const made: OsmWay[] = [];
      const end = table.endAt(way);
      let start = table.startAt(way);
      for (let at = start; at <= end; at++) {
        if (at < end && nodes.isPlaced(table.places[at] ?? -1)) continue;
        if (at - start >= 2) made.push(new TableWay(table.idAt(way), tags, start, at));
        start = at + 1;
      }
      return made;
    },
    area: (way, tags) => new TableArea(way, tags),
    measure: (way) => {
      let missing = 0;
      let west = Infinity;
      let south = Infinity;
      let east = -Infinity;
      let north = -Infinity;
      for (let at = table.startAt(way), end = table.endAt(way); at < end; at++) {
        const place = table.places[at] ?? -1;
        if (!nodes.isPlaced(place)) {
          missing++;
          continue;
        }
        const longitude = nodes.longitudeAt(place);
        const latitude = nodes.latitudeAt(place);
        if (longitude < west) west = longitude;
        if (longitude > east) east = longitude;
        if (latitude < south) south = latitude;
        if (latitude > north) north = latitude;
      }
      return { missing, box: west === Infinity ? null : [west, south, east, north] };
    },
  };
}
