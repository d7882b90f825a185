import type { CommuneCount, MappedRole, MappingOffer } from "../../server/contract/file-description.ts";
import type { Source } from "../territory/territory.ts";
import { guessMapping, MAPPED_FIELDS } from "./column-mapping.ts";
import type { ReadOptions } from "./read-facts.ts";

/** Of the first rows of a file: so many columns, so many letters of each cell. */
export const COLUMNS_SHOWN = 60;
const TEXT_SHOWN = 80;

export type { FileDescription } from "../../server/contract/file-description.ts";

/** What its user says of the file; null leaves it to be recognised. */
export interface DescribeOptions extends ReadOptions {
  readonly role?: Source["role"] | undefined;
  readonly electionId?: string | undefined;
}

/** The beginning of a cell, as much as is shown. */
export function shownText(text: string): string {
  return text.length > TEXT_SHOWN ? `${text.slice(0, TEXT_SHOWN)}…` : text;
}

/** Mappings that a file with these columns could be given, those with the most guessed fields first. */
export function offerMappings(roles: readonly MappedRole[], columns: readonly string[]): MappingOffer[] {
  return roles
    .map((role) => ({
      role,
      fields: MAPPED_FIELDS[role].map(({ field, isRequired }) => ({ field, isRequired })),
      guess: guessMapping(role, columns),
    }))
    .toSorted((a, b) => shareGuessed(b) - shareGuessed(a));
}

/** Required fields count most: a table with lon and lat is one of addresses, whatever else it holds. */
function shareGuessed({ fields, guess }: MappingOffer): number {
  const required = fields.filter(({ isRequired }) => isRequired);
  const found = required.filter(({ field }) => guess[field] !== undefined).length;
  return found / Math.max(1, required.length) + Object.keys(guess).length / 100;
}

/** What the communes of a file are, counted as its records are read. */
export function createCommuneCounts() {
  const counts = new Map<string, { name: string; records: number }>();
  return {
    add(code: string, name: string): void {
      const known = counts.get(code);
      if (known !== undefined) known.records++;
      else if (counts.size < 40_000) counts.set(code, { name, records: 1 });
    },
    most: (): CommuneCount[] =>
      [...counts]
        .map(([code, { name, records }]) => ({ code, name, records }))
        .toSorted((a, b) => b.records - a.records)
        .slice(0, 200),
  };
}
