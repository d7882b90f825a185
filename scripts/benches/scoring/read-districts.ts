import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import * as v from "valibot";
import { UsageError } from "../../command.ts";
import type { Options } from "../../command-options.ts";

const COLLECTION = fileURLToPath(new URL("../../../../shared/data/ecological-inference", import.meta.url));

const Counts = v.array(v.array(v.number()));
const District = v.object({
  election: v.string(),
  district: v.string(),
  /** Votes by polling place and party. */
  x: Counts,
  /** Votes by polling place and candidate. */
  y: Counts,
  /** Party by candidate, over the district. */
  true: Counts,
});

export type District = v.InferOutput<typeof District>;

/** The folder of --ecological, or the open collection beside the repository, or null. Throws UsageError when it does not exist. */
export function ecologicalFolder(options: Options): string | null {
  const given = options.text("ecological");
  if (given === undefined) return existsSync(COLLECTION) ? COLLECTION : null;
  if (existsSync(given)) return given;
  throw new UsageError(`--ecological ${given} does not exist: expected a folder with files *.jsonl.gz.`);
}

/** Every line of every *.jsonl.gz of the folder, in the order of their names. */
export function readDistricts(folder: string): readonly District[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".jsonl.gz"));
  if (files.length === 0) throw new UsageError(`no *.jsonl.gz in ${folder}: expected one district a line.`);
  return files.sort().flatMap((file) =>
    gunzipSync(readFileSync(join(folder, file)))
      .toString("utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => v.parse(District, JSON.parse(line))),
  );
}

/** Error index of each other method by `election/district`, from results_by_method.csv; empty without that file. */
export function readOtherMethods(folder: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const path = join(folder, "results_by_method.csv");
  const [header = "", ...lines] = existsSync(path) ? readFileSync(path, "utf8").trim().split(/\r?\n/) : [];
  const columns = header.split(",");
  return new Map(
    lines.map((line) => {
      const fields = line.split(",");
      const figures = columns.flatMap((column, index): [string, number][] => {
        const field = fields[index] ?? "";
        return column.startsWith("EI_") && field !== "" ? [[column.slice("EI_".length), Number(field)]] : [];
      });
      return [`${fields[0]}/${fields[1]}`, new Map(figures)];
    }),
  );
}
