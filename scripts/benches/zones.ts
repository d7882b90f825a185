import { openTerritory } from "../../geodata/territory/open-territory.ts";
import { listTerritories, territoryPath } from "../../geodata/territory/territory-folder.ts";
import { cutSelection } from "../../server/zoning/cut-selection.ts";
import type { Terminal } from "../command.ts";

export const summary = "whole territories cut into zones: time, balance, streets shared, barriers straddled";

const ZONES = [5, 15, 40];

/** Every built territory, three numbers of zones. */
export async function run(terminal: Terminal): Promise<Readonly<Record<string, unknown>>> {
  const figures: Record<string, unknown> = {};
  for (const name of listTerritories()) {
    const territory = openTerritory(territoryPath(name));
    try {
      for (const zones of ZONES) {
        terminal.progress(`${name}, ${zones} zones`);
        const began = process.cpuUsage();
        const { score, zones: cut } = cutSelection(territory, {
          selection: { kind: "stations", stationIds: "all" },
          zones,
          seed: 1,
          minutesPerDoor: 1.5,
          speed: 4.5,
        });
        figures[`${name} ${zones} zones`] = {
          processorSeconds: process.cpuUsage(began).user / 1e6,
          addresses: cut.features.reduce((sum, { properties }) => sum + properties.addresses, 0),
          ...score,
        };
      }
    } finally {
      territory.close();
    }
  }
  return figures;
}
