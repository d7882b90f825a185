import type { Position } from "../geometry/position.ts";
import type { WalkableWay } from "./select-walkable-ways.ts";
import type { StreetClass } from "./street-graph.ts";

/** A stretch of street between two nodes, before it is laid out in the graph. */
export interface DraftPiece {
  /** Keys of the nodes at both ends: OSM ids, or negative numbers where a barrier cuts the street. */
  readonly from: number;
  readonly to: number;
  readonly positions: readonly Position[];
  readonly streetClass: StreetClass;
  readonly flags: number;
  readonly name: string;
  readonly wayId: number;
}

export interface CutRules {
  /** OSM nodes that walkers cannot pass: the street ends on both sides of them. */
  readonly blockedNodes: ReadonlySet<number>;
  /** OSM nodes that must stay nodes of the graph even when nothing branches off. */
  readonly keptNodes: ReadonlySet<number>;
}

/**
 * Cuts ways at every node that two of them share (or one of them passes twice), so that pieces meet only at their
 * ends. A stretch drawn twice, by two ways through the same two nodes, is kept once: the named one, then the older.
 */
export function cutPieces(ways: readonly WalkableWay[], rules: CutRules): DraftPiece[] {
  const aliases = coincidentNodes(ways);
  const cutAt = nodesToCutAt(ways, aliases, rules);
  const pieces: DraftPiece[] = [];
  let nextBlockedKey = -1;
  for (const way of ways) {
    let start = 0;
    let startKey = -1;
    for (let index = 0; index < way.nodeIds.length; index++) {
      const node = nodeKey(way.nodeIds[index], aliases);
      const isLast = index === way.nodeIds.length - 1;
      if (index > 0 && !isLast && !cutAt.has(node)) continue;
      const key = rules.blockedNodes.has(node) ? nextBlockedKey-- : node;
      if (index > 0) {
        const piece = draftPiece(way, start, index, startKey, key);
        if (piece !== null) pieces.push(piece);
      }
      start = index;
      startKey = rules.blockedNodes.has(node) ? nextBlockedKey-- : node;
    }
  }
  return withoutDuplicates(pieces);
}

function draftPiece(way: WalkableWay, start: number, end: number, from: number, to: number): DraftPiece | null {
  const positions: Position[] = [];
  for (let index = start; index <= end; index++) {
    const position = way.positions[index];
    const previous = positions.at(-1);
    if (position === undefined) continue;
    if (previous !== undefined && previous[0] === position[0] && previous[1] === position[1]) continue;
    positions.push(position);
  }
  // Two keys at one position are one node after aliasing, so nothing is lost with a piece of no length.
  if (positions.length < 2) return null;
  const { streetClass, flags, name, id } = way;
  return { from, to, positions, streetClass, flags, name, wayId: id };
}

/** Neighbouring nodes of a way drawn at the very same position are one place: the later one answers to the earlier. */
function coincidentNodes(ways: readonly WalkableWay[]): Map<number, number> {
  const aliases = new Map<number, number>();
  for (const way of ways) {
    for (let index = 1; index < way.nodeIds.length; index++) {
      const [before, here] = [way.positions[index - 1], way.positions[index]];
      if (before === undefined || here === undefined || before[0] !== here[0] || before[1] !== here[1]) continue;
      const kept = nodeKey(way.nodeIds[index - 1], aliases);
      const dropped = nodeKey(way.nodeIds[index], aliases);
      if (kept !== dropped) aliases.set(dropped, kept);
    }
  }
  return aliases;
}

function nodeKey(nodeId: number | undefined, aliases: ReadonlyMap<number, number>): number {
  let key = nodeId ?? 0;
  for (let alias = aliases.get(key); alias !== undefined; alias = aliases.get(key)) key = alias;
  return key;
}

function nodesToCutAt(
  ways: readonly WalkableWay[],
  aliases: ReadonlyMap<number, number>,
  rules: CutRules,
): Set<number> {
  const seen = new Set<number>();
  const cutAt = new Set<number>();
  for (const way of ways) {
    const nodes: number[] = [];
    for (const nodeId of way.nodeIds) {
      const node = nodeKey(nodeId, aliases);
      if (node !== nodes.at(-1)) nodes.push(node);
    }
    nodes.forEach((node, index) => {
      const isEnd = index === 0 || index === nodes.length - 1;
      // A way that goes out and straight back draws its spike twice.
      const isSpike = !isEnd && nodes[index - 1] === nodes[index + 1];
      if (isEnd || isSpike || seen.has(node) || rules.blockedNodes.has(node) || rules.keptNodes.has(node))
        cutAt.add(node);
      seen.add(node);
    });
  }
  return cutAt;
}

function withoutDuplicates(pieces: readonly DraftPiece[]): DraftPiece[] {
  const bestByEnds = new Map<string, DraftPiece>();
  for (const piece of pieces) {
    // Every inner node of a stretch drawn twice is shared, hence a cut: such stretches are straight lines.
    if (piece.positions.length !== 2) continue;
    const ends = endsKey(piece);
    const best = bestByEnds.get(ends);
    if (best === undefined || isBetter(piece, best)) bestByEnds.set(ends, piece);
  }
  return pieces.filter((piece) => piece.positions.length !== 2 || bestByEnds.get(endsKey(piece)) === piece);
}

function endsKey(piece: DraftPiece): string {
  return piece.from < piece.to ? `${piece.from} ${piece.to}` : `${piece.to} ${piece.from}`;
}

function isBetter(piece: DraftPiece, other: DraftPiece): boolean {
  if ((piece.name !== "") !== (other.name !== "")) return piece.name !== "";
  return piece.wayId < other.wayId;
}
