import { areaCode } from "./area-code.ts";
import { mappedHeader } from "./column-mapping.ts";
import { communeCode } from "./commune-code.ts";
import { guessElectionId, parseElectionId } from "./election-id.ts";
import {
  COLUMNS_SHOWN,
  createCommuneCounts,
  type DescribeOptions,
  type FileDescription,
  offerMappings,
  shownText,
} from "./file-description.ts";
import { findColumn, foldTitle } from "./fold-header.ts";
import { createTally } from "./read-facts.ts";
import { readTable, type TableRow } from "./read-table.ts";
import type { RecognisedFile } from "./recognise-file.ts";
import { areaColumnOf } from "./recognise-header.ts";
import { resultLayoutOf } from "./result-columns.ts";
import { UnusableFile } from "./source-rows.ts";

const ROWS_SHOWN = 3;
const MOST_ELECTIONS = 200;

/** What a table holds. Throws UnusableFile, Cancelled. */
export async function describeTable(
  path: string,
  found: RecognisedFile,
  options: DescribeOptions,
): Promise<Partial<FileDescription>> {
  const tally = createTally(path);
  const communes = createCommuneCounts();
  const elections = new Set<string>();
  const sample: string[][] = [];
  let header: readonly string[] = [];
  let needsElection = false;

  await readTable(path, tally, options, (layout) => {
    header = layout.header;
    const known = isTableRole(found.role) ? mappedHeader(path, found.role, header, options.columns) : header;
    const commune = communeReader(known, found.role);
    const election = found.role === "results" ? electionColumn(known, options) : null;
    const named = options.electionId ?? guessElectionId(path);
    needsElection = election === -1 && named === null;
    if (election === -1 && named !== null) elections.add(named);
    return (row) => {
      tally.accept();
      if (sample.length < ROWS_SHOWN) sample.push(shownRow(row, header.length));
      const place = commune(row);
      if (place !== null) communes.add(place.code, place.name);
      if (election === null || election === -1 || elections.size >= MOST_ELECTIONS) return;
      const id = row.text(election);
      if (parseElectionId(id) !== null) elections.add(id);
    };
  });
  if (tally.recordsRead === 0) {
    throw new UnusableFile(path, {
      fr: "n’a que sa ligne d’en-tête, et aucune ligne dessous : téléchargez-le de nouveau",
      en: "has a header line alone, and no row below: download it again",
    });
  }
  return {
    ...found,
    records: tally.accepted,
    elections: [...elections],
    needsElection,
    communes: communes.most(),
    columns: header.slice(0, COLUMNS_SHOWN),
    sample,
    mappings: offerMappings(["results", "addresses", "census"], header),
    rejects: tally.facts({ format: found.format, sha256: "", bytes: 0 }).rejects,
  };
}

function isTableRole(role: RecognisedFile["role"]): role is "results" | "addresses" | "census" {
  return role === "results" || role === "addresses" || role === "census";
}

/** Column of the round; -1 when the file leaves it to its name. */
function electionColumn(header: readonly string[], { columns }: DescribeOptions): number {
  return resultLayoutOf(header, { isMapped: columns !== undefined })?.station.election ?? -1;
}

/** A function from a row to its commune, where the role has one. */
function communeReader(
  header: readonly string[],
  role: RecognisedFile["role"],
): (row: TableRow) => { readonly code: string; readonly name: string } | null {
  const titles = header.map(foldTitle);
  if (role === "census") {
    const area = areaColumnOf(header);
    return (row) => {
      const code = areaCode(row.text(area));
      return code === null ? null : { code: code.slice(0, 5), name: "" };
    };
  }
  const layout = resultLayoutOf(header, { isMapped: true });
  const code = layout?.station.commune ?? findColumn(titles, ["code insee", "code commune ref"]);
  const name = findColumn(titles, ["libelle commune", "libelle de la commune", "nom commune"]);
  const department = layout?.station.department ?? -1;
  return (row) => {
    const written = communeCode(row.text(department), row.text(code));
    return written === "" ? null : { code: written, name: row.text(name) };
  };
}

function shownRow(row: TableRow, fields: number): string[] {
  return Array.from({ length: Math.min(fields, COLUMNS_SHOWN) }, (_, column) => shownText(row.text(column)));
}
