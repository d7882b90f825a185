import { pointAlong } from "../../geodata/geometry/path.ts";
import { bearingDegrees } from "../../geodata/geometry/position.ts";
import { pieceShape, type StreetGraph, streetClass, streetName } from "../../geodata/street-graph/street-graph.ts";
import { stretchMetres, type WalkStretch } from "../walking-router/walking-path.ts";
import { turnDegrees } from "./turn-angle.ts";

/** A cross street nearer than this is where the walker stands, not where the walk leads. */
const HERE_METRES = 12;
/** A cross street farther than this cannot be seen from where the walk begins. */
const SIGHT_METRES = 300;

/**
 * The first named street that crosses the one walked, ahead of where a walk begins: along its stretches, then on along
 * the same street beyond them. Null when there is none within sight, or when the same street also crosses behind, so
 * that its name would not tell one direction from the other.
 *
 * @param street the name of the street walked, empty when it has none
 */
export function streetAhead(graph: StreetGraph, stretches: readonly WalkStretch[], street: string): string | null {
  const [first] = stretches;
  if (first === undefined || stretchMetres(first) === 0) return null;
  const ahead = firstCrossing(graph, street, first, stretches.slice(1));
  if (ahead === null) return null;
  const length = graph.pieceLengthMetres[first.piece] ?? 0;
  const back = { ...first, forward: !first.forward, toMetres: first.forward ? 0 : length };
  return ahead === firstCrossing(graph, street, back, []) ? null : ahead;
}

function firstCrossing(
  graph: StreetGraph,
  street: string,
  first: WalkStretch,
  others: readonly WalkStretch[],
): string | null {
  let arc: Arc | null = first;
  let metres = first.forward ? (graph.pieceLengthMetres[first.piece] ?? 0) - first.fromMetres : first.fromMetres;
  for (let step = 0; arc !== null && metres <= SIGHT_METRES; step++) {
    const name = metres >= HERE_METRES ? crossStreet(graph, street, arc) : null;
    if (name !== null) return name;
    const next: Arc | null = others[step] ?? (step < others.length ? null : goOn(graph, street, arc));
    metres += next === null ? 0 : (graph.pieceLengthMetres[next.piece] ?? 0);
    arc = next;
  }
  return null;
}

interface Arc {
  readonly piece: number;
  readonly forward: boolean;
}

/** The widest street of another name at the end of an arc. */
function crossStreet(graph: StreetGraph, street: string, arc: Arc): string | null {
  let best: { readonly name: string; readonly rank: number } | null = null;
  for (const { piece } of arcsAt(graph, endOf(graph, arc))) {
    const name = streetName(graph, piece);
    const rank = graph.pieceClass[piece] ?? 0;
    if (name === "" || name === street || streetClass(graph, piece) === "crossing") continue;
    if (best === null || rank < best.rank) best = { name, rank };
  }
  return best?.name ?? null;
}

/** The arc on which the same street goes on, the straightest when there are two; null for a nameless one. */
function goOn(graph: StreetGraph, street: string, arc: Arc): Arc | null {
  if (street === "") return null;
  const bearing = (bearingAtStart(graph, { piece: arc.piece, forward: !arc.forward }) + 180) % 360;
  let best: { readonly arc: Arc; readonly degrees: number } | null = null;
  for (const next of arcsAt(graph, endOf(graph, arc))) {
    if (next.piece === arc.piece || streetName(graph, next.piece) !== street) continue;
    const degrees = Math.abs(turnDegrees(bearing, bearingAtStart(graph, next)));
    if (degrees < 90 && degrees < (best?.degrees ?? Infinity)) best = { arc: next, degrees };
  }
  return best?.arc ?? null;
}

function arcsAt(graph: StreetGraph, node: number): Arc[] {
  const arcs: Arc[] = [];
  for (let index = graph.arcStart[node] ?? 0; index < (graph.arcStart[node + 1] ?? 0); index++) {
    const arc = graph.arcPiece[index] ?? 0;
    arcs.push({ piece: arc >> 1, forward: (arc & 1) === 0 });
  }
  return arcs;
}

function endOf(graph: StreetGraph, { piece, forward }: Arc): number {
  return (forward ? graph.pieceTo[piece] : graph.pieceFrom[piece]) ?? 0;
}

function bearingAtStart(graph: StreetGraph, { piece, forward }: Arc): number {
  const shape = pieceShape(graph, piece);
  const line = forward ? shape : shape.reverse();
  return bearingDegrees(pointAlong(line, 0), pointAlong(line, 12));
}
