import { UnusableFile } from "../geodata/readers/source-rows.ts";
import { checkTerritoryFile } from "../geodata/territory/check-territory-file.ts";
import { territoryPath } from "../geodata/territory/territory-folder.ts";
import { EXIT, type Terminal } from "./command.ts";
import { runCommandLine } from "./command-line.ts";

const DEMO = "demo";

/** Makes the demo territory when there is none that this version of the program reads. False when that fails. */
export async function makeDemoWhenMissing(terminal: Terminal): Promise<boolean> {
  if (isUsable(territoryPath(DEMO))) return true;
  terminal.say("Making the demo territory, an invented town. This happens once.");
  return (await runCommandLine(["territory", "demo", "--name", DEMO], terminal)) === EXIT.done;
}

function isUsable(path: string): boolean {
  try {
    checkTerritoryFile(path);
    return true;
  } catch (error) {
    if (error instanceof UnusableFile) return false;
    throw error;
  }
}
