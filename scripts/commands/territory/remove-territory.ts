import { removeTerritory } from "../../../geodata/territory/territory-folder.ts";
import { EXIT, type ExitCode, type Terminal, UsageError } from "../../command.ts";
import { readOptions } from "../../command-options.ts";

/** `territory remove NAME`: takes the file away, damaged or not. What people wrote on it is not in the file. */
export async function removeNamedTerritory(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, { flags: ["json"] });
  const [name, unexpected] = options.words;
  if (name === undefined) throw new UsageError("territory remove needs the name of a territory.");
  if (unexpected !== undefined) throw new UsageError(`territory remove takes one name, "${unexpected}" came after.`);
  if (!removeTerritory(name)) {
    terminal.say(`There is no territory "${name}".`);
    return EXIT.nothingFound;
  }
  if (options.flag("json")) terminal.out(JSON.stringify({ removed: name }));
  else terminal.out(`${name} is removed; its plans and choices stay in the campaign.`);
  return EXIT.done;
}
