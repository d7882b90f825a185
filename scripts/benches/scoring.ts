import { existsSync } from "node:fs";
import { type Terminal, UsageError } from "../command.ts";
import type { Options } from "../command-options.ts";
import { openNamedTerritory } from "../open-named-territory.ts";
import { countryFigures } from "./scoring/country.ts";
import { describeEcological, type MeasuredDistrict, measureEcological } from "./scoring/ecological.ts";
import { ecologicalFolder } from "./scoring/read-districts.ts";
import { describeTerritory, type TerritoryScoring, territoryScoring } from "./scoring/territory.ts";

export const summary =
  "vote transitions against true cross-tables (--ecological), back-tests of a territory (--territory) and of a country (--country)";
export const optionNames = { values: ["ecological", "territory", "country"] };

interface Figures {
  readonly ecological?: readonly MeasuredDistrict[];
  readonly territory?: TerritoryScoring;
  readonly country?: object;
}

/** With options, what they name; without any, the cross-tables beside the repository. Throws UsageError. */
export async function run(terminal: Terminal, options: Options): Promise<Figures> {
  const [name, country] = [options.text("territory"), options.text("country")];
  if (country !== undefined && !existsSync(country)) {
    throw new UsageError(
      `--country ${country}: no such file; expected one line per station (eu2024_lg2024_bv.tsv.gz).`,
    );
  }
  const isAsked = options.text("ecological") !== undefined || (name === undefined && country === undefined);
  const folder = isAsked ? ecologicalFolder(options) : null;
  return {
    ...(folder === null ? {} : { ecological: measureEcological(folder, terminal) }),
    ...(name === undefined ? {} : { territory: ofTerritory(name) }),
    ...(country === undefined ? {} : { country: countryFigures(country) }),
  };
}

export function describe({ ecological, territory, country }: Figures, options: Options): readonly string[] {
  const folder = ecologicalFolder(options);
  const parts = [
    ...(ecological && folder !== null ? describeEcological(ecological, folder) : []),
    ...(territory ? describeTerritory(territory) : []),
    ...(country ? JSON.stringify(country, null, 1).replaceAll('"', "").split("\n") : []),
  ];
  return parts.length > 0 ? parts : ["no cross-tables beside the repository: expected --ecological DIR."];
}

function ofTerritory(name: string): TerritoryScoring {
  const territory = openNamedTerritory(name);
  try {
    return territoryScoring(territory);
  } finally {
    territory.close();
  }
}
