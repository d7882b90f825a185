import type { PlanningStop } from "./plan-stops.ts";

export interface TeamHours {
  /** Of all routes together. */
  readonly teamSeconds: number;
  /** Of the longest route. */
  readonly budgetSeconds: number;
}

/** Candidates kept: this many times what the team has time for, so that the search still has a choice. */
const CHOICE = 3;
/** Walking between neighbouring stops, for an estimate of how much fits. */
const WALK_SECONDS_PER_STOP = 25;
/** Stops are judged in groups of about this size, because a volunteer who goes somewhere stays there. */
const GROUP_METRES = 250;

/**
 * Keeps the stops that a plan can hope to serve, when there are far more than the team has hours for. Stops are
 * grouped by station and square of 250 m; groups are ranked by what they give per second at the doors times the time
 * left after walking there, and kept until the choice is three times the team's hours. A group whose value is not
 * positive is never kept for its value. O(n log n).
 */
export function narrowStops(
  stops: readonly PlanningStop[],
  secondsFromStart: ArrayLike<number>,
  team: TeamHours,
): { readonly kept: readonly number[]; readonly left: readonly number[] } {
  const capacitySeconds = CHOICE * team.teamSeconds;
  const groups = groupStops(stops, secondsFromStart, team.budgetSeconds);
  const kept: number[] = [];
  const left: number[] = [];
  let seconds = 0;
  for (const group of groups) {
    const target = seconds < capacitySeconds && group.worth > 0 ? kept : left;
    target.push(...group.members);
    if (target === kept) seconds += group.seconds;
  }
  const ascending = (a: number, b: number) => a - b;
  return { kept: kept.sort(ascending), left: left.sort(ascending) };
}

interface Group {
  readonly members: readonly number[];
  readonly seconds: number;
  readonly worth: number;
}

function groupStops(
  stops: readonly PlanningStop[],
  secondsFromStart: ArrayLike<number>,
  budgetSeconds: number,
): readonly Group[] {
  const members = new Map<string, number[]>();
  stops.forEach((stop, index) => {
    const key = groupKey(stop);
    const list = members.get(key);
    if (list) list.push(index);
    else members.set(key, [index]);
  });
  return [...members.values()]
    .map((indices): Group => {
      const seconds = sum(indices, (index) => (stops[index]?.serviceSeconds ?? 0) + WALK_SECONDS_PER_STOP);
      const value = sum(indices, (index) => stops[index]?.value ?? 0);
      const away = sum(indices, (index) => secondsFromStart[index] ?? 0) / indices.length;
      return { members: indices, seconds, worth: (value / seconds) * Math.max(0, budgetSeconds - away) };
    })
    .sort((a, b) => b.worth - a.worth || (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

function groupKey({ address }: PlanningStop): string {
  const [longitude, latitude] = address.position;
  const cell = GROUP_METRES / 111_195;
  const column = Math.floor((longitude * Math.cos((latitude * Math.PI) / 180)) / cell);
  return `${address.stationIndex ?? ""}/${column}/${Math.floor(latitude / cell)}`;
}

function sum(indices: readonly number[], value: (index: number) => number): number {
  return indices.reduce((total, index) => total + value(index), 0);
}
