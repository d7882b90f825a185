import { parseCount } from "../../../geodata/readers/parse-number.ts";
import { createTally } from "../../../geodata/readers/read-facts.ts";
import { readTable } from "../../../geodata/readers/read-table.ts";

/** One station of the country: shares of registered voters. */
export interface NationRow {
  readonly registered: number;
  /** European election: abstention, then the lists in the order of LISTS. */
  readonly before: readonly number[];
  /** Legislative election three weeks later, in the order of OUTCOMES. */
  readonly after: readonly number[];
}

export const LISTS = ["lfi", "pcf", "exg", "eelv", "ps", "ens", "lr", "rn", "rec", "anim_eco_div", "lassalle"] as const;
const OTHER_LISTS = ["souv", "autres"] as const;
export const OUTCOMES = ["lg_nfp", "lg_ed", "lg_mp"] as const;

/** Stations with whole counts at both elections; the others are counted as left out. */
export async function readNation(path: string): Promise<{ rows: readonly NationRow[]; leftOut: number }> {
  const rows: NationRow[] = [];
  let leftOut = 0;
  await readTable(path, createTally(path), {}, ({ header }) => {
    const columnOf = new Map(header.map((title, column) => [title, column]));
    return (row) => {
      const counts = (names: readonly string[]) => names.map((name) => parseCount(row.text(columnOf.get(name) ?? -1)));
      const parsed = rowOf(counts);
      if (parsed) rows.push(parsed);
      else leftOut++;
    };
  });
  return { rows, leftOut };
}

function rowOf(counts: (names: readonly string[]) => readonly (number | null)[]): NationRow | null {
  const registered = whole(counts(["ins_eu", "ins_lg"]));
  const lists = whole(counts([...LISTS, ...OTHER_LISTS].map((name) => `eu_${name}`)));
  const blank = whole(counts(["blancs_nuls_eu"]));
  const after = whole(counts([...OUTCOMES, "votants_lg"]));
  const [before = 0, later = 0] = registered ?? [];
  if (!lists || !blank || !after || before === 0 || later === 0) return null;
  const voters = lists.reduce((sum, votes) => sum + votes, blank[0] ?? 0);
  return {
    registered: before,
    before: [1 - voters / before, ...lists.slice(0, LISTS.length).map((votes) => votes / before)],
    after: [...after.slice(0, OUTCOMES.length).map((votes) => votes / later), 1 - (after.at(-1) ?? 0) / later],
  };
}

function whole(counts: readonly (number | null)[]): readonly number[] | null {
  const known = counts.filter((count) => count !== null);
  return known.length === counts.length ? known : null;
}
