import { chooseWalk, type WalkChoice } from "./choose-walk.ts";
import type { EndDistancesMaker } from "./end-distances.ts";
import type { ModeNetwork } from "./mode-network.ts";
import { endsOfGroups, type GroupedPlaces, type PieceGroup, type SideRun } from "./piece-groups.ts";
import { type PieceLinks, priceLinks } from "./piece-links.ts";
import { type PricedPlace, pricedPlace } from "./place-costs.ts";
import type { TravelMode } from "./travel-modes.ts";

/** What a table of walks is made from: one mode of travel, from sources to targets. */
export interface TableOfWalks {
  readonly network: ModeNetwork;
  readonly mode: TravelMode;
  readonly distances: EndDistancesMaker;
  readonly sources: GroupedPlaces;
  readonly targets: GroupedPlaces;
}

/** From one piece to those of all targets. The arrays are filled anew for each piece. */
export interface LinksOfPiece extends PieceLinks {
  /** Index of the target group on this same piece, -1 when there is none. */
  readonly ownGroup: number;
  /** Metres climbed along the links; empty when nobody asked. */
  readonly rises: Float64Array;
}

export interface TableVisitor {
  /** All walks from the places on one side of a piece, but those to places on this piece. */
  run(run: SideRun, piece: LinksOfPiece): void;
  /** A walk between two places of one piece. `rises` are the four of this piece. */
  cell(sourceIndex: number, targetIndex: number, walk: WalkChoice, rises: Float64Array): void;
}

/**
 * Many places share few street ends: distances are found per *end* of a piece that has places, never per place. No
 * more than those from one piece are held at a time, so that 8,000 places need little more memory than their table.
 */
export function visitTable(table: TableOfWalks, withRises: boolean, visitor: TableVisitor): void {
  const { network, mode, sources, targets } = table;
  const { groups } = targets;
  const distances = table.distances.make(endsOfGroups(sources.groups), endsOfGroups(groups), withRises);
  const kept = new Float64Array(4 * groups.length);
  const crossed = new Float64Array(4 * groups.length);
  const rises = new Float64Array(withRises ? 4 * groups.length : 0);
  const groupOfPiece = new Map(groups.map(({ piece }, index) => [piece, index]));

  for (const source of sources.groups) {
    distances.linksFrom(source.fromNode, source.toNode, kept, withRises ? rises : null);
    for (let index = 0; index < groups.length; index++) {
      const target = groups[index];
      if (target === undefined) continue;
      priceLinks(network, source.piece, target.piece, mode.metresPerSecond, { kept, crossed }, 4 * index);
    }
    const ownGroup = groupOfPiece.get(source.piece) ?? -1;
    const piece = { ownGroup, kept, crossed, rises };
    for (const run of source.runs) visitor.run(run, piece);
    const own = groups[ownGroup];
    if (own !== undefined) visitOnePiece(table, source, own, piece, visitor);
  }
}

/** Places on one piece: the walk along it, or round by its ends. */
function visitOnePiece(
  { network, mode, sources, targets }: TableOfWalks,
  source: PieceGroup,
  target: PieceGroup,
  piece: LinksOfPiece,
  visitor: TableVisitor,
): void {
  const own = 4 * piece.ownGroup;
  const links = { kept: piece.kept.subarray(own, own + 4), crossed: piece.crossed.subarray(own, own + 4) };
  const rises = piece.rises.subarray(own, own + 4);
  const arrivals = pricedPlaces(network, targets, target);
  for (const from of pricedPlaces(network, sources, source)) {
    for (const to of arrivals) {
      visitor.cell(from.index, to.index, chooseWalk(network, from, to, links, mode.metresPerSecond), rises);
    }
  }
}

function pricedPlaces(
  network: ModeNetwork,
  { places, order }: GroupedPlaces,
  { start, end }: PieceGroup,
): (PricedPlace & { readonly index: number })[] {
  return Array.from(order.subarray(start, end)).flatMap((index) => {
    const place = places[index];
    return place === undefined ? [] : [{ index, ...pricedPlace(network, place) }];
  });
}
