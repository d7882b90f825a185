import type { Random } from "../numbers/random.ts";
import { addedLanes } from "./added-lanes.ts";
import { cutAtCrossings } from "./cut-at-crossings.ts";
import { createDirectionField } from "./direction-field.ts";
import { createDistrictMap, type District } from "./districts.ts";
import { enclosedFaces } from "./faces.ts";
import type { Landscape } from "./landscape.ts";
import { mainLines, ROUNDABOUT_RADIUS_METRES } from "./main-lines.ts";
import { ROUNDABOUTS } from "./main-roads.ts";
import { type Edge, largestPart, type Network, withoutDeadEnds, withoutShortEdges } from "./network.ts";
import { along, distance, lineLength, type Point } from "./plane.ts";
import { ruralTracks } from "./rural-tracks.ts";
import { SegmentIndex } from "./segment-index.ts";
import { localLine, type PlanLine } from "./town-lines.ts";
import { traceStreets } from "./trace-streets.ts";

/** All streets, cut into edges at their crossings. `network.edges[i].line` is an index of `lines`. */
export interface StreetPlan {
  readonly lines: readonly PlanLine[];
  readonly network: Network;
  readonly districtAt: (point: Point) => District | null;
}

const SHORTEST_EDGE_METRES = 13;

/** Main roads first, then local streets between them, then lanes, steps and tracks in what is left. */
export function createStreetPlan(seed: number, landscape: Landscape, random: Random): StreetPlan {
  const districtAt = createDistrictMap(landscape.warp);
  const main = mainLines(landscape);
  const guides = new SegmentIndex<null>();
  for (const { points } of main) guides.addLine(points, null);
  guides.addLine(landscape.river.course, null);
  guides.addLine(landscape.railway, null);
  const directionAt = createDirectionField({ seed, terrain: landscape.terrain, districtAt, guides });
  const traced = traceStreets({
    mainRoads: main.filter(({ kind }) => kind !== "path" && kind !== "footway").map(({ points }) => points),
    barriers: landscape.barriers,
    districtAt,
    directionAt,
    random: random.fork("streets"),
  });
  const tracks = ruralTracks(main, landscape, districtAt, random.fork("tracks"));
  const firstLines = [...main, ...traced.map((points, street) => localLine(points, "residential", street)), ...tracks];
  const firstNetwork = cleanNetwork(firstLines, landscape);
  const lanes = addedLanes(
    { network: firstNetwork, faces: enclosedFaces(firstNetwork), lines: firstLines, districtAt },
    landscape,
    random.fork("lanes"),
  );
  const cleaned = firstNetwork.edges.map((edge) => ({ ...lineOf(firstLines, edge), points: edge.points }));
  const lines = [...cleaned, ...lanes];
  return { lines, network: cleanNetwork(lines, landscape), districtAt };
}

export function lineOf(lines: readonly PlanLine[], edge: Edge): PlanLine {
  const line = lines[edge.line];
  if (!line) throw new RangeError(`no line ${edge.line} in the street plan`);
  return line;
}

function cleanNetwork(lines: readonly PlanLine[], { warp }: Landscape): Network {
  const cut = cutAtCrossings(lines.map(({ points }) => points));
  const islands = ROUNDABOUTS.map(warp.apply);
  const isOnIsland = (edge: Edge) => {
    const middle = along(edge.points, lineLength(edge.points) / 2).point;
    return (
      !lineOf(lines, edge).isRoundabout &&
      islands.some((island) => distance(island, middle) < ROUNDABOUT_RADIUS_METRES - 0.5)
    );
  };
  const open: Network = { nodes: cut.nodes, edges: cut.edges.filter((edge) => !isOnIsland(edge)) };
  const joined = withoutShortEdges(open, SHORTEST_EDGE_METRES, (edge) => lineOf(lines, edge).isMain);
  const trimmed = withoutDeadEnds(joined, (edge) => {
    const { isMain, kind } = lineOf(lines, edge);
    return kind !== "track" && lineLength(edge.points) < (isMain ? 75 : 38);
  });
  return largestPart(trimmed);
}
