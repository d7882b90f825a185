import { distanceMetres, type Position } from "../../geodata/geometry/position.ts";
import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import type { EndRule, PlanRequest, StartRule } from "../contract/plan.ts";
import type { WalkingRouter } from "../walking-router/create-walking-router.ts";
import { createModeNetwork } from "../walking-router/mode-network.ts";
import { createNodeSearch } from "../walking-router/node-search.ts";
import { travelModes } from "../walking-router/travel-modes.ts";
import type { Pocket } from "./station-pockets.ts";

/** What a team can do in a set of stations. */
export interface Outing {
  /** Votes or doors, of the whole team. */
  readonly worth: number;
  /** Routes that find something to do. */
  readonly volunteers: number;
  /** Pockets with the share of each that fits, and the seconds from the meeting point to it. */
  readonly visits: readonly Visit[];
}

export interface Visit {
  readonly pocket: Pocket;
  readonly share: number;
  /** Routes that go there, whole or in part. */
  readonly volunteers: number;
  readonly approachSeconds: number;
}

/**
 * Judges sets of stations for a team of `request.volunteers` routes: a fractional knapsack (Dantzig 1957) of volunteers. Each pocket takes its seconds
 * over the time that is left to a volunteer after walking there from the meeting point and, where routes end at a
 * place, back; those that give most per volunteer are taken first until all volunteers are out. Stations that lie
 * together share one near meeting point, which is what they are worth more for; the best part of a big station is
 * taken before the rest. Walks from one meeting point cost one search, kept for all sets that share it.
 */
export function createOutings(
  graph: StreetGraph,
  pockets: readonly Pocket[],
  request: PlanRequest,
  nearest: WalkingRouter["nearest"],
): (chosen: readonly Pocket[]) => Outing {
  const [onFoot] = travelModes({ speedKilometresPerHour: request.speed });
  if (!onFoot) throw new Error("nobody walks");
  const search = createNodeSearch(createModeNetwork(graph, onFoot));
  const nodeOf = (place: StreetPlace) => graph.pieceFrom[place.piece] ?? 0;
  search.aimAt(pockets.map(({ middle }) => nodeOf(middle.place)));
  const metresPerSecond = request.speed / 3.6;
  const rows = new Map<number, ReadonlyMap<Pocket, number>>();
  function secondsFrom(place: StreetPlace): ReadonlyMap<Pocket, number> {
    const node = nodeOf(place);
    const known = rows.get(node);
    if (known) return known;
    search.run(node);
    const row = new Map(
      pockets.map((pocket) => [pocket, search.distanceTo(nodeOf(pocket.middle.place)) / metresPerSecond]),
    );
    rows.set(node, row);
    return row;
  }

  const given = (rule: StartRule | EndRule) =>
    typeof rule === "object" ? (nearest(rule.position)?.place ?? null) : null;
  const [givenStart, givenEnd] = [given(request.start), given(request.end)];
  /** Null: routes begin at their first doors, or end at their last. */
  const walksTo = (
    rule: Exclude<StartRule | EndRule, "start">,
    place: StreetPlace | null,
    chosen: readonly Pocket[],
  ) => {
    const met = rule === "anywhere" ? null : (place ?? meetingPlace(chosen, rule));
    return met && secondsFrom(met);
  };

  return (chosen) => {
    const there = walksTo(request.start, givenStart, chosen);
    const back = request.end === "start" ? there : walksTo(request.end, givenEnd, chosen);
    const candidates = chosen.flatMap((pocket) => {
      const approachSeconds = there ? (there.get(pocket) ?? Infinity) : 0;
      const usable = request.minutes * 60 - approachSeconds - (back ? (back.get(pocket) ?? Infinity) : 0);
      if (!(usable > 0) || pocket.worth <= 0) return [];
      return { pocket, approachSeconds, volunteers: (pocket.doorSeconds + pocket.walkSeconds) / usable };
    });
    candidates.sort((a, b) => b.pocket.worth / b.volunteers - a.pocket.worth / a.volunteers);
    const visits: Visit[] = [];
    let left = request.volunteers;
    let worth = 0;
    for (const { pocket, approachSeconds, volunteers } of candidates) {
      if (left <= 0) break;
      const share = Math.min(1, left / volunteers);
      left -= share * volunteers;
      worth += share * pocket.worth;
      visits.push({ pocket, share, volunteers: share * volunteers, approachSeconds });
    }
    return { worth, volunteers: request.volunteers - left, visits };
  };
}

/** Where the rule would have the team meet, as near as pockets tell; a public-transport stop is near the middle. */
function meetingPlace(pockets: readonly Pocket[], rule: StartRule | EndRule): StreetPlace | null {
  if (rule === "lowest" || rule === "highest") {
    const sign = rule === "lowest" ? 1 : -1;
    const height = ({ middle }: Pocket) => sign * (middle.address.elevationMetres ?? Infinity);
    return least(pockets, height)?.middle.place ?? null;
  }
  const centre = medianOf(pockets);
  return least(pockets, ({ position }) => distanceMetres(position, centre))?.middle.place ?? null;
}

/** Geometric median of doors (Weiszfeld 1937); to the nearest pocket a few rounds are enough. */
function medianOf(pockets: readonly Pocket[]): Position {
  let centre: Position = pockets[0]?.position ?? [0, 0];
  for (let round = 0; round < 12; round++) {
    let [longitude, latitude, total] = [0, 0, 0];
    for (const { position, doors } of pockets) {
      const weight = doors / Math.max(20, distanceMetres(position, centre));
      longitude += weight * position[0];
      latitude += weight * position[1];
      total += weight;
    }
    if (total > 0) centre = [longitude / total, latitude / total];
  }
  return centre;
}

function least(pockets: readonly Pocket[], costOf: (pocket: Pocket) => number): Pocket | null {
  let best: Pocket | null = null;
  let bestCost = Infinity;
  for (const pocket of pockets) {
    const cost = costOf(pocket);
    if (cost >= bestCost) continue;
    best = pocket;
    bestCost = cost;
  }
  return best;
}
