import { distanceMetres } from "../../geodata/geometry/position.ts";
import { STREET_CLASSES, type StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { StreetRun } from "./gather-runs.ts";
import { joinParts } from "./join-parts.ts";
import { createNearestFirst } from "./nearest-first.ts";
import { isBridge, type PavementGraph } from "./pavement-graph.ts";
import { BARRIER } from "./zone-stop.ts";

/** A way from one run to a neighbour without coming nearer to a third: zones are contiguous over these. */
export interface RunLink {
  readonly a: number;
  readonly b: number;
  readonly metres: number;
  /** The worst barrier on the way, one of BARRIER. */
  readonly barrier: number;
  /** The piece crossed; -1 without a barrier. */
  readonly barrierPiece: number;
  /** Both runs are on the same piece of street. */
  readonly isSamePiece: boolean;
}

/** What crossing a barrier costs in metres of detour, by BARRIER: a team goes this far round to avoid it. */
const BARRIER_METRES = [0, 200, 500, 2000] as const;

const PRIMARY = STREET_CLASSES.indexOf("primary");

/**
 * Links every run to its neighbours on the street network. The network is shared out among runs, each point to the
 * nearest (one search from all runs at once, a Voronoi diagram on the graph: Erwig 2000); two runs are neighbours where
 * their shares meet, or at a corner where both end. Parts of the network without a way between them are joined by
 * *gap* links, so that the links of all runs hang together. O((corners + runs) log).
 */
export function linkRuns(graph: StreetGraph, pavements: PavementGraph, runs: readonly StreetRun[]): readonly RunLink[] {
  const found = linkOnFoot(graph, pavements, runs);
  return [...found, ...bridgeGaps(runs, found)];
}

/** What links need to know of a run. */
export type LinkedRun = Pick<StreetRun, "piece" | "side" | "fromMetres" | "toMetres">;

/** The links that can be walked: all but gaps. */
export function linkOnFoot(
  graph: StreetGraph,
  pavements: PavementGraph,
  runs: readonly LinkedRun[],
): readonly RunLink[] {
  const links = new Map<number, RunLink>();
  const keep = (link: RunLink): void => {
    if (link.a === link.b) return;
    const [low, high] = link.a < link.b ? [link.a, link.b] : [link.b, link.a];
    const known = links.get(low * runs.length + high);
    if (known && linkCost(known) <= linkCost(link)) return;
    links.set(low * runs.length + high, { ...link, a: low, b: high });
  };
  linkAlongPieces(graph, runs, keep);
  linkOverNetwork(pavements, endsOfRuns(graph, pavements, runs), runs, keep);
  return [...links.values()].sort((one, other) => one.a - other.a || one.b - other.b);
}

export function linkCost({ metres, barrier }: RunLink): number {
  return metres + (BARRIER_METRES[barrier] ?? 0);
}

/** Parts of one side follow each other; sides face each other, but for those of a primary road. */
function linkAlongPieces(graph: StreetGraph, runs: readonly LinkedRun[], keep: (link: RunLink) => void): void {
  const byPiece = new Map<number, number[]>();
  runs.forEach(({ piece }, index) => {
    const list = byPiece.get(piece);
    if (list) list.push(index);
    else byPiece.set(piece, [index]);
  });
  for (const [piece, members] of byPiece) {
    const isWide = graph.pieceClass[piece] === PRIMARY;
    members.forEach((a, position) => {
      for (const b of members.slice(position + 1)) {
        const [one, other] = [runs[a], runs[b]];
        if (!one || !other || (one.side !== other.side && isWide)) continue;
        const metres = Math.max(0, one.fromMetres - other.toMetres, other.fromMetres - one.toMetres);
        // Between two parts of a side may lie a third: then the way leads over that.
        const isBetween = members.some((c) => c !== a && c !== b && isPassed(one, other, runs[c]));
        if (!isBetween) keep({ a, b, metres, barrier: BARRIER.none, barrierPiece: -1, isSamePiece: true });
      }
    });
  }
}

function isPassed(one: LinkedRun, other: LinkedRun, third: LinkedRun | undefined): boolean {
  if (!third || third.side !== one.side || third.side !== other.side) return false;
  const [first, last] = one.fromMetres <= other.fromMetres ? [one, other] : [other, one];
  return third.fromMetres >= first.toMetres && third.toMetres <= last.fromMetres && third.fromMetres < third.toMetres;
}

interface RunEnd {
  readonly run: number;
  readonly corner: number;
  readonly metres: number;
}

/**
 * Where the stops of each run come out on the network. Only the outermost part of a torn side reaches its corner. Doors
 * on a bridge come out at its nearer end alone, or they would join what it parts.
 */
function endsOfRuns(graph: StreetGraph, pavements: PavementGraph, runs: readonly LinkedRun[]): readonly RunEnd[] {
  const outermost = new Map<string, { first: number; last: number }>();
  runs.forEach((run, index) => {
    const key = `${run.piece}/${run.side}`;
    const known = outermost.get(key) ?? { first: index, last: index };
    if (run.fromMetres < (runs[known.first]?.fromMetres ?? Infinity)) known.first = index;
    if (run.toMetres > (runs[known.last]?.toMetres ?? -Infinity)) known.last = index;
    outermost.set(key, known);
  });
  return [...outermost.values()].flatMap(({ first, last }) => {
    const [begins, ends] = [runs[first], runs[last]];
    if (!begins || !ends) return [];
    const { piece, side } = begins;
    const beyond = Math.max(0, (graph.pieceLengthMetres[piece] ?? 0) - ends.toMetres);
    const start = { run: first, corner: pavements.cornerOf(piece, 0, side), metres: begins.fromMetres };
    const end = { run: last, corner: pavements.cornerOf(piece, 1, side), metres: beyond };
    if (isBridge(graph, piece)) return [start.metres <= end.metres ? start : end];
    return [start, end];
  });
}

function linkOverNetwork(
  { cornerCount, edgeStart, edgeTarget, edgeMetres, edgeBarrier, edgePiece }: PavementGraph,
  ends: readonly RunEnd[],
  runs: readonly LinkedRun[],
  keep: (link: RunLink) => void,
): void {
  const cost = new Float64Array(cornerCount).fill(Infinity);
  const metresTo = new Float64Array(cornerCount);
  const owner = new Int32Array(cornerCount).fill(-1);
  const worst = new Uint8Array(cornerCount);
  const worstPiece = new Int32Array(cornerCount).fill(-1);
  const isSettled = new Uint8Array(cornerCount);
  const queue = createNearestFirst();
  const link = (a: number, b: number, metres: number, barrier: number, barrierPiece: number): void =>
    keep({ a, b, metres, barrier, barrierPiece, isSamePiece: runs[a]?.piece === runs[b]?.piece });

  const atCorner = new Map<number, RunEnd[]>();
  for (const end of ends) {
    const others = atCorner.get(end.corner) ?? [];
    for (const other of others) link(end.run, other.run, end.metres + other.metres, BARRIER.none, -1);
    others.push(end);
    atCorner.set(end.corner, others);
    if (end.metres >= (cost[end.corner] ?? 0)) continue;
    cost[end.corner] = end.metres;
    metresTo[end.corner] = end.metres;
    owner[end.corner] = end.run;
    queue.push(end.corner, end.metres);
  }
  for (let corner = queue.take(); corner !== -1; corner = queue.take()) {
    if (isSettled[corner] === 1) continue;
    isSettled[corner] = 1;
    const run = owner[corner] ?? 0;
    const stop = edgeStart[corner + 1] ?? 0;
    for (let edge = edgeStart[corner] ?? 0; edge < stop; edge++) {
      const target = edgeTarget[edge] ?? 0;
      const metres = (metresTo[corner] ?? 0) + (edgeMetres[edge] ?? 0);
      const isWorse = (edgeBarrier[edge] ?? 0) > (worst[corner] ?? 0);
      const barrier = isWorse ? (edgeBarrier[edge] ?? 0) : (worst[corner] ?? 0);
      const barrierPiece = isWorse ? (edgePiece[edge] ?? 0) : (worstPiece[corner] ?? -1);
      const reached = (cost[corner] ?? 0) + (edgeMetres[edge] ?? 0) + (BARRIER_METRES[edgeBarrier[edge] ?? 0] ?? 0);
      if (isSettled[target] === 1) {
        const isOther = (worst[target] ?? 0) > barrier;
        link(
          run,
          owner[target] ?? 0,
          metres + (metresTo[target] ?? 0),
          isOther ? (worst[target] ?? 0) : barrier,
          isOther ? (worstPiece[target] ?? -1) : barrierPiece,
        );
      } else if (reached < (cost[target] ?? 0)) {
        cost[target] = reached;
        metresTo[target] = metres;
        owner[target] = run;
        worst[target] = barrier;
        worstPiece[target] = barrierPiece;
        queue.push(target, reached);
      }
    }
  }
}

/** Joins what the network leaves apart: each part but the largest to the nearest run outside it, until all hang together. */
function bridgeGaps(runs: readonly StreetRun[], links: readonly RunLink[]): readonly RunLink[] {
  const parts = joinParts(runs.length);
  for (const { a, b } of links) parts.join(a, b);
  const gaps: RunLink[] = [];
  while (parts.count() > 1) {
    const members = parts.groups().sort((one, other) => other.length - one.length);
    for (const part of members.slice(1)) {
      const inPart = new Set(part);
      let nearest: RunLink | null = null;
      for (const a of part) {
        runs.forEach(({ position }, b) => {
          if (inPart.has(b)) return;
          const metres = distanceMetres(runs[a]?.position ?? position, position);
          if (metres >= (nearest?.metres ?? Infinity)) return;
          nearest = { a, b, metres, barrier: BARRIER.gap, barrierPiece: -1, isSamePiece: false };
        });
      }
      const gap = nearest as RunLink | null;
      if (gap && parts.join(gap.a, gap.b)) gaps.push(gap);
    }
  }
  return gaps;
}
