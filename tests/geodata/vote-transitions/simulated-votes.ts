import { mulberry32 } from "../../../geodata/numbers/mulberry32.ts";

export interface Simulation {
  readonly stations: number;
  /** Share of each origin that goes to each destination. */
  readonly shares: readonly (readonly number[])[];
  readonly seed?: number;
  readonly voters?: number;
}

/** Stations whose origins vary and whose voters each choose by `shares`, with the true table. */
export function simulateVotes({ stations, shares, seed = 1, voters = 400 }: Simulation) {
  const random = mulberry32(seed);
  const truth = shares.map((row) => row.map(() => 0));
  const origins: number[][] = [];
  const destinations: number[][] = [];
  for (let station = 0; station < stations; station++) {
    const weights = shares.map(() => Math.exp(2 * random() - 1));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const before = weights.map((weight) => Math.round((voters * weight) / whole));
    const after = (shares[0] ?? []).map(() => 0);
    before.forEach((count, origin) => {
      for (let voter = 0; voter < count; voter++) {
        const destination = draw(shares[origin] ?? [], random());
        after[destination] = (after[destination] ?? 0) + 1;
        const row = truth[origin];
        if (row) row[destination] = (row[destination] ?? 0) + 1;
      }
    });
    origins.push(before);
    destinations.push(after);
  }
  return { votes: { origins, destinations }, truth };
}

function draw(shares: readonly number[], luck: number): number {
  let reached = 0;
  const found = shares.findIndex((share) => {
    reached += share;
    return luck < reached;
  });
  return found === -1 ? shares.length - 1 : found;
}
