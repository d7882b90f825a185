import { type JoinedParts, joinParts } from "./join-parts.ts";
import { createNearestFirst } from "./nearest-first.ts";
import type { RunNetwork } from "./run-network.ts";
import { BARRIER } from "./zone-stop.ts";

/** Orders from one end of the set to the other, for a few pairs of ends. */
export function sweepOrders(
  network: RunNetwork,
  members: readonly number[],
  inside: Uint8Array,
  random: () => number,
): readonly (readonly number[])[] {
  const any = () => members[Math.floor(random() * members.length)] ?? 0;
  const quarterOf = quarters(network, members, inside);
  const from = (run: number) => distancesFrom(network, run, inside);
  const orders: (readonly number[])[] = [];
  const sweep = (one: Float64Array, other: Float64Array): void => {
    const along = Float64Array.from(one, (metres, run) => metres - (other[run] ?? 0));
    orders.push(inOrder(members, along));
    const middle = new Map<number, { total: number; count: number }>();
    for (const run of members) {
      const quarter = middle.get(quarterOf.partOf(run)) ?? { total: 0, count: 0 };
      quarter.total += along[run] ?? 0;
      quarter.count++;
      middle.set(quarterOf.partOf(run), quarter);
    }
    const ofQuarter = (run: number) => {
      const quarter = middle.get(quarterOf.partOf(run));
      return quarter ? quarter.total / quarter.count : 0;
    };
    const place = new Map(members.map((run) => [run, ofQuarter(run)]));
    orders.push(
      [...members].sort(
        (a, b) =>
          (place.get(a) ?? 0) - (place.get(b) ?? 0) ||
          quarterOf.partOf(a) - quarterOf.partOf(b) ||
          (along[a] ?? 0) - (along[b] ?? 0) ||
          a - b,
      ),
    );
  };
  const west = from(farthest(members, from(any())));
  const east = from(farthest(members, west));
  sweep(west, east);
  const aside = from(
    farthest(
      members,
      west.map((metres, run) => Math.min(metres, east[run] ?? 0)),
    ),
  );
  sweep(aside, from(farthest(members, aside)));
  sweep(from(any()), from(any()));
  sweep(from(any()), from(any()));
  return orders;
}

/** Runs joined without a barrier. */
function quarters(network: RunNetwork, members: readonly number[], inside: Uint8Array): JoinedParts {
  const parts = joinParts(network.count);
  for (const run of members) {
    for (let link = network.start[run] ?? 0; link < (network.start[run + 1] ?? 0); link++) {
      const other = network.target[link] ?? 0;
      if (inside[other] === 1 && network.barrier[link] === BARRIER.none) parts.join(run, other);
    }
  }
  return parts;
}

export function distancesFrom(network: RunNetwork, source: number, inside: Uint8Array): Float64Array {
  const metres = new Float64Array(network.count).fill(Infinity);
  const queue = createNearestFirst();
  metres[source] = 0;
  queue.push(source, 0);
  for (let run = queue.take(); run !== -1; run = queue.take()) {
    if (queue.cost > (metres[run] ?? 0)) continue;
    for (let link = network.start[run] ?? 0; link < (network.start[run + 1] ?? 0); link++) {
      const other = network.target[link] ?? 0;
      // A step over a run costs something even where runs meet, or coincident doors would have no order.
      const reached = (metres[run] ?? 0) + (network.cost[link] ?? 0) + 1;
      if (inside[other] === 0 || reached >= (metres[other] ?? 0)) continue;
      metres[other] = reached;
      queue.push(other, reached);
    }
  }
  return metres;
}

export function farthest(members: readonly number[], metres: Float64Array): number {
  return members.reduce((best, run) => ((metres[run] ?? 0) > (metres[best] ?? 0) ? run : best));
}

function inOrder(members: readonly number[], along: Float64Array): readonly number[] {
  return [...members].sort((a, b) => (along[a] ?? 0) - (along[b] ?? 0) || a - b);
}
