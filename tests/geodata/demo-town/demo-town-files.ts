import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DemoTownFiles, writeDemoTown } from "../../../geodata/demo-town/write-demo-town.ts";

/** Writes a demo town into a folder of its own; `remove` takes it away. */
export async function temporaryTown(seed: number): Promise<{ files: DemoTownFiles; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "arpent-test-town-"));
  return { files: await writeDemoTown(folder, { seed }), remove: () => rm(folder, { recursive: true, force: true }) };
}

export const pathsOf = (files: DemoTownFiles): readonly string[] => [
  files.osm,
  ...files.stations.map(({ path }) => path),
  ...files.results,
  files.addresses,
  files.census,
  files.population,
  files.censusAreas,
  files.elevation,
];
