import type { DraftPiece } from "./cut-pieces.ts";

interface PieceEnd {
  readonly piece: number;
  readonly isStart: boolean;
}

/**
 * Joins pieces that meet two by two at a node where nothing branches off and nothing changes: same name, class and
 * flags. The shape is kept. This is what makes the router fast: a town has two to three times fewer junctions than
 * cuts. A ring without any branch keeps one node.
 *
 * Each chain is walked once from one of its ends: O(pieces).
 */
export function joinPieces(pieces: readonly DraftPiece[], keptNodes: ReadonlySet<number>): DraftPiece[] {
  const endsByNode = new Map<number, PieceEnd[]>();
  pieces.forEach((piece, index) => {
    addEnd(endsByNode, piece.from, { piece: index, isStart: true });
    addEnd(endsByNode, piece.to, { piece: index, isStart: false });
  });

  const continuation = (node: number, from: number): PieceEnd | null => {
    const ends = endsByNode.get(node) ?? [];
    const [one, two] = ends;
    if (ends.length !== 2 || one === undefined || two === undefined || keptNodes.has(node)) return null;
    if (one.piece === two.piece) return null;
    const next = one.piece === from ? two : one;
    return isSameStreet(pieces[from], pieces[next.piece]) ? next : null;
  };

  const isDone = new Uint8Array(pieces.length);
  const joined: DraftPiece[] = [];
  const joinFrom = (first: number, startsAtFrom: boolean): void => {
    const piece = pieces[first];
    if (piece === undefined) return;
    isDone[first] = 1;
    const positions = startsAtFrom ? [...piece.positions] : [...piece.positions].reverse();
    let to = startsAtFrom ? piece.to : piece.from;
    let at = first;
    for (let next = continuation(to, at); next !== null && isDone[next.piece] === 0; next = continuation(to, at)) {
      const nextPiece = pieces[next.piece];
      if (nextPiece === undefined) break;
      isDone[next.piece] = 1;
      const shape = next.isStart ? nextPiece.positions : [...nextPiece.positions].reverse();
      for (let index = 1; index < shape.length; index++) {
        const position = shape[index];
        if (position !== undefined) positions.push(position);
      }
      to = next.isStart ? nextPiece.to : nextPiece.from;
      at = next.piece;
    }
    joined.push({ ...piece, from: startsAtFrom ? piece.from : piece.to, to, positions });
  };

  pieces.forEach((piece, index) => {
    if (isDone[index] === 1) return;
    if (continuation(piece.from, index) === null) joinFrom(index, true);
    else if (continuation(piece.to, index) === null) joinFrom(index, false);
  });
  // What is left belongs to rings without a branch.
  pieces.forEach((_, index) => {
    if (isDone[index] === 0) joinFrom(index, true);
  });
  return joined;
}

function addEnd(endsByNode: Map<number, PieceEnd[]>, node: number, end: PieceEnd): void {
  const ends = endsByNode.get(node);
  if (ends === undefined) endsByNode.set(node, [end]);
  else ends.push(end);
}

function isSameStreet(one: DraftPiece | undefined, other: DraftPiece | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.streetClass === other.streetClass && one.flags === other.flags && one.name === other.name;
}
