import type { CensusArea } from "./census.ts";
import { TOWN } from "./town-frame.ts";

const PEOPLE_PER_DWELLING = 2.05;

/**
 * Who lives in each IRIS area, in columns of Insee's census of 2021: ages, work, occupations. Dwellings are left to
 * the addresses.
 */
export function populationTable(areas: readonly CensusArea[]): string {
  const header =
    "IRIS;P21_POP;P21_POP0014;P21_POP1529;P21_POP65P;P21_ACT1564;P21_CHOM1564;C21_POP15P;C21_POP15P_CS3;C21_POP15P_CS6;C21_POP15P_CS7";
  const rows = areas.map((area) => [
    `${TOWN.communeCode}${area.code}`,
    ...countsOf(area).map((count) => count.toFixed(1)),
  ]);
  return `${[header, ...rows.map((cells) => cells.join(";"))].join("\n")}\n`;
}

/** Students near the heart, children in the estate, retired people at the edge; the poorer, the more without work. */
function countsOf({ dwellings, centrality, socialHousing, poverty }: CensusArea): readonly number[] {
  const people = dwellings * PEOPLE_PER_DWELLING;
  const children = people * (0.16 + 0.07 * socialHousing - 0.04 * centrality);
  const young = people * (0.15 + 0.13 * centrality + 0.03 * socialHousing);
  const old = people * (0.25 - 0.09 * socialHousing - 0.05 * centrality);
  const grown = people - children;
  const workers = people * (0.46 + 0.03 * centrality);
  return [
    people,
    children,
    young,
    old,
    workers,
    workers * (0.05 + 0.006 * poverty),
    grown,
    grown * Math.max(0.03, 0.22 - 0.009 * poverty),
    grown * (0.09 + 0.006 * poverty),
    old * 1.12,
  ];
}
