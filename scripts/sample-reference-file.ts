import { basename } from "node:path";
import { findColumn, foldTitle, quoteHeader } from "../geodata/readers/fold-header.ts";
import { parseDecimal } from "../geodata/readers/parse-number.ts";
import { createTally } from "../geodata/readers/read-facts.ts";
import { readTable, type TableRow } from "../geodata/readers/read-table.ts";
import type { SampleReference } from "../geodata/sampling/sample-stations.ts";
import type { Reference } from "../geodata/sampling/sampling-frame.ts";
import { exampleIn } from "../server/contract/example.ts";
import { nearestWords } from "./nearest-words.ts";
import { UnusableInput } from "./unusable-input.ts";

/**
 * Whom a sample should resemble, from a table with the columns margin, mean and, when it is known, deviation. What
 * `--list-margins` writes of one territory can be the reference of another: margins that only the other has are named in
 * `unknown`. Throws UnusableInput that names the file, the line, the value and what was expected; also when the territory
 * has none of the margins.
 *
 * @param knownIds margins of the territory
 */
export async function readSampleReference(path: string, knownIds: readonly string[]): Promise<SampleReference> {
  const margins = new Map<string, Reference>();
  const lines = new Map<string, number>();
  const unknown: string[] = [];
  const tally = createTally(path);
  const file = await readTable(path, tally, {}, ({ header }) => {
    const columns = columnsOf(path, header);
    return (row) => {
      const { id, reference } = readLine(path, row, columns);
      const first = lines.get(id);
      if (first !== undefined) {
        throw new UnusableInput(
          path,
          `line ${row.line}: the margin ${id} already stands at line ${first}; expected it once`,
        );
      }
      lines.set(id, row.line);
      if (knownIds.includes(id)) margins.set(id, reference);
      else unknown.push(id);
      tally.accept();
    };
  });
  const [reject] = tally.facts({ format: "sample-reference", ...file }).rejects;
  if (reject) throw new UnusableInput(path, exampleIn("en", reject.examples[0] ?? reject.reason));
  const [stranger] = unknown;
  if (margins.size === 0) {
    if (stranger === undefined) {
      throw new UnusableInput(path, "has no row below its header; expected a line for each margin");
    }
    throw new UnusableInput(path, `line ${lines.get(stranger)}: ${unknownMargin(stranger, knownIds)}`);
  }
  return { name: basename(path), margins, unknown };
}

function unknownMargin(id: string, knownIds: readonly string[]): string {
  const idOf = new Map(knownIds.map((known) => [known.toLowerCase(), known]));
  const near = nearestWords(id, [...idOf.keys()]).map((word) => idOf.get(word));
  const hint = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "--list-margins prints them.";
  return `margin is "${shown(id)}"; expected one of this territory. ${hint}`;
}

interface Columns {
  readonly margin: number;
  readonly mean: number;
  readonly deviation: number;
}

function columnsOf(path: string, header: readonly string[]): Columns {
  const titles = header.map(foldTitle);
  const margin = findColumn(titles, ["margin", "marge"]);
  const mean = findColumn(titles, ["mean", "moyenne"]);
  if (margin === -1 || mean === -1) {
    throw new UnusableInput(
      path,
      `has the columns ${quoteHeader(header)}; expected margin, mean and perhaps deviation`,
    );
  }
  return { margin, mean, deviation: findColumn(titles, ["deviation", "ecart type"]) };
}

function readLine(
  path: string,
  row: TableRow,
  columns: Columns,
): { readonly id: string; readonly reference: Reference } {
  const id = row.text(columns.margin);
  const mean = parseDecimal(row.text(columns.mean));
  if (mean === null) {
    throw new UnusableInput(
      path,
      `line ${row.line} (${id}): mean is "${shown(row.text(columns.mean))}"; expected a number`,
    );
  }
  if (id.includes("@") && !(mean >= 0 && mean <= 1)) {
    throw new UnusableInput(
      path,
      `line ${row.line} (${id}): mean is ${mean}; expected a share of registered voters, 0 to 1`,
    );
  }
  const text = columns.deviation === -1 ? "" : row.text(columns.deviation);
  const deviation = text === "" ? null : parseDecimal(text);
  if (text !== "" && !(deviation !== null && deviation > 0)) {
    throw new UnusableInput(
      path,
      `line ${row.line} (${id}): deviation is "${shown(text)}"; expected a positive number, or nothing`,
    );
  }
  return { id, reference: { mean, deviation } };
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
