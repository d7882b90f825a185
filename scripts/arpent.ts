import { runCommandLine } from "./command-line.ts";
import { createProcessTerminal } from "./process-terminal.ts";

process.exitCode = await runCommandLine(process.argv.slice(2), createProcessTerminal(process));
