import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { UsageError } from "../command.ts";
import type { Options } from "../command-options.ts";

const COLLECTION = fileURLToPath(new URL("../../../shared/data/benchmarks", import.meta.url));

/** The folder of --instances, or the open collection beside the repository. Throws UsageError when it is not there. */
export function instanceFolder(options: Options): string {
  const given = options.text("instances");
  const folder = given ?? COLLECTION;
  if (existsSync(folder)) return folder;
  throw new UsageError(
    given === undefined
      ? "no instances beside the repository: expected --instances DIR with tour-NAME.i32.gz or team-NAME.json."
      : `--instances ${given} does not exist: expected a folder with tour-NAME.i32.gz or team-NAME.json.`,
  );
}
