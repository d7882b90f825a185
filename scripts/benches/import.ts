import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeDemoTown } from "../../geodata/demo-town/write-demo-town.ts";
import { readAddresses } from "../../geodata/readers/addresses-reader.ts";
import { readCensusAreas } from "../../geodata/readers/census-areas-reader.ts";
import { readElevation } from "../../geodata/readers/elevation-reader.ts";
import { readOsm } from "../../geodata/readers/osm-reader.ts";
import { readResults } from "../../geodata/readers/results-reader.ts";
import { readStationContours } from "../../geodata/readers/station-contours-reader.ts";
import type { Terminal } from "../command.ts";

export const summary = "how fast public files are read, in megabytes of file and records per second";

type Read = (path: string) => Promise<{ readonly read: number; readonly format: string }>;

/** Files of the open-data collection beside the repository, measured when they are there. */
const COLLECTION: readonly (readonly [string, Read])[] = [
  ["monaco/monaco.osm.pbf", readOsm],
  ["paris-republique/network.osm.pbf", readOsm],
  ["paris/candidats_results.csv.gz", readResults],
  ["paris/adresses-75.csv.gz", readAddresses],
  ["paris/bureaux_2022.geojson.gz", readStationContours],
  ["paris/iris.geojson.gz", readCensusAreas],
  ["monaco/N43E007.hgt.zip", readElevation],
];

/** Reads every file twice and reports the second time, so that a warm program is measured. */
export async function run(terminal: Terminal): Promise<Readonly<Record<string, unknown>>> {
  const folder = mkdtempSync(join(tmpdir(), "arpent-bench-"));
  try {
    const began = performance.now();
    const town = await writeDemoTown(folder, { seed: 1 });
    const figures: Record<string, unknown> = {
      "demo town written": { seconds: round((performance.now() - began) / 1000) },
    };
    const files: (readonly [string, Read])[] = [
      [town.osm, readOsm],
      [town.addresses, readAddresses],
      [town.elevation, readElevation],
      ...town.results.map((path) => [path, readResults] as const),
      ...town.stations.map(({ path }) => [path, readStationContours] as const),
    ];
    for (const [path, read] of [...files, ...collection()]) {
      terminal.progress(basename(path));
      figures[basename(path)] = await measure(path, read);
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function collection(): readonly (readonly [string, Read])[] {
  return COLLECTION.map(
    ([path, read]) => [fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url)), read] as const,
  ).filter(([path]) => existsSync(path));
}

async function measure(path: string, read: Read): Promise<object> {
  await read(path);
  const began = performance.now();
  const { read: records, format } = await read(path);
  const seconds = (performance.now() - began) / 1000;
  const megabytes = statSync(path).size / 1e6;
  return {
    format,
    megabytes: round(megabytes),
    seconds: round(seconds),
    megabytesPerSecond: round(megabytes / seconds),
    recordsPerSecond: Math.round(records / seconds),
  };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
