import { createLayeredNoise } from "./noise.ts";
import { distance } from "./plane.ts";
import type { Town } from "./town.ts";

/** Who lives in a block: what the census counts and what the votes follow. */
export interface BlockSociety {
  readonly dwellings: number;
  /** Registered voters in 2024. */
  readonly registered: number;
  /** Median income per consumption unit, euros a year. */
  readonly income: number;
  /** Income in standard deviations from the town's mean. */
  readonly wealth: number;
  /** 1 in the heart of the town, 0 at its edge. */
  readonly centrality: number;
  /** 1 in the estate of slabs and towers, 0 elsewhere. */
  readonly socialHousing: number;
  /** Share of today's registered voters who were there in 2017. */
  readonly shareIn2017: number;
}

const MEAN_INCOME = 21_800;
const INCOME_DEVIATION = 4300;
const CENTRE_METRES = 1300;
const REGISTERED_PER_DWELLING = 1.58;

/** One row per block of the town, in block order. */
export function describeSociety(town: Town, seed: number): readonly BlockSociety[] {
  const dwellings = town.blocks.map(() => 0);
  for (const address of town.addresses) dwellings[address.block] = (dwellings[address.block] ?? 0) + address.dwellings;
  const wealthNoise = createLayeredNoise(seed + 71, 420, 2);
  const sizeNoise = createLayeredNoise(seed + 83, 600, 2);
  return town.blocks.map(({ middle, district }, block) => {
    const homes = dwellings[block] ?? 0;
    const altitude = town.landscape.terrain.elevationAt(middle) - 200;
    const income = (district?.income ?? 23_000) * (1 + 0.2 * wealthNoise(middle)) + 18 * altitude;
    const isNew = district?.kind === "lotissement";
    return {
      dwellings: homes,
      registered: homes * REGISTERED_PER_DWELLING * (1 + 0.14 * sizeNoise(middle)) * (isNew ? 1.08 : 0.98),
      income,
      wealth: (income - MEAN_INCOME) / INCOME_DEVIATION,
      centrality: Math.max(0, 1 - distance(middle, town.townHall) / CENTRE_METRES),
      socialHousing: district?.kind === "ensemble" ? 1 : 0,
      shareIn2017: isNew ? 0.88 : 0.99,
    };
  });
}
