import type { BoundingBox } from "../../../geodata/geometry/position.ts";
import { isMappedRole } from "../../../geodata/readers/column-mapping.ts";
import { type BuildOptions, type BuildReport, parseGivenFile } from "../../../geodata/territory/build-options.ts";
import { buildTerritory } from "../../../geodata/territory/build-territory.ts";
import { readColumnMappings } from "../../column-mappings.ts";
import { EXIT, type ExitCode, type Terminal, UsageError } from "../../command.ts";
import { type Options, readOptions } from "../../command-options.ts";
import { englishJson } from "./english-json.ts";
import { reportLines } from "./report-lines.ts";
import { showProgress } from "./show-progress.ts";

/** `territory build`: reads the files named on the command line and prints what became of them. */
export async function buildFromFiles(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, {
    flags: ["json"],
    values: ["name", "title", "bbox", "station-property", "commune-property", "name-property"],
    lists: ["osm", "stations", "results", "addresses", "census", "census-areas", "elevation", "commune", "map"],
  });
  if (options.words.length > 0) throw new UsageError(`"${options.words[0]}" belongs to no option.`);
  const report = await buildTerritory(buildOptions(options), {
    signal: terminal.signal,
    onProgress: (progress) => showProgress(terminal, progress),
  });
  printReport(report, options.flag("json"), terminal);
  return EXIT.done;
}

export function printReport(report: BuildReport, asJson: boolean, terminal: Terminal): void {
  if (asJson) terminal.out(englishJson(report));
  else terminal.out(reportLines(report).join("\n"));
}

function buildOptions(options: Options): BuildOptions {
  const mappings = readColumnMappings(options.list("map"));
  const files = (name: string) => {
    const given = options.list(name).map(parseGivenFile);
    return isMappedRole(name) ? given.map((file) => mappings.attach(file, name)) : given;
  };
  const name = options.requiredText("name", "paris-republique");
  if (options.list("osm").length === 0 && options.list("stations").length === 0) {
    throw new UsageError(
      "--osm is missing: without streets nobody can walk. Stations alone (--stations) can be looked at.",
    );
  }
  if (options.list("census").length > 0 && options.list("census-areas").length === 0) {
    throw new UsageError("--census needs --census-areas: the contours of the areas that its rows speak of.");
  }
  const station = options.text("station-property");
  const mapping = { commune: options.text("commune-property"), name: options.text("name-property") };
  if (station === undefined && (mapping.commune ?? mapping.name) !== undefined) {
    throw new UsageError("--commune-property and --name-property need --station-property.");
  }
  const built: BuildOptions = {
    name,
    title: options.text("title") ?? null,
    osm: files("osm"),
    stations: files("stations"),
    results: files("results"),
    addresses: files("addresses"),
    census: files("census"),
    censusAreas: files("census-areas"),
    elevation: files("elevation"),
    communes: options.list("commune"),
    box: readBox(options.text("bbox")),
    stationMapping: station === undefined ? null : { station, ...mapping },
    isInvented: false,
  };
  mappings.checkAllUsed();
  return built;
}

function readBox(text: string | undefined): BoundingBox | null {
  if (text === undefined) return null;
  const numbers = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers;
  const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (numbers.length === 4 && isOnEarth && west < east && south < north) return [west, south, east, north];
  throw new UsageError(`--bbox is "${text}": expected west,south,east,north in degrees, e.g. 2.35,48.85,2.38,48.87.`);
}
