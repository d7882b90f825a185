import { promisify } from "node:util";
import { inflate } from "node:zlib";
import { PbfReader } from "pbf";
import type { Sentence } from "../../server/contract/refusal.ts";
import { asItStands } from "./placed-sentence.ts";
import { UnusableFile } from "./source-rows.ts";

/** One blob of an OSM PBF file, still compressed. `offset` is where its frame begins. */
export interface PbfBlob {
  readonly index: number;
  readonly offset: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const inflateAsync = promisify(inflate);

/** Limits of the format: wiki.openstreetmap.org/wiki/PBF_Format, "File format". */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOB_BYTES = 32 * 1024 * 1024;

/** Cuts a stream into blobs: a 4-byte length, a BlobHeader of that length, a Blob of the length that it says. */
export async function* pbfBlobs(path: string, stream: AsyncIterable<Buffer>): AsyncGenerator<PbfBlob> {
  const take = createTaker(stream);
  let offset = 0;
  for (let index = 0; ; index++) {
    const lengthBytes = await take(4);
    if (lengthBytes.length === 0) return;
    const at = offset;
    const cut = () =>
      new UnusableFile(path, {
        fr: `s’arrête au milieu du bloc ${index} (octet ${at}) : le téléchargement est incomplet. Téléchargez-le de nouveau`,
        en: `ends inside blob ${index} (byte ${at}): the download is incomplete. Download it again`,
      });
    if (lengthBytes.length < 4) throw cut();
    const headerBytes = lengthBytes.readUInt32BE(0);
    if (headerBytes === 0 || headerBytes > MAX_HEADER_BYTES) {
      throw damaged(path, index, offset, { fr: "longueur impossible", en: "impossible length" });
    }
    const header = await take(headerBytes);
    if (header.length < headerBytes) throw cut();
    const { type, size } = readHeader(path, header, index, offset);
    const bytes = await take(size);
    if (bytes.length < size) throw cut();
    yield { index, offset, type, bytes };
    offset += 4 + headerBytes + size;
  }
}

/** The content of a blob. Throws UnusableFile when it is damaged or compressed in a way that is not read. */
export async function unpackBlob(path: string, blob: PbfBlob): Promise<Uint8Array> {
  const fields = readBlob(path, blob);
  if (fields.raw !== null) {
    const isWhole = fields.rawSize === 0 || fields.rawSize === fields.raw.length;
    if (!isWhole) throw damaged(path, blob.index, blob.offset, sizesDiffer(fields.raw.length, fields.rawSize));
    return fields.raw;
  }
  if (fields.zlib === null) {
    const command = "`osmium cat --output-format=pbf,pbf_compression=zlib`";
    const [fr, en] = [fields.other ?? "une méthode inconnue", fields.other ?? "nothing known"];
    throw new UnusableFile(path, {
      fr: `a un bloc ${blob.index} compressé avec ${fr} ; il faut zlib : convertissez-le avec ${command}`,
      en: `has a blob ${blob.index} compressed with ${en}, expected zlib: convert the file with ${command}`,
    });
  }
  let content: Uint8Array;
  try {
    content = await inflateAsync(fields.zlib, { maxOutputLength: MAX_BLOB_BYTES });
  } catch (error) {
    throw damaged(path, blob.index, blob.offset, asItStands(error instanceof Error ? error.message : String(error)));
  }
  if (content.length !== fields.rawSize) {
    throw damaged(path, blob.index, blob.offset, sizesDiffer(content.length, fields.rawSize));
  }
  return content;
}

function sizesDiffer(unpacked: number, announced: number): Sentence {
  return {
    fr: `${unpacked} octets décompressés, ${announced} annoncés`,
    en: `${unpacked} bytes unpacked, ${announced} announced`,
  };
}

export function damaged(path: string, index: number, offset: number, why: Sentence): UnusableFile {
  return new UnusableFile(path, {
    fr: `est abîmé au bloc ${index} (octet ${offset}) : ${why.fr}. Téléchargez-le de nouveau`,
    en: `is damaged at blob ${index} (byte ${offset}): ${why.en}. Download it again`,
  });
}

function readHeader(path: string, bytes: Uint8Array, index: number, offset: number): { type: string; size: number } {
  let type = "";
  let size = -1;
  try {
    const pbf = new PbfReader(bytes);
    for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
      if (field === 1) type = pbf.readString();
      else if (field === 3) size = pbf.readVarint();
    }
  } catch {
    throw damaged(path, index, offset, { fr: "en-tête illisible", en: "its header cannot be read" });
  }
  if (size < 0 || size > MAX_BLOB_BYTES) {
    const why = { fr: `taille impossible (${size} octets)`, en: `impossible size (${size} bytes)` };
    throw damaged(path, index, offset, why);
  }
  return { type, size };
}

interface BlobFields {
  readonly raw: Uint8Array | null;
  readonly zlib: Uint8Array | null;
  readonly rawSize: number;
  readonly other: string | null;
}

const OTHER_COMPRESSIONS: ReadonlyMap<number, string> = new Map([
  [4, "LZMA"],
  [5, "bzip2"],
  [6, "LZ4"],
  [7, "Zstandard"],
]);

function readBlob(path: string, { bytes, index, offset }: PbfBlob): BlobFields {
  let raw: Uint8Array | null = null;
  let zlib: Uint8Array | null = null;
  let rawSize = 0;
  let other: string | null = null;
  try {
    const pbf = new PbfReader(bytes);
    for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
      if (field === 1) raw = pbf.readBytes();
      else if (field === 2) rawSize = pbf.readVarint();
      else if (field === 3) zlib = pbf.readBytes();
      else other = OTHER_COMPRESSIONS.get(field) ?? other;
    }
  } catch {
    throw damaged(path, index, offset, { fr: "cadre illisible", en: "its frame cannot be read" });
  }
  return { raw, zlib, rawSize, other };
}

/** Takes exactly so many bytes from a stream; fewer only at its end. */
function createTaker(stream: AsyncIterable<Buffer>): (count: number) => Promise<Buffer> {
  const source = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return async (count) => {
    const parts: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      if (rest.length === 0) {
        const next = await source.next();
        if (next.done) break;
        rest = next.value;
      }
      const part = rest.subarray(0, missing);
      rest = rest.subarray(part.length);
      missing -= part.length;
      parts.push(part);
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  };
}
