import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { PlanningStop } from "./plan-stops.ts";

/**
 * The stops on the connected part of the network that holds most doors of the selection: only from there can most of
 * them be walked to. A quay or a housing estate cut off at the edge of the map makes a small part of its own; a meeting
 * point on it would leave everybody else unreachable.
 */
export function mostConnectedStops(graph: StreetGraph, stops: readonly PlanningStop[]): readonly PlanningStop[] {
  const partOf = ({ place }: PlanningStop): number => graph.nodeComponent[graph.pieceFrom[place.piece] ?? 0] ?? 0;
  const doors = new Map<number, number>();
  for (const stop of stops) doors.set(partOf(stop), (doors.get(partOf(stop)) ?? 0) + stop.address.doors);
  const [largest] = [...doors].sort(([a, doorsA], [b, doorsB]) => doorsB - doorsA || a - b)[0] ?? [0];
  return stops.filter((stop) => partOf(stop) === largest);
}
