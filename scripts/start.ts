import { arpentHome } from "../geodata/territory/territory-folder.ts";
import { buildWebWhenNeeded } from "./build-web.ts";
import { runCommandLine } from "./command-line.ts";
import { makeDemoWhenMissing } from "./make-demo-when-missing.ts";
import { createProcessTerminal } from "./process-terminal.ts";

/** `npm start`: builds the application when it is missing or old, makes the demo town once, and serves both. */
const terminal = createProcessTerminal(process);
if (process.argv.includes("--help")) {
  terminal.out(`npm start [-- --port 4810] [--host 127.0.0.1]

Builds the application when it is missing or older than its sources, makes the demo territory when it is missing
(in ${arpentHome()}), and serves. Options are those of: npm run arpent -- serve --help`);
} else {
  const isReady = (await buildWebWhenNeeded(terminal)) && (await makeDemoWhenMissing(terminal));
  process.exitCode = isReady ? await runCommandLine(["serve", "--quiet", ...process.argv.slice(2)], terminal) : 1;
}
