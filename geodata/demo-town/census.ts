import type { Random } from "../numbers/random.ts";
import { partOutlines } from "./outlines.ts";
import { blockNeighbours, partitionCells } from "./partition.ts";
import type { BlockSociety } from "./society.ts";
import type { Town } from "./town.ts";

export interface CensusArea {
  /** Four digits inside the commune. */
  readonly code: string;
  readonly name: string;
  readonly geometry: ReturnType<typeof partOutlines>[number];
  /** Median income in euros a year; null where so few live that the census keeps silent. */
  readonly medianIncome: number | null;
  /** Shares of households under the poverty line, and of income from work, pensions and benefits, in percent. */
  readonly poverty: number;
  readonly socialHousing: number;
  readonly dwellings: number;
  /** 1 in the heart of the town, 0 at its edge. */
  readonly centrality: number;
}

const AREAS = 11;
/** Areas whose figures are held back, as happens to small ones: a deliberate hole. */
const SUPPRESSED = 2;

/** IRIS areas: larger than stations, cut along other lines, each with its incomes. */
export function takeCensus(town: Town, society: readonly BlockSociety[], random: Random): readonly CensusArea[] {
  const cells = town.blocks.map(({ middle }, block) => ({
    middle,
    weight: society[block]?.dwellings ?? 0,
    bank: town.landscape.river.nearest(middle).isNorth ? 1 : 0,
  }));
  const parts = partitionCells(cells, blockNeighbours(town.ground), AREAS, random.fork("areas"));
  const outlines = partOutlines(town.ground, parts, AREAS);
  const drafts = outlines.map((geometry, part) => {
    const own = town.blocks.filter(({ index }) => parts[index] === part);
    const mean = (value: (people: BlockSociety) => number) => {
      const total = own.reduce((sum, { index }) => sum + (society[index]?.dwellings ?? 0), 0);
      const sum = own.reduce((all, { index }) => {
        const people = society[index];
        return people ? all + people.dwellings * value(people) : all;
      }, 0);
      return total > 0 ? sum / total : 0;
    };
    return { geometry, own, mean, homes: own.reduce((sum, { index }) => sum + (society[index]?.dwellings ?? 0), 0) };
  });
  const smallest = [...drafts].sort((a, b) => a.homes - b.homes).slice(0, SUPPRESSED);
  const names = new Set<string>();
  return drafts.map((draft, part) => {
    const income = Math.round(draft.mean((people) => people.income) / 10) * 10;
    const name = areaName(draft.own, society, names);
    names.add(name);
    return {
      code: String(101 + part).padStart(4, "0"),
      name,
      geometry: draft.geometry,
      medianIncome: smallest.includes(draft) ? null : income,
      poverty: Math.max(4, 15 - (income - 20_500) / 520 + random.between(-0.6, 0.6)),
      socialHousing: draft.mean((people) => people.socialHousing),
      dwellings: draft.homes,
      centrality: draft.mean((people) => people.centrality),
    };
  });
}

/** The district where most of the area's people live, with a point of the compass when that name is taken. */
function areaName(blocks: Town["blocks"], society: readonly BlockSociety[], taken: ReadonlySet<string>): string {
  const homes = new Map<string, number>();
  for (const { district, index } of blocks) {
    const name = district?.name ?? "Les Écarts";
    homes.set(name, (homes.get(name) ?? 0) + (society[index]?.dwellings ?? 0));
  }
  const best = [...homes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "Les Écarts";
  const variants = [best, ...["Nord", "Sud", "Est", "Ouest", "Centre"].map((side) => `${best} ${side}`)];
  return variants.find((name) => !taken.has(name)) ?? best;
}
