import { distanceMetres, type Position } from "../../geodata/geometry/position.ts";
import type { RouteEnds } from "./choose-route-ends.ts";
import { narrowStops } from "./narrow-stops.ts";
import type { PlanningStop } from "./plan-stops.ts";
import type { RouteKind } from "./plan-team.ts";

/** Streets wind: a walk takes about this much of the crow's flight. */
const DETOUR = 1.3;

/**
 * The stops that a team can hope to serve, by position: routes with the same ends choose together, by their hours and
 * the way from their start; what any of them would keep is kept.
 */
export function narrowForTeam(
  stops: readonly PlanningStop[],
  team: readonly RouteKind[],
  ends: ReadonlyMap<RouteKind, RouteEnds>,
  speedKilometresPerHour: number,
): readonly number[] {
  const kept = new Set<number>();
  for (const { members, start, end } of groupByEnds(team, ends)) {
    const metresAway = (position: Position) =>
      (start ? distanceMetres(start.position, position) : 0) +
      (end && end !== start ? distanceMetres(position, end.position) : 0);
    const narrowed = narrowStops(
      stops,
      stops.map(({ address }) => (DETOUR * metresAway(address.position)) / (speedKilometresPerHour / 3.6)),
      {
        teamSeconds: members.reduce((sum, { budgetSeconds }) => sum + budgetSeconds, 0),
        budgetSeconds: Math.max(...members.map(({ budgetSeconds }) => budgetSeconds)),
      },
    );
    for (const stop of narrowed.kept.length > 0 ? narrowed.kept : narrowed.left) kept.add(stop);
  }
  return [...kept].sort((a, b) => a - b);
}

interface SameEnds {
  readonly start: RouteEnds["start"];
  readonly end: RouteEnds["end"];
  readonly members: RouteKind[];
}

function groupByEnds(team: readonly RouteKind[], ends: ReadonlyMap<RouteKind, RouteEnds>): readonly SameEnds[] {
  const groups: SameEnds[] = [];
  for (const kind of team) {
    const { start = null, end = null } = ends.get(kind) ?? {};
    const group = groups.find((known) => known.start === start && known.end === end);
    if (group) group.members.push(kind);
    else groups.push({ start, end, members: [kind] });
  }
  return groups;
}
