import { createHash } from "node:crypto";
import { buildBaseMapTiles } from "../base-map/build-tiles.ts";
import { buildStationTiles } from "../base-map/station-tiles.ts";
import { findingsOfPlaces } from "../findings/findings-of-places.ts";
import { findingsOfResults } from "../findings/findings-of-results.ts";
import { findingsOfSources } from "../findings/findings-of-sources.ts";
import { growBox } from "../geometry/box.ts";
import { communeKey } from "../readers/station-key.ts";
import { buildStreetGraph } from "../street-graph/build-street-graph.ts";
import { packStreetGraph } from "../street-graph/pack-street-graph.ts";
import { transitStops } from "../transit/transit-stops.ts";
import { type CarriedResults, joinResultsToStations, type PlacedContent, placeContent } from "./assemble-territory.ts";
import type { BuildOptions, BuildProgress, BuildReport } from "./build-options.ts";
import { gatherInputs, type Inputs, STREET_MARGIN_METRES } from "./gather-inputs.ts";
import type { ReadFile } from "./read-inputs.ts";
import { settleSources } from "./settle-sources.ts";
import { toSource } from "./source-notice.ts";
import { createStageClock, type StageClock } from "./stage-clock.ts";
import type { Finding, TerritorySummary } from "./territory.ts";
import { territoryPath } from "./territory-folder.ts";
import { TERRITORY_FORMAT } from "./territory-schema.ts";
import { createTerritoryWriter, type TerritoryWriter } from "./write-territory.ts";

export interface BuildDependencies {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** Monotonic milliseconds, for durations. */
  readonly nowMs?: () => number;
  /** Milliseconds since 1970, for the date of the build. */
  readonly dateMs?: () => number;
}

/**
 * Builds a territory from public files and puts it in the folder of territories. Until the last step nothing there
 * changes: a failure or a cancel leaves the territory of that name, if there is one, as it was.
 * Throws UnusableFile when a file or an option cannot be used, Cancelled when the signal is aborted.
 */
export async function buildTerritory(
  options: BuildOptions,
  dependencies: BuildDependencies = {},
): Promise<BuildReport> {
  const { signal, onProgress, nowMs = () => performance.now(), dateMs = () => Date.now() } = dependencies;
  const path = territoryPath(options.name);
  const clock = createStageClock(signal, onProgress, nowMs);
  const inputs = await gatherInputs(options, clock, signal);
  const carried = await clock.run("joining", () => joinResultsToStations(inputs, clock.breathe));
  const streets = await clock.run("streets", () =>
    buildStreetGraph(inputs.osm, inputs.elevation, signal ? { signal } : {}),
  );
  const placed = await clock.run("doors", () => placeContent(inputs, carried, streets.graph));
  const sources = settleSources(inputs, carried, placed);
  const findings = collectFindings(inputs, carried, placed, sources, streets.report);
  const summary = summarise(options, inputs, carried, placed, sources, streets.report, new Date(dateMs()));

  const writer = createTerritoryWriter(path, dateMs());
  try {
    await writeTiles(writer, inputs, clock, signal);
    await clock.run("station map", () =>
      buildStationTiles(
        placed.stations,
        inputs.box,
        (zoom, column, row, tile) => writer.addStationTile(zoom, column, row, tile),
        signal,
      ),
    );
    await clock.run("writing", () =>
      writer.finish({
        summary,
        stations: placed.stations,
        elections: carried.elections,
        candidates: carried.candidates,
        results: carried.results,
        indicators: placed.indicators,
        stationIndicators: placed.stationIndicators,
        addresses: placed.addresses,
        transitStops: transitStops(inputs.osm),
        censusAreas: placed.censusAreas,
        findings,
        packedStreets: packStreetGraph(streets.graph),
      }),
    );
  } finally {
    writer.discard();
  }
  return {
    territory: summary,
    path,
    elections: electionReports(carried),
    sources: summary.sources,
    findings,
    ...clock.report(),
  };
}

async function writeTiles(
  writer: TerritoryWriter,
  { osm, box }: Inputs,
  clock: StageClock,
  signal: AbortSignal | undefined,
): Promise<void> {
  await clock.run("base map", async (onShare) => {
    await buildBaseMapTiles(
      osm,
      growBox(box, STREET_MARGIN_METRES),
      (zoom, column, row, tile) => writer.addTile(zoom, column, row, tile),
      { signal, onProgress: onShare },
    );
  });
}

function collectFindings(
  inputs: Inputs,
  carried: CarriedResults,
  placed: PlacedContent,
  sources: readonly ReadFile<unknown>[],
  { islands, pieces }: ReturnType<typeof buildStreetGraph>["report"],
): Finding[] {
  const { stations, addresses, indicators, stationIndicators } = placed;
  const tables = inputs.censusFiles.map((file) => file.content);
  return [
    ...findingsOfPlaces({
      stations,
      addresses,
      islands,
      hasElevation: inputs.elevation !== null,
      hasStreets: pieces > 0,
      stationKind: inputs.stationKind,
      hasAddressFile: inputs.addressFiles.length > 0,
    }),
    ...findingsOfResults(stations, carried),
    ...findingsOfSources(
      sources.map((source) => source.facts),
      tables,
      indicators,
      stationIndicators,
    ),
  ].sort((a, b) => Number(b.level === "warning") - Number(a.level === "warning"));
}

function summarise(
  options: BuildOptions,
  inputs: Inputs,
  carried: CarriedResults,
  placed: PlacedContent,
  sources: readonly ReadFile<unknown>[],
  streets: ReturnType<typeof buildStreetGraph>["report"],
  builtAt: Date,
): TerritorySummary {
  const communes = new Set(placed.stations.map((station) => communeKey(station.communeCode)));
  const [only] = communes;
  const context = { isInvented: options.isInvented, onlyCommune: communes.size === 1 ? (only ?? null) : null };
  return {
    name: options.name,
    title: options.title ?? titleOf(options.name),
    version: versionOf(options, sources),
    builtAt: builtAt.toISOString(),
    box: inputs.box,
    counts: {
      stations: placed.stations.length,
      addresses: placed.addresses.length,
      addressesOnStreet: placed.addresses.filter((address) => address.place !== null).length,
      doors: placed.addresses.reduce((sum, address) => sum + address.doors, 0),
      elections: carried.elections.length,
      nodes: streets.nodes,
      pieces: streets.pieces,
      walkableKilometres: Math.round(streets.walkableKilometres * 10) / 10,
    },
    hasElevation: inputs.elevation !== null,
    stationKind: inputs.stationKind,
    sources: sources.map((source) => toSource(source, context)),
    isInvented: options.isInvented,
  };
}

/** The same files and options give the same version, wherever the files lie and whatever they are called. */
function versionOf(options: BuildOptions, sources: readonly ReadFile<unknown>[]): string {
  const { title, communes, box, stationMapping, isInvented } = options;
  const files = sources.map(({ role, vintage, given, facts }) => [
    ...[role, vintage, given.electionId, facts.sha256],
    // Only where there is one: versions of files without a mapping stay what they were.
    ...(given.columns === null ? [] : [given.columns]),
  ]);
  const content = JSON.stringify([TERRITORY_FORMAT, title, communes, box, stationMapping, isInvented, files]);
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

function titleOf(name: string): string {
  return name
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(" ");
}

function electionReports({ elections, joins, results }: CarriedResults): BuildReport["elections"] {
  const joinOf = new Map(joins.map((join) => [join.electionId, join]));
  return elections.map((election) => {
    const matched = joinOf.get(election.id)?.matched.length ?? 0;
    const unmatched = joinOf.get(election.id)?.unmatched.length ?? 0;
    const shares = (results.get(election.id) ?? []).map((row) => row.matchedShare);
    return {
      id: election.id,
      contoursVintage: election.contoursVintage,
      rows: matched + unmatched,
      matched,
      joinRate: election.joinRate,
      stations: election.stations,
      lowestMatchedShare: shares.reduce((least, share) => Math.min(least, share), 1),
    };
  });
}
