import { type StreetGraph, streetClass } from "../../geodata/street-graph/street-graph.ts";
import type { PlanningStop } from "./plan-stops.ts";

/**
 * The stops on the connected part of the network that holds most doors of the selection: only from there can most of
 * them be walked to. A quay or a housing estate cut off at the edge of the map makes a small part of its own; a meeting
 * point on it would leave everybody else unreachable. So does a terrace between two flights of steps for those who
 * take none.
 */
export function mostConnectedStops(
  graph: StreetGraph,
  stops: readonly PlanningStop[],
  streets: "all" | "without-steps" = "all",
): readonly PlanningStop[] {
  const partOfNode = streets === "all" ? graph.nodeComponent : partsWithoutSteps(graph);
  const partOf = ({ place }: PlanningStop): number => partOfNode[graph.pieceFrom[place.piece] ?? 0] ?? 0;
  const onStreets =
    streets === "all" ? stops : stops.filter(({ place }) => streetClass(graph, place.piece) !== "steps");
  const doors = new Map<number, number>();
  for (const stop of onStreets) doors.set(partOf(stop), (doors.get(partOf(stop)) ?? 0) + stop.address.doors);
  const [largest] = [...doors].sort(([a, doorsA], [b, doorsB]) => doorsB - doorsA || a - b)[0] ?? [0];
  return onStreets.filter((stop) => partOf(stop) === largest);
}

/** Number of the part of each node, by union-find over the pieces that are no steps. Near linear. */
function partsWithoutSteps(graph: StreetGraph): Uint32Array {
  const parent = Uint32Array.from({ length: graph.nodeCount }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] ?? 0] ?? 0;
      root = parent[root] ?? 0;
    }
    return root;
  };
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    if (streetClass(graph, piece) === "steps") continue;
    parent[rootOf(graph.pieceFrom[piece] ?? 0)] = rootOf(graph.pieceTo[piece] ?? 0);
  }
  return parent.map((_, node) => rootOf(node));
}
