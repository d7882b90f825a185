import type { Random } from "../numbers/random.ts";
import type { Ground } from "./ground.ts";
import { distance, lineLength, type Point } from "./plane.ts";

/** What a partition needs of a block. */
export interface Cell {
  readonly middle: Point;
  readonly weight: number;
  /** Cells of another bank join a part only when nothing nearer has room. */
  readonly bank: number;
}
/** Neighbours of each cell with the metres of outline they share. */
export type Neighbours = readonly ReadonlyMap<number, number>[];

const ROUNDS = 90;
const OTHER_BANK_METRES = 500;
/** Registered voters below which the shape of an area matters more than its weight. */
const LIGHT_WEIGHT = 14;

/** Part number of each cell: parts of about equal weight, compact, each in one piece. */
export function partitionCells(
  cells: readonly Cell[],
  neighbours: Neighbours,
  count: number,
  random: Random,
): number[] {
  const target = cells.reduce((sum, { weight }) => sum + weight, 0) / count;
  let centres = firstCentres(cells, count, random);
  const handicap = new Float64Array(count);
  let parts: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    parts = cells.map((cell) => nearestCentre(cell, centres, handicap));
    const loads = loadsOf(cells, parts, count);
    const patience = 1 - round / ROUNDS;
    for (let part = 0; part < count; part++) {
      const excess = (loads[part] ?? 0) / target - 1;
      handicap[part] = (handicap[part] ?? 0) + 55 * patience * Math.max(-1, Math.min(1, excess));
    }
    if (round < ROUNDS * 0.7) centres = movedCentres(cells, parts, centres);
  }
  return balanced(cells, neighbours, inOnePiece(cells, neighbours, parts), count, target);
}

export function blockNeighbours(ground: Ground): Neighbours {
  const blockOfSide = new Map<number, number>();
  for (const block of ground.blocks) {
    for (const { edge, isForward } of block.face.sides) blockOfSide.set(2 * edge + (isForward ? 0 : 1), block.index);
  }
  const neighbours = ground.blocks.map(() => new Map<number, number>());
  ground.network.edges.forEach(({ points }, edge) => {
    const left = blockOfSide.get(2 * edge);
    const right = blockOfSide.get(2 * edge + 1);
    if (left === undefined || right === undefined || left === right) return;
    const shared = lineLength(points);
    neighbours[left]?.set(right, (neighbours[left]?.get(right) ?? 0) + shared);
    neighbours[right]?.set(left, (neighbours[right]?.get(left) ?? 0) + shared);
  });
  return neighbours;
}

interface Centre {
  readonly point: Point;
  readonly bank: number;
}

/** Spread out: each next centre is the heaviest of the cells far from those chosen (k-means++, made steady). */
function firstCentres(cells: readonly Cell[], count: number, random: Random): Centre[] {
  const heavy = cells.filter(({ weight }) => weight > 0);
  const first = random.pick(heavy);
  const centres: Centre[] = [{ point: first.middle, bank: first.bank }];
  while (centres.length < count) {
    let best = first;
    let bestWorth = -1;
    for (const cell of heavy) {
      const gap = Math.min(...centres.map(({ point }) => distance(point, cell.middle)));
      const worth = gap * gap * cell.weight * random.between(0.5, 1);
      if (worth > bestWorth) {
        best = cell;
        bestWorth = worth;
      }
    }
    centres.push({ point: best.middle, bank: best.bank });
  }
  return centres;
}

function nearestCentre(cell: Cell, centres: readonly Centre[], handicap: Float64Array): number {
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  centres.forEach(({ point, bank }, part) => {
    const cost = distance(cell.middle, point) + (handicap[part] ?? 0) + (bank === cell.bank ? 0 : OTHER_BANK_METRES);
    if (cost < bestCost) {
      best = part;
      bestCost = cost;
    }
  });
  return best;
}

function movedCentres(cells: readonly Cell[], parts: readonly number[], centres: readonly Centre[]): Centre[] {
  return centres.map((centre, part) => {
    let x = 0;
    let y = 0;
    let total = 0;
    cells.forEach(({ middle, weight }, i) => {
      if (parts[i] !== part) return;
      x += middle[0] * weight;
      y += middle[1] * weight;
      total += weight;
    });
    return total > 0 ? { ...centre, point: [x / total, y / total] } : centre;
  });
}

export function loadsOf(cells: readonly Cell[], parts: readonly number[], count: number): number[] {
  const loads = Array.from({ length: count }, () => 0);
  cells.forEach(({ weight }, i) => {
    const part = parts[i] ?? 0;
    loads[part] = (loads[part] ?? 0) + weight;
  });
  return loads;
}

/** Hands every piece of a part but its heaviest to the neighbour with the longest common border. */
function inOnePiece(cells: readonly Cell[], neighbours: Neighbours, given: readonly number[]): number[] {
  const parts = [...given];
  for (let round = 0; round < 12; round++) {
    const pieces = piecesOf(neighbours, parts);
    const heaviest = new Map<number, { readonly piece: readonly number[]; readonly weight: number }>();
    for (const piece of pieces) {
      const part = parts[piece[0] ?? 0] ?? 0;
      const weight = piece.reduce((sum, cell) => sum + (cells[cell]?.weight ?? 0), 0) + piece.length * 1e-6;
      if (weight > (heaviest.get(part)?.weight ?? -1)) heaviest.set(part, { piece, weight });
    }
    const strays = pieces.filter((piece) => heaviest.get(parts[piece[0] ?? 0] ?? 0)?.piece !== piece);
    if (strays.length === 0) break;
    for (const piece of strays) {
      const target = longestBorder(neighbours, parts, piece);
      if (target !== null) for (const cell of piece) parts[cell] = target;
    }
  }
  return parts;
}

function piecesOf(neighbours: Neighbours, parts: readonly number[]): number[][] {
  const seen = new Set<number>();
  const pieces: number[][] = [];
  parts.forEach((part, start) => {
    if (seen.has(start)) return;
    const piece = [start];
    seen.add(start);
    for (let i = 0; i < piece.length; i++) {
      for (const next of neighbours[piece[i] ?? 0]?.keys() ?? []) {
        if (seen.has(next) || parts[next] !== part) continue;
        seen.add(next);
        piece.push(next);
      }
    }
    pieces.push(piece);
  });
  return pieces;
}

function longestBorder(neighbours: Neighbours, parts: readonly number[], piece: readonly number[]): number | null {
  const own = parts[piece[0] ?? 0];
  const shared = new Map<number, number>();
  for (const cell of piece) {
    for (const [other, metres] of neighbours[cell] ?? []) {
      const part = parts[other];
      if (part !== undefined && part !== own) shared.set(part, (shared.get(part) ?? 0) + metres);
    }
  }
  const best = [...shared].sort((a, b) => b[1] - a[1])[0];
  return best ? best[0] : null;
}

/** Moves border cells from heavy parts to lighter neighbours while that evens them out and keeps each in one piece. */
function balanced(
  cells: readonly Cell[],
  neighbours: Neighbours,
  given: readonly number[],
  count: number,
  target: number,
): number[] {
  const parts = [...given];
  const loads = loadsOf(cells, parts, count);
  for (let round = 0; round < 30; round++) {
    let moves = 0;
    cells.forEach(({ weight }, cell) => {
      const from = parts[cell] ?? 0;
      if (weight === 0) return;
      for (const other of neighbours[cell]?.keys() ?? []) {
        const to = parts[other] ?? from;
        const before = ((loads[from] ?? 0) - target) ** 2 + ((loads[to] ?? 0) - target) ** 2;
        const after = ((loads[from] ?? 0) - weight - target) ** 2 + ((loads[to] ?? 0) + weight - target) ** 2;
        if (
          to === from ||
          after >= before - 100 ||
          isSpike(neighbours, parts, cell, to) ||
          !staysWhole(neighbours, parts, cell)
        )
          continue;
        parts[cell] = to;
        loads[from] = (loads[from] ?? 0) - weight;
        loads[to] = (loads[to] ?? 0) + weight;
        moves++;
        break;
      }
    });
    if (moves === 0) break;
  }
  return inOnePiece(cells, neighbours, smoothed(cells, neighbours, parts));
}

/** Whether the cell would hang on its new part by less than it hangs on its old one. */
function isSpike(neighbours: Neighbours, parts: readonly number[], cell: number, to: number): boolean {
  const own = parts[cell];
  let withOwn = 0;
  let withNew = 0;
  for (const [other, metres] of neighbours[cell] ?? []) {
    if (parts[other] === own) withOwn += metres;
    if (parts[other] === to) withNew += metres;
  }
  return withNew < 0.75 * withOwn;
}

/** Gives cells where hardly anyone lives to the part that surrounds them most. */
function smoothed(cells: readonly Cell[], neighbours: Neighbours, given: readonly number[]): number[] {
  const parts = [...given];
  for (let round = 0; round < 4; round++) {
    cells.forEach(({ weight }, cell) => {
      if (weight > LIGHT_WEIGHT) return;
      const shared = new Map<number, number>();
      for (const [other, metres] of neighbours[cell] ?? []) {
        const part = parts[other] ?? 0;
        shared.set(part, (shared.get(part) ?? 0) + metres);
      }
      const best = [...shared].sort((a, b) => b[1] - a[1])[0]?.[0];
      if (best !== undefined && best !== parts[cell] && staysWhole(neighbours, parts, cell)) parts[cell] = best;
    });
  }
  return parts;
}

/** Whether the part of a cell stays in one piece without it. */
export function staysWhole(neighbours: Neighbours, parts: readonly number[], cell: number): boolean {
  const part = parts[cell];
  const rest = parts.flatMap((each, i) => (each === part && i !== cell ? [i] : []));
  const first = rest[0];
  if (first === undefined) return false;
  const seen = new Set([first]);
  const queue = [first];
  for (let i = 0; i < queue.length; i++) {
    for (const next of neighbours[queue[i] ?? 0]?.keys() ?? []) {
      if (next === cell || seen.has(next) || parts[next] !== part) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen.size === rest.length;
}
