import type { Sentence } from "../../server/contract/refusal.ts";
import type { ElevationModel } from "../elevation/elevation-model.ts";
import { combineElevation } from "../elevation/elevation-model.ts";
import { commonBox, doBoxesMeet, growBox, unionOfBoxes } from "../geometry/box.ts";
import { boxOfArea } from "../geometry/polygon.ts";
import { type BoundingBox, boxAround } from "../geometry/position.ts";
import { readAddresses, type SourceAddresses } from "../readers/addresses-reader.ts";
import { type CensusAreas, readCensusAreas } from "../readers/census-areas-reader.ts";
import { type CensusTable, readCensusTable } from "../readers/census-table-reader.ts";
import { readElevation } from "../readers/elevation-reader.ts";
import { type JoinedResults, joinResults } from "../readers/join-results.ts";
import type { OsmExtract } from "../readers/osm-extract.ts";
import { readOsm } from "../readers/osm-reader.ts";
import { readPointResults } from "../readers/point-table-reader.ts";
import type { ReadFacts, ReadOptions } from "../readers/read-facts.ts";
import type { ResultTable } from "../readers/result-rows.ts";
import { readResults } from "../readers/results-reader.ts";
import { UnusableFile } from "../readers/source-rows.ts";
import { communeKey, stationKey } from "../readers/station-key.ts";
import { boxesOf, stationsOfContours, wantedStations } from "../stations/choose-stations.ts";
import { boxStation, communeStations } from "../stations/commune-stations.ts";
import { contourSets, type VintageContours } from "../stations/contour-sets.ts";
import { osmCommunes } from "../stations/osm-communes.ts";
import { pointStations } from "../stations/point-stations.ts";
import { rollStations } from "../stations/roll-stations.ts";
import type { StationDraft } from "../stations/station-draft.ts";
import type { BuildOptions } from "./build-options.ts";
import { combineOsm, type OsmElements } from "./combine-osm.ts";
import { isPointTable, type ReadFile, readEach, readStationFiles, type StationFiles } from "./read-inputs.ts";
import type { StageClock } from "./stage-clock.ts";
import type { TerritorySummary } from "./territory.ts";

/** Streets just outside the stations lead to doors inside. */
export const STREET_MARGIN_METRES = 200;

/** Everything that was read, and the stations of today that it is about. */
export interface Inputs {
  readonly stationKind: TerritorySummary["stationKind"];
  readonly drafts: readonly StationDraft[];
  /** Earliest first; empty without contours. */
  readonly sets: readonly VintageContours[];
  /** Around today's stations. */
  readonly box: BoundingBox;
  readonly stationFiles: StationFiles;
  readonly osmFiles: readonly ReadFile<OsmExtract>[];
  readonly osm: OsmElements;
  readonly elevationFiles: readonly ReadFile<ReadFacts & { readonly model: ElevationModel }>[];
  readonly elevation: ElevationModel | null;
  readonly resultFiles: readonly ReadFile<ResultTable>[];
  readonly joinedResults: JoinedResults;
  readonly addressFiles: readonly ReadFile<SourceAddresses>[];
  readonly censusFiles: readonly ReadFile<CensusTable>[];
  readonly censusAreaFiles: readonly ReadFile<CensusAreas>[];
}

/** Reads every file of a build, the contours first: they say which part of the larger files is kept. */
export async function gatherInputs(
  options: BuildOptions,
  clock: StageClock,
  signal: AbortSignal | undefined,
): Promise<Inputs> {
  const stationFiles = await clock.run("contours", (onShare) => readStationFiles(options, { signal, onShare }));
  const contours = stationFiles.contours.map((file) => ({ vintage: file.vintage, contours: file.content.contours }));
  const sets = contourSets(contours, onlyCommune(options, stationFiles));
  const newest = sets.at(-1);
  const drawn = newest === undefined ? null : checkedStations(options, stationFiles, newest);
  const outlines = stationFiles.outlines.flatMap((file) => file.content.communes);
  const knownBox =
    options.box ??
    unionOfBoxes([...(drawn === null ? [] : boxesOf(drawn)), ...outlines.map(({ geometry }) => boxOfArea(geometry))]);

  const osmFiles = await clock.run("osm", (onShare) =>
    readEach("osm", options.osm, { signal, onShare }, (file, readOptions) =>
      readOsm(file.path, {
        ...readOptions,
        box: knownBox === null ? undefined : growBox(knownBox, STREET_MARGIN_METRES),
      }),
    ),
  );
  const osm = combineOsm(osmFiles.map((file) => file.content));
  const addressFiles = await clock.run("addresses", (onShare) =>
    readEach("addresses", options.addresses, { signal, onShare }, (file, readOptions) =>
      readAddresses(file.path, { ...readOptions, box: addressBox(knownBox, sets) }),
    ),
  );
  const { stationKind, drafts } =
    drawn !== null
      ? { stationKind: "contours" as const, drafts: drawn }
      : await clock.run("joining", () =>
          stationsWithoutContours(
            options,
            stationFiles,
            [...outlines, ...osmCommunes(osm.areas)],
            osmFiles,
            addressFiles,
          ),
        );
  const box = unionOfBoxes(boxesOf(drafts));
  if (box === null) throw noStation(options, { fr: "ne laisse aucun bureau", en: "leaves no station" });

  const elevationFiles = await clock.run("elevation", (onShare) =>
    readEach("elevation", options.elevation, { signal, onShare }, (file, readOptions) =>
      readElevation(file.path, readOptions),
    ),
  );
  const { resultFiles, joinedResults } = await readAllResults(options, clock, signal, sets, drafts, stationKind);
  const [censusAreaFiles, censusFiles] = await clock.run("census", async (onShare) => [
    await readEach("census-areas", options.censusAreas, { signal, onShare }, (file, readOptions) =>
      readCensusAreas(file.path, readOptions),
    ),
    await readEach("census", options.census, { signal, onShare }, (file, readOptions) =>
      readCensusTable(file.path, readOptions),
    ),
  ]);
  return {
    stationKind,
    drafts,
    sets,
    box,
    stationFiles,
    osmFiles,
    osm,
    elevationFiles,
    elevation: elevationFiles.length === 0 ? null : combineElevation(elevationFiles.map((file) => file.content.model)),
    resultFiles,
    joinedResults,
    addressFiles,
    censusFiles,
    censusAreaFiles,
  };
}

/** The commune of contours that name none: the one asked for, or the one that all other contours name. */
function onlyCommune(options: BuildOptions, { contours }: StationFiles): string | null {
  const [asked] = options.communes;
  if (asked !== undefined && options.communes.length === 1) return asked;
  const named = new Set(
    contours.flatMap(({ content }) =>
      content.contours.flatMap(({ communeCode }) => (communeCode === null ? [] : communeKey(communeCode))),
    ),
  );
  const [only] = named;
  return only !== undefined && named.size === 1 ? only : null;
}

function checkedStations(options: BuildOptions, { contours }: StationFiles, newest: VintageContours): StationDraft[] {
  const nameless = newest.contours.find((contour) => contour.communeCode === "");
  if (nameless !== undefined) {
    const file = contours.find(({ content }) => content.contours.some(({ number }) => number === nameless.number));
    throw new UnusableFile(file?.given.path ?? "--stations", {
      fr: `ne dit pas de quelle commune est le bureau ${nameless.number} : indiquez la commune dans les options`,
      en: `does not say of which commune station ${nameless.number} is, and no other contours do: name the commune in the options (--commune 75056)`,
    });
  }
  const drafts = stationsOfContours(newest, options);
  if (drafts.length === 0) throw noStation(options, noneLeft(newest.contours.length));
  return drafts;
}

function noneLeft(count: number): Sentence {
  return {
    fr: `ne laisse aucun bureau (sur ${count})`,
    en: `leaves no station (of ${count})`,
  };
}

/** The limits in the words of both, who typed them in a browser and who gave them to the command line. */
function noStation({ communes, box, stations, osm }: BuildOptions, what: Sentence): UnusableFile {
  const within = (ofCommunes: string, ofBox: string): string => {
    const limits = [
      ...(communes.length > 0 ? [`${ofCommunes} ${communes.join(", ")} (--commune)`] : []),
      ...(box === null ? [] : [`${ofBox} ${box.join(", ")} (--bbox)`]),
    ];
    return limits.length === 0 ? "" : ` ${limits.join(", ")}`;
  };
  return new UnusableFile(stations[0]?.path ?? osm[0]?.path ?? "--stations", {
    fr: `${what.fr}${within("dans la commune", "dans le rectangle")} : vérifiez les communes et le rectangle`,
    en: `${what.en}${within("in the commune", "in the box")}: check communes and box`,
  });
}

/** Addresses of older contours count too, as far as those reach into today's: they weigh the crosswalk. */
function addressBox(knownBox: BoundingBox | null, sets: readonly VintageContours[]): BoundingBox | undefined {
  if (knownBox === null) return undefined;
  const boxes = sets.flatMap((set) => set.contours.map(({ geometry }) => boxOfArea(geometry)));
  const near = unionOfBoxes([knownBox, ...boxes.filter((box) => doBoxesMeet(box, knownBox))]);
  return growBox(near ?? knownBox, STREET_MARGIN_METRES);
}

function stationsWithoutContours(
  options: BuildOptions,
  stationFiles: StationFiles,
  outlines: ReturnType<typeof osmCommunes>,
  osmFiles: readonly ReadFile<OsmExtract>[],
  addressFiles: readonly ReadFile<SourceAddresses>[],
): Pick<Inputs, "stationKind" | "drafts"> {
  const points = stationFiles.points.flatMap(({ content }) => content.points);
  if (points.length > 0) {
    const drafts = wantedStations(pointStations(points), options);
    if (drafts.length === 0) throw noStation(options, noneLeft(points.length));
    return { stationKind: "points", drafts: drafts.sort(byKey) };
  }
  const roll = addressFiles.filter((file) => file.content.kind === "reu").flatMap((file) => file.content.addresses);
  if (roll.length > 0) {
    return { stationKind: "addresses", drafts: wantedStations(rollStations(roll, outlines), options) };
  }
  const communes = wantedStations(communeStations(outlines), options);
  if (communes.length > 0) return { stationKind: "communes", drafts: communes };
  if (options.communes.length > 0) {
    throw noStation(options, {
      fr: "ne contient aucun contour",
      en: "holds no outline",
    });
  }
  const positions = addressFiles.flatMap((file) => file.content.addresses.map(({ position }) => position));
  const boxes = osmFiles.flatMap((file) => file.content.box ?? []);
  const all =
    options.box ?? unionOfBoxes(osmFiles.flatMap(({ content }) => (content.box === null ? [] : [content.box])));
  const box = positions.length === 0 || all === null ? all : (commonBox(boxAround(positions), all) ?? all);
  if (box === null || boxes.length === 0) {
    throw noStation(options, {
      fr: "n’a ni rue ni bâtiment d’OpenStreetMap",
      en: "holds no street and no building of OpenStreetMap",
    });
  }
  return { stationKind: "communes", drafts: [boxStation(options.title ?? options.name, box)] };
}

async function readAllResults(
  options: BuildOptions,
  clock: StageClock,
  signal: AbortSignal | undefined,
  sets: readonly VintageContours[],
  drafts: readonly StationDraft[],
  stationKind: Inputs["stationKind"],
): Promise<Pick<Inputs, "resultFiles" | "joinedResults">> {
  const communes = new Set([
    ...sets.flatMap((set) => [...set.communes]),
    ...drafts.map(({ communeCode }) => communeKey(communeCode)),
  ]);
  const keepCommune = (code: string) => communes.has(communeKey(code));
  return clock.run("results", async (onShare) => {
    const files = await readEach("results", options.results, { signal, onShare }, async (file, readOptions) => {
      if (stationKind === "points") return pointResults(file.path, readOptions, drafts);
      return readResults(file.path, { ...readOptions, electionId: file.electionId ?? undefined, keepCommune });
    });
    const joinedResults = joinResults(files.map((file) => file.content));
    const resultFiles = files.map((file, index) => ({ ...file, facts: joinedResults.facts[index] ?? file.facts }));
    return { resultFiles, joinedResults };
  });
}

/** Stations that are points are numbered by their table, which other files know nothing of. */
async function pointResults(path: string, options: ReadOptions, drafts: readonly StationDraft[]): Promise<ResultTable> {
  if (!(await isPointTable(path))) {
    throw new UnusableFile(path, {
      fr: "numérote ses bureaux autrement que les points donnés comme bureaux (--stations) : donnez aussi ce tableau comme résultats (--results), ou des contours comme bureaux",
      en: "numbers its stations otherwise than the points given as --stations; give that table as --results too, or contours as --stations",
    });
  }
  const keys = new Set(drafts.map(({ key }) => key));
  const keepStation = (communeCode: string, number: string) => keys.has(stationKey(communeCode, number));
  return readPointResults(path, { ...options, keepStation });
}

/** By commune, then in the order of the table. */
function byKey(a: StationDraft, b: StationDraft): number {
  if (a.communeCode !== b.communeCode) return a.communeCode < b.communeCode ? -1 : 1;
  return Number(a.number) - Number(b.number);
}
