import type { BoundingBox } from "../geometry/position.ts";
import { createNodeTable } from "./node-table.ts";
import { openFile } from "./open-file.ts";
import { assembleExtract } from "./osm-assembly.ts";
import type { OsmExtract } from "./osm-extract.ts";
import { scanNodes, scanRelations, scanWays } from "./osm-passes.ts";
import { createPbfScanner } from "./osm-pbf.ts";
import type { OsmScanner } from "./osm-scanner.ts";
import { createXmlScanner } from "./osm-xml.ts";
import { createTally, type ReadOptions } from "./read-facts.ts";
import { Cancelled, UnusableFile } from "./source-rows.ts";

export interface OsmOptions extends ReadOptions {
  /** Only what meets this box is kept; the rest is counted as `outside`. Keeps large regional files cheap. */
  readonly box?: BoundingBox | undefined;
}

const PASSES = 3;

/**
 * Reads an OpenStreetMap extract (.osm.pbf or .osm, plain or compressed), in three passes so that memory follows what
 * is kept and not the size of the file: relations; ways with a tag of interest or needed by a relation; the positions
 * of their nodes. Throws UnusableFile when the file is cut, damaged or no OSM file, Cancelled when aborted.
 */
export async function readOsm(path: string, options: OsmOptions = {}): Promise<OsmExtract> {
  const { signal, box } = options;
  const scanner = await chooseScanner(path, signal);
  const tally = createTally(path);
  const progressOf = (pass: number) => (read: number, total: number) =>
    options.onProgress?.(Math.floor((pass * total + read) / PASSES), total);

  const { relations, nearNodes } = await scanRelations(scanner, tally, box, progressOf(0));
  const selection = await scanWays(scanner, tally, relations, nearNodes, progressOf(1));
  const nodes = createNodeTable(selection.nodeIds());
  const { points, bytes, sha256 } = await scanNodes(scanner, tally, nodes, box, progressOf(2));
  if (signal?.aborted) throw new Cancelled();

  const parts = assembleExtract(selection, nodes, points, box, tally);
  return { ...tally.facts({ format: scanner.format, sha256, bytes }), ...parts, format: scanner.format };
}

async function chooseScanner(path: string, signal: AbortSignal | undefined): Promise<OsmScanner> {
  const { stream, name } = await openFile(path, { signal });
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= HEAD_BYTES) break;
  }
  const format = osmFormatOf(head);
  if (format === "osm-pbf") return createPbfScanner(path, signal);
  if (format === "osm-xml") return createXmlScanner(path, signal);
  throw new UnusableFile(path, {
    fr: `n’est pas un fichier d’OpenStreetMap (${name}) : il faut .osm.pbf ou .osm (XML)`,
    en: `${name} is no OpenStreetMap file: expected .osm.pbf or .osm (XML)`,
  });
}

const HEAD_BYTES = 64;

/** The kind of OSM file that begins with these bytes (64 are enough), null when it is none. */
function osmFormatOf(head: Uint8Array): "osm-pbf" | "osm-xml" | null {
  const text = Buffer.from(head.subarray(0, HEAD_BYTES)).toString("latin1");
  // The length of the first header is below 64 KiB; its first field, of nine letters, is the type of the blob.
  if (text.startsWith("\0\0") && text.slice(4).startsWith("\n\tOSMHeader")) return "osm-pbf";
  return /^(ï»¿)?\s*<(\?xml|osm|!--)/.test(text) ? "osm-xml" : null;
}
