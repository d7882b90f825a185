import { METRES_PER_DEGREE } from "../../geodata/geometry/position.ts";
import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import { findRoadSeams, type RoadSeams } from "./road-seams.ts";
import type { TravelMode } from "./travel-modes.ts";

/**
 * The street graph as one mode of travel feels it. Effort is in metres of the mode's flat street; a piece that the mode
 * bars has Infinity and no arc leads over it.
 *
 * Efforts are multiples of 2⁻³⁰ m (a nanometre): sums of them are exact below 8,000 km, whatever the order of adding.
 * So a table that adds shortcuts and a search that adds street by street give the same number to the last digit.
 */
export interface ModeNetwork {
  readonly graph: StreetGraph;
  readonly pieceForward: Float64Array;
  readonly pieceBackward: Float64Array;
  /** Arc by arc of the graph. */
  readonly arcEffort: Float64Array;
  /** Number of the connected part of each node. */
  readonly component: Uint32Array;
  readonly seams: RoadSeams;
  /** Metres per degree of longitude and latitude. */
  readonly plane: readonly [east: number, north: number];
}

export function createModeNetwork(graph: StreetGraph, mode: Pick<TravelMode, "classFactor">): ModeNetwork {
  const factor = (piece: number): number => mode.classFactor[graph.pieceClass[piece] ?? 0] ?? 1;
  const pieceForward = graph.pieceEffortForward.map((effort, piece) => exactEffort(effort * factor(piece)));
  const pieceBackward = graph.pieceEffortBackward.map((effort, piece) => exactEffort(effort * factor(piece)));
  const arcEffort = new Float64Array(graph.arcPiece.length);
  for (let arc = 0; arc < arcEffort.length; arc++) {
    const piece = graph.arcPiece[arc] ?? 0;
    arcEffort[arc] = (piece & 1 ? pieceBackward[piece >> 1] : pieceForward[piece >> 1]) ?? Infinity;
  }
  const barsNothing = mode.classFactor.every((value) => value < Infinity);
  return {
    graph,
    pieceForward,
    pieceBackward,
    arcEffort,
    component: barsNothing ? graph.nodeComponent : componentsOf(graph, arcEffort),
    seams: findRoadSeams(graph),
    plane: planeOf(graph),
  };
}

/** Metres climbed from a node to its neighbour; Infinity where the elevation is not known. */
export function riseMetres(graph: StreetGraph, from: number, to: number): number {
  const rise = (graph.nodeElevation[to] ?? Number.NaN) - (graph.nodeElevation[from] ?? Number.NaN);
  return Number.isNaN(rise) ? Infinity : Math.max(0, rise);
}

/** As the crow flies, on the plane of the network. */
export function metresBetween({ graph, plane }: ModeNetwork, one: number, other: number): number {
  const x = ((graph.nodeLongitude[other] ?? 0) - (graph.nodeLongitude[one] ?? 0)) * plane[0];
  const y = ((graph.nodeLatitude[other] ?? 0) - (graph.nodeLatitude[one] ?? 0)) * plane[1];
  return Math.sqrt(x * x + y * y);
}

function exactEffort(metres: number): number {
  return Math.round(metres * STEPS_PER_METRE) / STEPS_PER_METRE;
}

const STEPS_PER_METRE = 2 ** 30;

function planeOf(graph: StreetGraph): readonly [number, number] {
  const latitude = graph.nodeLatitude.reduce((sum, value) => sum + value, 0) / Math.max(1, graph.nodeCount);
  return [Math.cos((latitude * Math.PI) / 180) * METRES_PER_DEGREE, METRES_PER_DEGREE];
}

/** A mode that bars streets may cut a connected part in several. */
function componentsOf(graph: StreetGraph, arcEffort: Float64Array): Uint32Array {
  const { nodeCount, arcStart, arcTarget } = graph;
  const component = new Uint32Array(nodeCount);
  const stack: number[] = [];
  let count = 0;
  for (let seed = 0; seed < nodeCount; seed++) {
    if (component[seed] !== 0) continue;
    component[seed] = ++count;
    for (let node: number | undefined = seed; node !== undefined; node = stack.pop()) {
      for (let arc = arcStart[node] ?? 0; arc < (arcStart[node + 1] ?? 0); arc++) {
        const target = arcTarget[arc] ?? 0;
        if (component[target] !== 0 || arcEffort[arc] === Infinity) continue;
        component[target] = count;
        stack.push(target);
      }
    }
  }
  return component;
}
