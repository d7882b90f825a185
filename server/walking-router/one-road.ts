import type { WalkLink } from "./choose-walk.ts";
import type { ModeNetwork } from "./mode-network.ts";
import type { PieceLinks } from "./piece-links.ts";

/** Two pieces of one road, or twice the same one. */
interface OneRoad {
  readonly source: number;
  readonly target: number;
  /** Effort between their ends as searches find it. */
  readonly found: ArrayLike<number>;
  /** Effort to cross. */
  readonly crossing: number;
}

/** Streets a ten-thousandth of a millimetre apart in length are as long as each other. */
export const TIE_METRES = 1e-7;
const LINKS: readonly WalkLink[] = [0, 1, 2, 3];

/**
 * Links between pieces of one road that has no junction or crossing between them, only seams (see RoadSeams). Nobody
 * crosses at a seam: who wants to the other side goes on to a far end, pays for crossing there, and walks back. Turning
 * round swaps the sides, so that such a walk is one that keeps to its side. Where neither far end is a junction or a
 * crossing, the seam has to do.
 */
export function mendOneRoad(network: ModeNetwork, road: OneRoad, { kept, crossed }: PieceLinks, at: number): void {
  const { source, target, found, crossing } = road;
  const isSeam = (link: WalkLink): boolean => endsOf(network, source, target, link).every(network.seams.isSeam);
  let isCrossable = source === target && !LINKS.every(isSeam);
  for (const link of LINKS) {
    if (turningEnd(network, road, link) === null) continue;
    kept[at + link] = (found[link] ?? Infinity) + crossing;
    isCrossable = true;
  }
  for (const link of LINKS) if (isCrossable && isSeam(link)) crossed[at + link] = Infinity;
}

/** Where a walk between pieces of one road turns round to cross; null where it does not, or at a seam. */
export function turningEnd(
  network: ModeNetwork,
  { source, target, found }: Pick<OneRoad, "source" | "target" | "found">,
  link: WalkLink,
): "first-end" | "last-end" | null {
  const { seams, pieceForward, pieceBackward } = network;
  const road = seams.roadOf(source);
  if (source === target || road < 0 || road !== seams.roadOf(target)) return null;
  const [first, last] = endsOf(network, source, target, link);
  const effort = found[link] ?? Infinity;
  const overSource = ((link < 2 ? pieceForward : pieceBackward)[source] ?? 0) - TIE_METRES;
  const overTarget = ((link % 2 === 0 ? pieceBackward : pieceForward)[target] ?? 0) - TIE_METRES;
  const turnsFirst = effort >= overSource + (found[link ^ 2] ?? Infinity);
  const turnsLast = effort >= overTarget + (found[link ^ 1] ?? Infinity);
  if (turnsFirst === turnsLast || effort === Infinity) return null;
  if (turnsFirst) return seams.isSeam(first) ? null : "first-end";
  return seams.isSeam(last) ? null : "last-end";
}

/** The nodes by which a walk leaves the first piece and enters the second. */
function endsOf({ graph }: ModeNetwork, source: number, target: number, link: WalkLink): readonly [number, number] {
  const first = (link < 2 ? graph.pieceFrom : graph.pieceTo)[source] ?? 0;
  const last = (link % 2 === 0 ? graph.pieceFrom : graph.pieceTo)[target] ?? 0;
  return [first, last];
}
