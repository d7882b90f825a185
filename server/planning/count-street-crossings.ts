import { type StreetClass, type StreetGraph, streetClass } from "../../geodata/street-graph/street-graph.ts";
import type { CrossedClass } from "../contract/route-report.ts";
import type { WalkingPath } from "../walking-router/walking-path.ts";

/**
 * The streets that a walk crosses to change sides, one entry each: those that the router crossed for the door on the
 * other side, and those under a mapped crossing that is walked from one end to the other. Streets that a walk passes
 * over at a junction while it follows its own are not counted: nobody changes sides there.
 */
export function countStreetCrossings(graph: StreetGraph, path: WalkingPath): CrossedClass[] {
  const crossed = path.crossings.flatMap(({ piece }) => crossedClass(streetClass(graph, piece)) ?? []);
  path.stretches.forEach((stretch, index) => {
    const next = path.stretches[index + 1];
    if (next === undefined || !isCrossing(graph, stretch.piece) || !isCrossing(graph, next.piece)) return;
    // A mapped crossing has a node in common with the street, which cuts it into two pieces.
    const node = (stretch.forward ? graph.pieceTo[stretch.piece] : graph.pieceFrom[stretch.piece]) ?? 0;
    const street = widestStreetAt(graph, node);
    if (street !== null) crossed.push(street);
  });
  return crossed;
}

function widestStreetAt(graph: StreetGraph, node: number): CrossedClass | null {
  let widest: number | null = null;
  for (let index = graph.arcStart[node] ?? 0; index < (graph.arcStart[node + 1] ?? 0); index++) {
    const place = CROSSED.indexOf(streetClass(graph, (graph.arcPiece[index] ?? 0) >> 1));
    if (place >= 0 && (widest === null || place < widest)) widest = place;
  }
  return widest === null ? null : crossedClass(CROSSED[widest] ?? "footway");
}

function isCrossing(graph: StreetGraph, piece: number): boolean {
  return streetClass(graph, piece) === "crossing";
}

function crossedClass(name: StreetClass): CrossedClass | null {
  switch (name) {
    case "primary":
    case "secondary":
    case "tertiary":
    case "residential":
    case "service":
      return name;
    default:
      return null;
  }
}

/** Widest first. */
const CROSSED: readonly StreetClass[] = ["primary", "secondary", "tertiary", "residential", "service"];
