import { mulberry32 } from "../../geodata/numbers/mulberry32.ts";
import { bundleProgram } from "../bundle-program.ts";
import type { Terminal } from "../command.ts";
import type { Options } from "../command-options.ts";
import { openBenchStore } from "./field/bench-store.ts";
import { type CrashFigures, crashRun } from "./field/crash-run.ts";

export const summary = "phones report while the server is killed at random: acknowledged = stored, exactly once";

export const optionNames = { values: ["phones", "kills", "postgres", "seed"] };

/** The figures of one run, or of as much of it as there was until Ctrl-C; `lost` and `duplicated` must be 0. */
export async function run(terminal: Terminal, options: Options): Promise<CrashFigures> {
  const store = await openBenchStore(options.text("postgres"));
  const program = await bundleProgram();
  try {
    return await crashRun(store, {
      program: program.entry,
      phones: options.number("phones", { min: 1, max: 5000, isWhole: true }) ?? 20,
      kills: options.number("kills", { min: 0, max: 1000, isWhole: true }) ?? 5,
      chance: mulberry32(options.number("seed", { min: 0, max: 2 ** 31, isWhole: true }) ?? 1),
      enough: terminal.signal,
      progress: (text) => terminal.progress(text),
    });
  } finally {
    program.remove();
    await store.leave();
  }
}
