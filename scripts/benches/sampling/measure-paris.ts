import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createRandom } from "../../../geodata/numbers/random.ts";
import { gapsOfDraws } from "../../../geodata/sampling/design-effects.ts";
import { drawCube } from "../../../geodata/sampling/draw-cube.ts";
import { equallyLikely } from "../../../geodata/sampling/draw-sample.ts";
import { sampleStations } from "../../../geodata/sampling/sample-stations.ts";
import { designSample } from "../../../geodata/sampling/sampling-design.ts";
import { frameOfStations, stationsToChooseFrom } from "../../../geodata/sampling/territory-frame.ts";
import { type SampledTerritory, territoryMargins } from "../../../geodata/sampling/territory-margins.ts";
import { buildStreetGraph } from "../../../geodata/street-graph/build-street-graph.ts";
import { joinResultsToStations, placeContent } from "../../../geodata/territory/assemble-territory.ts";
import { parseGivenFile } from "../../../geodata/territory/build-options.ts";
import { gatherInputs } from "../../../geodata/territory/gather-inputs.ts";
import { createStageClock } from "../../../geodata/territory/stage-clock.ts";
import { gapDigits, threeDigits } from "./three-digits.ts";

const FOLDER = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));
const COUNTS = [10, 20, 40];
const CUBE_DRAWS = 300;

/** Stations of Paris with the margins that count by default, on the draw of `arpent sample` and on the cube alone. */
export async function measureParis(): Promise<object | null> {
  if (!existsSync(`${FOLDER}paris/general_results.csv.gz`)) return null;
  const territory = await readParis();
  return Object.fromEntries(COUNTS.map((count) => [`count ${count}`, measureCount(territory, count)]));
}

function measureCount(territory: SampledTerritory, count: number): object {
  const cpu = process.cpuUsage();
  const sampled = sampleStations(territory, { count, margins: null, seed: 1, spares: 3 });
  if (!sampled.ok) throw new Error(sampled.reason.en);
  const { user, system } = process.cpuUsage(cpu);
  const { design, margins, largestGap, expected, kish, outcomes } = sampled.value;
  return {
    method: design.method,
    draws: design.draws,
    probabilityDeviation: threeDigits(design.probabilityDeviation),
    margins: margins.length,
    processorSeconds: threeDigits((user + system) / 1e6),
    thisDraw: {
      before: threeDigits(largestGap.before),
      after: threeDigits(largestGap.after),
      kish: threeDigits(kish.after),
    },
    largestGap: {
      arpent: expected.design && gapDigits(expected.design),
      cubeAlone: gapDigits(cubeAlone(territory, count)),
      proportional: gapDigits(expected.proportional),
      simple: gapDigits(expected.simple),
    },
    designEffects: outcomes.map(({ id, versusProportional, versusSimple }) => ({
      outcome: id,
      versusProportional: threeDigits(versusProportional),
      versusSimple: threeDigits(versusSimple),
    })),
  };
}

function cubeAlone(territory: SampledTerritory, count: number) {
  const margins = territoryMargins(territory, null).filter(({ isDefault }) => isDefault);
  const framed = frameOfStations(stationsToChooseFrom(territory), margins);
  if (!framed.ok) throw new Error(framed.reason.en);
  const design = designSample(framed.value, count);
  const random = createRandom(1, "bench").next;
  return gapsOfDraws(framed.value.margins, {
    ...equallyLikely(CUBE_DRAWS, () => drawCube(design, random)),
    weightOf: (station) => (design.people[station] ?? 0) / (design.probabilities[station] ?? 1),
  });
}

/** Stations, results and census of the city; the streets of one neighbourhood, since a territory cannot be without. */
async function readParis(): Promise<SampledTerritory> {
  const files = (...names: readonly string[]) => names.map((name) => parseGivenFile(`${FOLDER}${name}`));
  const options = {
    name: "paris",
    title: null,
    osm: files("paris-republique/network.osm.pbf"),
    stations: files("paris/bureaux_2022.geojson.gz@2022", "paris/bureaux_2024.geojson.gz@2024"),
    results: files("paris/general_results.csv.gz", "paris/candidats_results.csv.gz"),
    addresses: [],
    census: files("paris/filosofi2021_disp_paris.csv"),
    censusAreas: files("paris/iris.geojson.gz"),
    elevation: [],
    stationMapping: null,
    communes: ["75056"],
    box: null,
    isInvented: false,
  };
  const clock = createStageClock(undefined, undefined, () => performance.now());
  const inputs = await gatherInputs(options, clock, undefined);
  const carried = await joinResultsToStations(inputs, () => Promise.resolve());
  const placed = placeContent(inputs, carried, buildStreetGraph(inputs.osm, inputs.elevation).graph);
  return {
    summary: { name: "paris", version: "bench" },
    stations: () => placed.stations,
    indicators: () => placed.indicators,
    stationIndicators: () => placed.stationIndicators,
    elections: () => carried.elections,
    candidates: (electionId) => carried.candidates.filter((candidate) => candidate.electionId === electionId),
    results: (electionId) => carried.results.get(electionId) ?? [],
  };
}
