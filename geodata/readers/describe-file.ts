import { describeFeatures } from "./describe-features.ts";
import { describeTable } from "./describe-table.ts";
import type { DescribeOptions, FileDescription } from "./file-description.ts";
import { openFile } from "./open-file.ts";
import { pbfBlobs } from "./osm-pbf-blobs.ts";
import type { ReadOptions } from "./read-facts.ts";
import { type RecognisedFile, recogniseFile } from "./recognise-file.ts";

/** What nobody recognises is read as a table too: then the reader says what is wrong with it. */
const TABLE_FORMATS = new Set(["csv", "text", "unknown"]);

/**
 * Recognises a file by its content and reads it once from end to end, so that a damaged one is known before a build:
 * counts, communes, rounds, first rows. Throws UnusableFile, Cancelled.
 */
export async function describeFile(path: string, options: DescribeOptions = {}): Promise<FileDescription> {
  const found = await recogniseFile(path);
  const role = options.columns === undefined ? found.role : (options.role ?? found.role);
  const isTable = TABLE_FORMATS.has(found.format) || ["results", "addresses", "census"].includes(found.role ?? "");
  if (isTable) return { ...EMPTY, ...(await describeTable(path, { ...found, role }, options)) };
  const isFeatures = found.format === "geojson" || found.role === "stations" || found.role === "census-areas";
  if (isFeatures) return { ...EMPTY, ...(await describeFeatures(path, { ...found, role }, options)) };
  await readThrough(path, found, options);
  return { ...EMPTY, ...found };
}

const EMPTY: FileDescription = {
  role: null,
  format: "unknown",
  records: null,
  vintage: null,
  elections: [],
  needsElection: false,
  communes: [],
  columns: [],
  sample: [],
  mappings: [],
  rejects: [],
};

/** To the end where that shows whether the file is whole: what is compressed, and streets, whose blobs say how long they are. */
async function readThrough(
  path: string,
  { format }: RecognisedFile,
  { signal, onProgress }: ReadOptions,
): Promise<void> {
  let total = 0;
  const file = await openFile(path, { signal, onBytes: (read) => onProgress?.(read, total) });
  total = file.bytes;
  if (format === "osm-pbf") for await (const _ of pbfBlobs(path, file.stream));
  else if (file.compression === "gzip" || file.compression === "zip") for await (const _ of file.stream);
  else file.stream.destroy();
}
