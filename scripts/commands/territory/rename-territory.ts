import { retitleTerritory } from "../../../geodata/territory/retitle-territory.ts";
import { territoryPath } from "../../../geodata/territory/territory-folder.ts";
import { EXIT, type ExitCode, type Terminal, UsageError } from "../../command.ts";
import { readOptions } from "../../command-options.ts";
import { openNamedTerritory } from "../../open-named-territory.ts";

/** `territory rename NAME --title TEXT`: what people read; the name in addresses stays. */
export async function renameTerritory(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, { flags: ["json"], values: ["title"] });
  const [name, unexpected] = options.words;
  if (name === undefined) throw new UsageError("territory rename needs the name of a territory.");
  if (unexpected !== undefined) throw new UsageError(`territory rename takes one name, "${unexpected}" came after.`);
  const title = options.requiredText("title", '"Paris, République"');
  openNamedTerritory(name).close();
  const summary = await retitleTerritory(territoryPath(name), title);
  if (options.flag("json")) terminal.out(JSON.stringify({ summary }, null, 2));
  else terminal.out(`${summary.name} is now called ${summary.title}.`);
  return EXIT.done;
}
