import type { Terminal } from "../command.ts";
import type { Options } from "../command-options.ts";
import { describeEcological, type MeasuredDistrict, measureEcological } from "./scoring/ecological.ts";
import { ecologicalFolder } from "./scoring/read-districts.ts";

export const summary = "vote transitions against true cross-tables (--ecological)";
export const optionNames = { values: ["ecological"] };

interface Figures {
  readonly ecological?: readonly MeasuredDistrict[];
}

export async function run(terminal: Terminal, options: Options): Promise<Figures> {
  const folder = ecologicalFolder(options);
  return folder === null ? {} : { ecological: measureEcological(folder, terminal) };
}

export function describe({ ecological }: Figures, options: Options): readonly string[] {
  const folder = ecologicalFolder(options);
  if (!ecological || folder === null) return ["no cross-tables beside the repository: expected --ecological DIR."];
  return describeEcological(ecological, folder);
}
