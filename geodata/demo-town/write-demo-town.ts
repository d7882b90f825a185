import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { takeCensus } from "./census.ts";
import { holdElections } from "./elections.ts";
import { drawBuildings } from "./osm-buildings.ts";
import { OsmDraft } from "./osm-draft.ts";
import { drawGround } from "./osm-ground.ts";
import { drawPaths } from "./osm-paths.ts";
import { drawStreets } from "./osm-streets.ts";
import { drawTransit } from "./osm-transit.ts";
import { describeSociety } from "./society.ts";
import { drawStations } from "./stations.ts";
import { createTown, type Town } from "./town.ts";
import { TOWN } from "./town-frame.ts";
import { elevationGrid, irisContours, stationContours } from "./write-maps.ts";
import { populationTable } from "./write-population.ts";
import { banAddresses, candidateResults, filosofi, generalResults } from "./write-tables.ts";

/** Paths of the files of the demo town, ready for the ordinary readers. */
export interface DemoTownFiles {
  readonly title: string;
  readonly osm: string;
  readonly stations: readonly { readonly path: string; readonly vintage: number }[];
  readonly results: readonly string[];
  readonly addresses: string;
  readonly censusAreas: string;
  readonly census: string;
  readonly population: string;
  readonly elevation: string;
}

/**
 * Invents a hilly French town and writes it into `folder` as public files are published: OSM XML, station contours of
 * three vintages, aggregated results, BAN addresses, IRIS areas with incomes and people, an elevation grid. The same seed writes
 * the same bytes. Files that are there already are replaced.
 */
export async function writeDemoTown(folder: string, { seed }: { readonly seed: number }): Promise<DemoTownFiles> {
  const town = createTown(seed);
  const society = describeSociety(town, seed);
  const cells = town.blocks.map(({ middle }, block) => ({
    middle,
    weight: society[block]?.registered ?? 0,
    bank: town.landscape.river.nearest(middle).isNorth ? 1 : 0,
  }));
  const vintages = drawStations(town.ground, cells, town.townHall, town.random.fork("stations"));
  const counts = holdElections(town, society, vintages, seed, town.random.fork("elections"));
  const areas = takeCensus(town, society, town.random.fork("census"));

  await mkdir(folder, { recursive: true });
  const write = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const stations = vintages.map(async (vintage) => ({
    path: await write(`bureaux_${vintage.year}.geojson`, stationContours(vintage)),
    vintage: vintage.year,
  }));
  return {
    title: TOWN.title,
    osm: await write("town.osm.gz", gzipSync(osmXml(town, seed), { level: 4 })),
    stations: await Promise.all(stations),
    results: [
      await write("general_results.csv", generalResults(counts)),
      await write("candidats_results.csv", candidateResults(counts)),
    ],
    addresses: await write("adresses.csv", banAddresses(town.addresses)),
    censusAreas: await write("iris.geojson", irisContours(areas)),
    census: await write("filosofi2021.csv", filosofi(areas)),
    population: await write("recensement2021.csv", populationTable(areas)),
    elevation: await write("altitude.asc", elevationGrid(town.landscape.terrain)),
  };
}

function osmXml(town: Town, seed: number): string {
  const draft = new OsmDraft();
  drawStreets(town, draft, town.random.fork("street ways"));
  drawPaths(town, draft, town.random.fork("paths"));
  drawGround(town, seed, draft);
  drawBuildings(town.buildings, draft, town.random.fork("building ways"));
  drawTransit(town, draft);
  return draft.toXml();
}
