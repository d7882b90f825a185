import { UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { openTerritory } from "../../../geodata/territory/open-territory.ts";
import type { TerritorySummary } from "../../../geodata/territory/territory.ts";
import { listTerritories, territoriesFolder, territoryPath } from "../../../geodata/territory/territory-folder.ts";
import { EXIT, type ExitCode, type Terminal } from "../../command.ts";
import { readOptions } from "../../command-options.ts";

type Listed =
  | { readonly name: string; readonly summary: TerritorySummary }
  | { readonly name: string; readonly problem: string };

/** `territory list`: every territory of the folder; one that cannot be opened is listed with the reason. */
export async function listAllTerritories(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, { flags: ["json"] });
  const listed = listTerritories().map(describe);
  if (options.flag("json")) terminal.out(JSON.stringify({ territories: listed }, null, 2));
  else for (const entry of listed) terminal.out(lineOf(entry));
  if (listed.length > 0) return EXIT.done;
  terminal.say(`No territory in ${territoriesFolder()} yet: \`npm run arpent -- territory demo\` makes one.`);
  return EXIT.nothingFound;
}

function describe(name: string): Listed {
  try {
    const territory = openTerritory(territoryPath(name));
    const { summary } = territory;
    territory.close();
    return { name, summary };
  } catch (error) {
    if (error instanceof UnusableFile) return { name, problem: error.message };
    throw error;
  }
}

function lineOf(entry: Listed): string {
  if ("problem" in entry) return `${entry.name}: cannot be opened. ${entry.problem}`;
  const { counts, title, builtAt } = entry.summary;
  return `${entry.name}: ${title}, ${counts.stations} stations, ${counts.addresses} addresses, ${counts.doors} doors, ${counts.elections} rounds, built ${builtAt.slice(0, 10)}`;
}
