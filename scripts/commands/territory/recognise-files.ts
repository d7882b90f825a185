import { describeFile } from "../../../geodata/readers/describe-file.ts";
import type { FileDescription } from "../../../geodata/readers/file-description.ts";
import { UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { EXIT, type ExitCode, type Terminal, UsageError } from "../../command.ts";
import { readOptions } from "../../command-options.ts";

type Recognised = ({ readonly file: string } & FileDescription) | { readonly file: string; readonly problem: string };

/** `territory recognise FILE…`: what each file is by its content, and what it could be mapped to. */
export async function recogniseFiles(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, { flags: ["json"] });
  if (options.words.length === 0) throw new UsageError("territory recognise needs a file.");
  const files: Recognised[] = [];
  for (const file of options.words) {
    try {
      files.push({ file, ...(await describeFile(file, { signal: terminal.signal })) });
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error;
      files.push({ file, problem: error.message });
    }
  }
  if (options.flag("json")) terminal.out(JSON.stringify({ files }, null, 2));
  else for (const one of files) terminal.out(linesOf(one).join("\n"));
  return files.some((one) => !("problem" in one) && one.role !== null) ? EXIT.done : EXIT.nothingFound;
}

function linesOf(one: Recognised): string[] {
  if ("problem" in one) return [`${one.problem}`];
  const { file, role, format, records, vintage, elections, needsElection, columns, mappings } = one;
  const facts = [
    records === null ? null : `${records} records`,
    vintage === null ? null : `of ${vintage}`,
    elections.length === 0 ? null : `rounds ${elections.join(" ")}`,
    needsElection ? "of a round that it does not name: add it, e.g. @2024_legi_t1" : null,
  ].filter((fact) => fact !== null);
  if (role !== null) return [`${file}: ${role} (${format})${facts.length > 0 ? `, ${facts.join(", ")}` : ""}`];
  const [offer] = mappings;
  const guess = Object.entries(offer?.guess ?? {}).map(([field, column]) => `--map ${file}:${field}=${column}`);
  return [
    `${file}: not recognised (${format}); its columns are ${columns.join(", ") || "none"}`,
    ...(offer === undefined || guess.length === 0 ? [] : [`  as ${offer.role}, perhaps: ${guess.join(" ")}`]),
  ];
}
