import { PbfReader } from "pbf";
import { openFile } from "./open-file.ts";
import { damaged, type PbfBlob, pbfBlobs, unpackBlob } from "./osm-pbf-blobs.ts";
import { decodeBlock } from "./osm-pbf-block.ts";
import { createTagSharer, type OsmPass, type OsmScanner, type OsmSink } from "./osm-scanner.ts";
import { asItStands } from "./placed-sentence.ts";
import { UnusableFile } from "./source-rows.ts";

/**
 * Reads OSM PBF (wiki.openstreetmap.org/wiki/PBF_Format), blob by blob. The first pass notes which kinds of elements
 * each blob holds; later passes unpack only the blobs they need. Zlib works in its own thread, one blob ahead.
 */
export function createPbfScanner(path: string, signal: AbortSignal | undefined): OsmScanner {
  const share = createTagSharer();
  /** By index of the blob, once it has been unpacked. */
  const kinds: OsmPass[] = [];
  return {
    format: "osm-pbf",
    scan: async (pass, sink, onBytes) => {
      let bytes = 0;
      const file = await openFile(path, { signal, onBytes: (read) => onBytes(read, bytes) });
      bytes = file.bytes;
      let isFirst = true;
      for await (const { blob, content } of unpackedBlobs(path, file.stream, (blob) => isNeeded(blob, pass, kinds))) {
        if (isFirst) checkHeader(path, blob, content);
        isFirst = false;
        if (blob.type !== "OSMData" && blob.index > 0 && pass.nodes) {
          sink.broken("node", "unknown-blob", {
            fr: `le bloc ${blob.index} (octet ${blob.offset}) est de type "${blob.type}", pas OSMData`,
            en: `blob ${blob.index} (byte ${blob.offset}) is of type "${blob.type}", not OSMData`,
          });
        }
        if (blob.type !== "OSMData" || content === null) continue;
        kinds[blob.index] = decode(path, blob, content, pass, sink);
      }
      if (isFirst) {
        throw new UnusableFile(path, {
          fr: "ne contient aucune donnée d’OpenStreetMap",
          en: "holds no OpenStreetMap data",
        });
      }
      return { bytes, sha256: file.sha256() };
    },
  };

  function decode(file: string, blob: PbfBlob, content: Uint8Array, pass: OsmPass, sink: OsmSink): OsmPass {
    try {
      return decodeBlock(content, pass, sink, share);
    } catch (error) {
      if (!(error instanceof RangeError || (error instanceof Error && /varint|type|utf/i.test(error.message)))) {
        throw error;
      }
      throw damaged(file, blob.index, blob.offset, asItStands(error.message));
    }
  }
}

function isNeeded(blob: PbfBlob, pass: OsmPass, kinds: readonly OsmPass[]): boolean {
  const known = kinds[blob.index];
  if (blob.type !== "OSMData") return blob.index === 0;
  if (known === undefined) return true;
  return (pass.nodes && known.nodes) || (pass.ways && known.ways) || (pass.relations && known.relations);
}

/** Blobs with their content, null for those that are not needed; one more is being unpacked meanwhile. */
async function* unpackedBlobs(
  path: string,
  stream: AsyncIterable<Buffer>,
  isWanted: (blob: PbfBlob) => boolean,
): AsyncGenerator<{ readonly blob: PbfBlob; readonly content: Uint8Array | null }> {
  let ahead: { blob: PbfBlob; content: Promise<Uint8Array | null> } | null = null;
  for await (const blob of pbfBlobs(path, stream)) {
    const content = isWanted(blob) ? unpackBlob(path, blob) : Promise.resolve(null);
    // The failure is met when the content is awaited, at its turn.
    content.catch(() => {});
    if (ahead !== null) yield { blob: ahead.blob, content: await ahead.content };
    ahead = { blob, content };
  }
  if (ahead !== null) yield { blob: ahead.blob, content: await ahead.content };
}

/** What a reader must know before it may trust the data; anything else a file requires is refused. */
const KNOWN_FEATURES = new Set(["OsmSchema-V0.6", "DenseNodes"]);

function checkHeader(path: string, blob: PbfBlob, content: Uint8Array | null): void {
  if (blob.type !== "OSMHeader" || content === null) {
    throw new UnusableFile(path, {
      fr: `commence par un bloc "${blob.type}" ; il faut "OSMHeader"`,
      en: `begins with a blob "${blob.type}", expected "OSMHeader"`,
    });
  }
  const pbf = new PbfReader(content);
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    if (field !== 4) continue;
    const feature = pbf.readString();
    if (feature === "HistoricalInformation") {
      throw new UnusableFile(path, {
        fr: "est un fichier d’historique, avec toutes les versions de chaque élément ; il faut un extrait ordinaire",
        en: "is a history file with many versions of each element, expected an ordinary extract",
      });
    }
    if (!KNOWN_FEATURES.has(feature)) {
      throw new UnusableFile(path, {
        fr: `exige "${feature}", que ce lecteur ne connaît pas`,
        en: `requires "${feature}", which is not known here`,
      });
    }
  }
}
