import { pointAlong } from "../../../geodata/geometry/path.ts";
import { distanceMetres, type Position } from "../../../geodata/geometry/position.ts";
import { pieceShape, type StreetGraph, type StreetPlace } from "../../../geodata/street-graph/street-graph.ts";

/** A door as an address gives it: where it stands, and its place on the street. */
export interface DoorToReach {
  readonly position: Position;
  readonly place: StreetPlace;
}

/** The doors nearest to one of them, as many as asked for, the nearest first: an area that one evening might cover. */
export function clusterAround(doors: readonly DoorToReach[], seed: DoorToReach, count: number): DoorToReach[] {
  const distances = new Map(doors.map((door) => [door, distanceMetres(door.position, seed.position)]));
  const nearest = [...doors].sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0));
  return nearest.slice(0, count);
}

/** Doors every 12 metres on both sides of the streets within reach of a position. */
export function doorsNear(graph: StreetGraph, middle: Position, reachMetres: number): DoorToReach[] {
  const doors: DoorToReach[] = [];
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    const from = graph.pieceFrom[piece] ?? 0;
    const start: Position = [graph.nodeLongitude[from] ?? 0, graph.nodeLatitude[from] ?? 0];
    if (distanceMetres(start, middle) > reachMetres) continue;
    const shape = pieceShape(graph, piece);
    const length = graph.pieceLengthMetres[piece] ?? 0;
    for (let offsetMetres = 6; offsetMetres < length; offsetMetres += 12) {
      const position = pointAlong(shape, offsetMetres);
      for (const side of [-1, 1] as const) doors.push({ position, place: { piece, offsetMetres, side } });
    }
  }
  return doors;
}
