import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BuildReport, GivenFile } from "../territory/build-options.ts";
import { type BuildDependencies, buildTerritory } from "../territory/build-territory.ts";
import { writeDemoTown } from "./write-demo-town.ts";

/** Writes the demo town into a folder of its own, builds a territory from the files, and takes the files away. */
export async function buildDemoTerritory(
  { name, seed }: { readonly name: string; readonly seed: number },
  dependencies: BuildDependencies = {},
): Promise<BuildReport> {
  const folder = await mkdtemp(join(tmpdir(), "arpent-demo-"));
  try {
    const files = await writeDemoTown(folder, { seed });
    const options = {
      name,
      title: files.title,
      osm: [given(files.osm)],
      stations: files.stations.map(({ path, vintage }) => ({ ...given(path), vintage })),
      results: files.results.map(given),
      addresses: [given(files.addresses)],
      census: [given(files.census), given(files.population)],
      censusAreas: [given(files.censusAreas)],
      elevation: [given(files.elevation)],
      stationMapping: null,
      communes: [],
      box: null,
      isInvented: true,
    };
    return await buildTerritory(options, dependencies);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const given = (path: string): GivenFile => ({ path, vintage: null, electionId: null, columns: null });
