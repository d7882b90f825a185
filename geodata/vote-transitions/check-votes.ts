import type { StationVotes } from "./station-votes.ts";

export type Counts = readonly (readonly number[])[];

/** Votes of two elections, one row per station in the same order, one column per choice; abstention is a choice. */
export interface VotesBefore {
  readonly origins: Counts;
  readonly destinations: Counts;
}

/** What is wrong with the votes that were given, and where. */
export interface VotesProblem {
  readonly reason: "no stations" | "no choices" | "station counts differ" | "row length differs" | "not a count";
  readonly side?: "origins" | "destinations";
  readonly station?: number;
  readonly column?: number;
  readonly value?: number;
}

export interface CheckedVotes {
  /** Destinations scaled to the origins of each station; zero on both sides where either total is zero. */
  readonly votes: StationVotes;
  /** False for a station that is left out of the estimation. */
  readonly isUsed: Uint8Array;
  readonly leftOut: readonly LeftOutStation[];
  /** Stations whose destinations were scaled, those that are left out included. */
  readonly scaledStations: number;
}

export interface LeftOutStation {
  readonly station: number;
  readonly reason: "no votes" | "total changed";
  /** Destinations ÷ origins; NaN without origins. */
  readonly ratio: number;
}

/** A register that changed by more is that of other people. */
const LARGEST_CHANGE = 0.1;
const MOST_PROBLEMS = 20;

/** Parses votes into flat arrays. Negative, infinite or missing counts are problems, 20 of them at most; never mended. */
export function checkVotes({ origins, destinations }: VotesBefore): CheckedVotes | { problems: VotesProblem[] } {
  const originCount = origins[0]?.length ?? 0;
  const destinationCount = destinations[0]?.length ?? 0;
  if (origins.length === 0 && destinations.length === 0) return { problems: [{ reason: "no stations" }] };
  if (origins.length !== destinations.length) return { problems: [{ reason: "station counts differ" }] };
  if (originCount === 0) return { problems: [{ reason: "no choices", side: "origins" }] };
  if (destinationCount === 0) return { problems: [{ reason: "no choices", side: "destinations" }] };
  const problems = [
    ...badCounts(origins, "origins", originCount),
    ...badCounts(destinations, "destinations", destinationCount),
  ];
  if (problems.length > 0) return { problems: problems.slice(0, MOST_PROBLEMS) };
  return scaleToOrigins({
    stationCount: origins.length,
    originCount,
    destinationCount,
    origins: flatten(origins, originCount),
    destinations: flatten(destinations, destinationCount),
  });
}

function badCounts(counts: Counts, side: "origins" | "destinations", width: number): VotesProblem[] {
  const problems: VotesProblem[] = [];
  for (let station = 0; station < counts.length && problems.length < MOST_PROBLEMS; station++) {
    const row = counts[station] ?? [];
    if (row.length !== width) problems.push({ reason: "row length differs", side, station, value: row.length });
    for (let column = 0; column < row.length; column++) {
      const value = row[column] ?? Number.NaN;
      if (!(value >= 0 && value < Infinity)) problems.push({ reason: "not a count", side, station, column, value });
    }
  }
  return problems;
}

function flatten(counts: Counts, width: number): Float64Array {
  const flat = new Float64Array(counts.length * width);
  for (let station = 0; station < counts.length; station++) flat.set(counts[station] ?? [], station * width);
  return flat;
}

function scaleToOrigins(votes: StationVotes): CheckedVotes {
  const { stationCount, originCount, destinationCount, origins, destinations } = votes;
  const isUsed = new Uint8Array(stationCount);
  const leftOut: LeftOutStation[] = [];
  let scaledStations = 0;
  for (let station = 0; station < stationCount; station++) {
    const before = origins.subarray(station * originCount, (station + 1) * originCount);
    const after = destinations.subarray(station * destinationCount, (station + 1) * destinationCount);
    const from = before.reduce((sum, value) => sum + value, 0);
    const to = after.reduce((sum, value) => sum + value, 0);
    const ratio = from > 0 ? to / from : Number.NaN;
    if (!(from > 0 && to > 0)) {
      leftOut.push({ station, reason: "no votes", ratio });
      before.fill(0);
      after.fill(0);
      continue;
    }
    if (ratio !== 1) {
      scaledStations++;
      for (let column = 0; column < destinationCount; column++) after[column] = (after[column] ?? 0) / ratio;
    }
    if (Math.abs(ratio - 1) > LARGEST_CHANGE) leftOut.push({ station, reason: "total changed", ratio });
    else isUsed[station] = 1;
  }
  return { votes, isUsed, leftOut, scaledStations };
}
