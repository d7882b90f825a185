import { EXIT, type ExitCode, type Terminal, UsageError } from "../../command.ts";
import { readOptions } from "../../command-options.ts";
import { printReport } from "./build-from-files.ts";
import { showProgress } from "./show-progress.ts";

/** `territory demo`: invents a town, writes it as public files, and builds it like any other. */
export async function makeDemo(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, { flags: ["json"], values: ["seed", "name"] });
  if (options.words.length > 0) throw new UsageError(`"${options.words[0]}" belongs to no option.`);
  const seed = options.number("seed", { min: 0, max: 2 ** 31 - 1, isWhole: true }) ?? 1;
  // Loaded only here: the generator of the town is of no use to any other command.
  const { buildDemoTerritory } = await import("../../../geodata/demo-town/build-demo-territory.ts");
  const report = await buildDemoTerritory(
    { name: options.text("name") ?? "demo", seed },
    { signal: terminal.signal, onProgress: (progress) => showProgress(terminal, progress) },
  );
  printReport(report, options.flag("json"), terminal);
  return EXIT.done;
}
