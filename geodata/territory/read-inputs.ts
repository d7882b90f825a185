import { checkMapping } from "../readers/column-mapping.ts";
import { type CommuneOutline, readCommuneOutlines } from "../readers/commune-outlines-reader.ts";
import { POINT_TABLE, readStationPoints, type StationPoint } from "../readers/point-table-reader.ts";
import type { ReadFacts, ReadOptions } from "../readers/read-facts.ts";
import { recogniseFile } from "../readers/recognise-file.ts";
import { UnusableFile } from "../readers/source-rows.ts";
import { readStationContours, type StationContour } from "../readers/station-contours-reader.ts";
import type { StationMapping } from "../readers/station-layout.ts";
import type { BuildOptions, GivenFile } from "./build-options.ts";
import type { ShareOfStage } from "./stage-clock.ts";
import type { Source } from "./territory.ts";

/** One file that was read, with what it says of itself. */
export interface ReadFile<Content> {
  readonly role: Source["role"];
  readonly given: GivenFile;
  readonly vintage: number | null;
  readonly facts: ReadFacts;
  readonly content: Content;
}

/** Reads the files of one role in turn, with progress over all of them. */
export async function readEach<Content extends ReadFacts>(
  role: Source["role"],
  files: readonly GivenFile[],
  options: { readonly signal: AbortSignal | undefined; readonly onShare: ShareOfStage },
  read: (file: GivenFile, options: ReadOptions) => Promise<Content>,
): Promise<ReadFile<Content>[]> {
  const contents: ReadFile<Content>[] = [];
  let bytesBefore = 0;
  for (const [position, given] of files.entries()) {
    const onProgress = (bytesRead: number, bytesTotal: number) =>
      options.onShare((position + bytesRead / Math.max(1, bytesTotal)) / files.length, bytesBefore + bytesRead);
    const columns = given.columns ?? undefined;
    const content = await read(given, { signal: options.signal, onProgress, columns });
    bytesBefore += content.bytes;
    contents.push({ role, given, vintage: given.vintage, facts: content, content });
  }
  return contents;
}

export interface StationFiles {
  readonly contours: readonly ReadFile<{ readonly contours: readonly StationContour[] }>[];
  readonly outlines: readonly ReadFile<{ readonly communes: readonly CommuneOutline[] }>[];
  readonly points: readonly ReadFile<{ readonly points: readonly StationPoint[] }>[];
}

/** Reads the files given as stations: contours of polling stations, points, or outlines of communes where there are none. */
export async function readStationFiles(
  build: BuildOptions,
  options: { readonly signal: AbortSignal | undefined; readonly onShare: ShareOfStage },
): Promise<StationFiles> {
  const files = await readEach("stations", build.stations, options, async (file, readOptions) => {
    const mapping = mappingOf(file) ?? build.stationMapping ?? undefined;
    try {
      return await readStationContours(file.path, { ...readOptions, mapping });
    } catch (error) {
      if (!(error instanceof UnusableFile) || mapping !== undefined) throw error;
      if (await isPointTable(file.path)) return readStationPoints(file.path, readOptions);
      const outlines = await readCommuneOutlines(file.path, readOptions).catch((why: unknown) => {
        // What the contour reader said is what the user needs to hear, unless the outlines were cancelled.
        throw why instanceof UnusableFile ? error : why;
      });
      return outlines;
    }
  });
  const contours: ReadFile<{ readonly contours: readonly StationContour[] }>[] = [];
  const outlines: ReadFile<{ readonly communes: readonly CommuneOutline[] }>[] = [];
  const points: ReadFile<{ readonly points: readonly StationPoint[] }>[] = [];
  for (const file of files) {
    const { content } = file;
    if ("contours" in content) contours.push({ ...file, content, vintage: file.vintage ?? content.vintageGuess });
    else if ("points" in content) points.push({ ...file, content });
    else outlines.push({ ...file, content });
  }
  return { contours, outlines, points };
}

/** Whether a file holds stations as points, with their votes. */
export async function isPointTable(path: string): Promise<boolean> {
  const found = await recogniseFile(path).catch((error: unknown) => {
    // What is wrong with the file is said by whoever reads it.
    if (error instanceof UnusableFile) return null;
    throw error;
  });
  return found?.format === POINT_TABLE;
}

/** What was said of this file alone. Throws UnusableFile when it does not say which property names the station. */
function mappingOf({ path, columns }: GivenFile): StationMapping | null {
  if (columns === null) return null;
  checkMapping(path, "stations", columns);
  const { station, commune, name } = columns;
  return station === undefined ? null : { station, commune, name };
}
