import type { ElevationModel } from "../elevation/elevation-model.ts";
import type { OsmExtract } from "../readers/osm-extract.ts";
import { Cancelled } from "../readers/source-rows.ts";
import { cutPieces } from "./cut-pieces.ts";
import { joinPieces } from "./join-pieces.ts";
import { layOutGraph } from "./lay-out-graph.ts";
import { measureSlopes } from "./measure-slopes.ts";
import { selectWalkableWays, type WalkableWay, type WayCounts } from "./select-walkable-ways.ts";
import type { StreetGraph } from "./street-graph.ts";
import { isMappedCrossing, stopsWalkers } from "./walkability.ts";

/** What the network needs of an OSM extract: ways of any kind, and the points with tags that lie on them. */
export type StreetExtract = Pick<OsmExtract, "ways" | "points">;

export interface StreetGraphReport {
  /** Ways of streets: read = used + the counts of refused. */
  readonly ways: WayCounts;
  readonly nodes: number;
  readonly pieces: number;
  readonly walkableKilometres: number;
  /** Parts of the network without a way to the largest part, usually cut off by the edge of the extract. */
  readonly islands: { readonly count: number; readonly metres: number };
  /** Gates and walls that cut a street. */
  readonly blockedNodes: number;
}

/**
 * Makes the walking network from an OSM extract. Streets meet at the nodes that their ways share; nothing is
 * snapped together. A graph without any piece is a good answer: the report says why each way was refused.
 * Throws Cancelled when the signal is aborted.
 */
export function buildStreetGraph(
  extract: StreetExtract,
  elevation: ElevationModel | null,
  options: { readonly signal?: AbortSignal } = {},
): { graph: StreetGraph; report: StreetGraphReport } {
  const stopIfCancelled = (): void => {
    if (options.signal?.aborted) throw new Cancelled();
  };
  const { ways, counts } = selectWalkableWays(extract.ways);
  const { blockedNodes, keptNodes } = pointsOnStreets(extract.points, ways);
  stopIfCancelled();
  const pieces = joinPieces(cutPieces(ways, { blockedNodes, keptNodes }), keptNodes);
  stopIfCancelled();
  const sloped = measureSlopes(pieces, elevation);
  stopIfCancelled();
  const graph = layOutGraph(sloped.pieces, sloped.elevations);
  return { graph, report: { ways: counts, ...measureNetwork(graph), blockedNodes: blockedNodes.size } };
}

/** Barriers cut any street; crossings are kept as nodes on the roads that are not crossed anywhere. */
function pointsOnStreets(
  points: StreetExtract["points"],
  ways: readonly WalkableWay[],
): { blockedNodes: Set<number>; keptNodes: Set<number> } {
  const nodesOfStreets = new Set<number>();
  const nodesOfBigRoads = new Set<number>();
  for (const way of ways) {
    for (const node of way.nodeIds) {
      nodesOfStreets.add(node);
      if (way.streetClass === "primary" || way.streetClass === "secondary") nodesOfBigRoads.add(node);
    }
  }
  const blockedNodes = new Set<number>();
  const keptNodes = new Set<number>();
  for (const { id, tags } of points) {
    if (nodesOfStreets.has(id) && stopsWalkers(tags)) blockedNodes.add(id);
    else if (nodesOfBigRoads.has(id) && isMappedCrossing(tags)) keptNodes.add(id);
  }
  return { blockedNodes, keptNodes };
}

function measureNetwork(
  graph: StreetGraph,
): Pick<StreetGraphReport, "nodes" | "pieces" | "walkableKilometres" | "islands"> {
  let metres = 0;
  let islandMetres = 0;
  let largestComponent = 0;
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    const length = graph.pieceLengthMetres[piece] ?? 0;
    const component = graph.nodeComponent[graph.pieceFrom[piece] ?? 0] ?? 0;
    metres += length;
    if (component > 0) islandMetres += length;
    largestComponent = Math.max(largestComponent, component);
  }
  return {
    nodes: graph.nodeCount,
    pieces: graph.pieceCount,
    walkableKilometres: metres / 1000,
    islands: { count: largestComponent, metres: islandMetres },
  };
}
