import { pathLengthMetres, pointAlong } from "../../geodata/geometry/path.ts";
import { bearingDegrees, type Position } from "../../geodata/geometry/position.ts";
import { pieceShape, type StreetGraph, type StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { turnDegrees } from "../directions/turn-angle.ts";

/** A door is on the left or right of a walker who comes along its street within this angle. */
const ALONG_DEGREES = 60;
const WINDOW_METRES = 5;

/**
 * Whether a door is on the left (-1) or on the right (1) of a walker at the end of a line; 0 when it cannot be told. The
 * server was asked for a point on the street: which side of it the door is on, the territory's own graph knows.
 */
export function sideOnArrival(
  graph: StreetGraph,
  { piece, offsetMetres }: Pick<StreetPlace, "piece" | "offsetMetres">,
  side: -1 | 0 | 1,
  line: readonly Position[],
): -1 | 0 | 1 {
  const length = pathLengthMetres(line);
  if (side === 0 || length === 0) return 0;
  const shape = pieceShape(graph, piece);
  const street = bearingBetween(shape, offsetMetres - WINDOW_METRES, offsetMetres + WINDOW_METRES);
  const turned = Math.abs(turnDegrees(street, bearingBetween(line, length - WINDOW_METRES, length)));
  if (turned > ALONG_DEGREES && turned < 180 - ALONG_DEGREES) return 0;
  if (turned < 90) return side;
  return side === -1 ? 1 : -1;
}

/** Distances are held to the line. */
function bearingBetween(line: readonly Position[], fromMetres: number, toMetres: number): number {
  return bearingDegrees(pointAlong(line, Math.max(0, fromMetres)), pointAlong(line, toMetres));
}
