import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import { createWalkingRouter, type WalkingRouter } from "../walking-router/create-walking-router.ts";

/** A router takes its time to get to know a graph: each is kept as long as its graph is, one thread each. */
export function keptRouter(graph: StreetGraph): WalkingRouter {
  const router = routers.get(graph) ?? createWalkingRouter(graph);
  routers.set(graph, router);
  return router;
}

const routers = new WeakMap<StreetGraph, WalkingRouter>();
