import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import type { Sentence } from "../../server/contract/refusal.ts";
import { type Compression, compressionOf } from "./file-compression.ts";
import { Cancelled, UnusableFile } from "./source-rows.ts";
import { unpackBzip2 } from "./unpack-bzip2.ts";
import { unpackGzip } from "./unpack-gzip.ts";
import { openZipMember } from "./unpack-zip.ts";
import { limitUnpacked } from "./unpacked-limit.ts";

/** A source file, opened for reading from its beginning to its end. */
export interface OpenedFile {
  /** The content, decompressed. Fails with UnusableFile (damaged file) or Cancelled. */
  readonly stream: Readable;
  /** Size of the file as it lies on disk. */
  readonly bytes: number;
  /** Name of the content: the member of a zip, else the name of the file without .gz or .bz2. */
  readonly name: string;
  readonly compression: Compression | null;
  /** SHA-256 of the file as it lies on disk, in hexadecimal. Throws before the stream has ended. */
  sha256(): string;
}

export interface OpenFileOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the bytes of the file as it lies on disk that were read so far. */
  readonly onBytes?: ((bytesRead: number) => void) | undefined;
}

const CHUNK_BYTES = 1 << 18;

/**
 * Opens a file and recognises gzip, bzip2 and zip by their first bytes, whatever the file is called. A zip must hold
 * one file (besides descriptions such as Insee's `meta_*.csv`). Throws UnusableFile when the file is missing, is a
 * folder, is empty, or is compressed in another way.
 */
export async function openFile(path: string, options: OpenFileOptions = {}): Promise<OpenedFile> {
  const { signal, onBytes } = options;
  if (signal?.aborted) throw new Cancelled();
  const { bytes, compression } = await inspect(path);
  const hash = createHash("sha256");
  let digest: string | null = null;

  const isZip = compression === "zip";
  const member = isZip ? await openZipMember(path) : null;
  const unpacked = compression === null ? content() : limitUnpacked(path, bytes, content());
  const stream = Readable.from(unpacked, { objectMode: false, highWaterMark: 2 * CHUNK_BYTES });
  const name = member?.name ?? basename(path).replace(/\.(gz|gzip|bz2)$/i, "");
  return { stream, bytes, name, compression, sha256 };

  async function* content(): AsyncGenerator<Buffer> {
    if (member === null) {
      yield* unpack(path, compression, fileChunks(path, bytes, hash, signal, onBytes));
    } else {
      try {
        for await (const _ of fileChunks(path, bytes, hash, signal));
        for await (const { chunk, share } of member.chunks()) {
          if (signal?.aborted) throw new Cancelled();
          yield chunk;
          onBytes?.(Math.round(share * bytes));
        }
      } finally {
        member.close();
      }
    }
    digest = hash.digest("hex");
  }

  function sha256(): string {
    if (digest === null) throw new Error(`${path}: sha256() was asked for before the stream had ended`);
    return digest;
  }
}

async function* unpack(
  path: string,
  compression: Compression | null,
  chunks: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  if (compression === "gzip") yield* unpackGzip(path, chunks);
  else if (compression === "bzip2") yield* unpackBzip2(path, chunks);
  else yield* chunks;
}

/** The bytes as they lie on disk, hashed on their way. */
async function* fileChunks(
  path: string,
  bytes: number,
  hash: { update(chunk: Buffer): unknown },
  signal: AbortSignal | undefined,
  onBytes?: (bytesRead: number) => void,
): AsyncGenerator<Buffer> {
  const file = await openForReading(path);
  try {
    let at = 0;
    while (at < bytes) {
      if (signal?.aborted) throw new Cancelled();
      const { buffer, bytesRead } = await file.read(
        Buffer.allocUnsafe(Math.min(CHUNK_BYTES, bytes - at)),
        0,
        undefined,
        at,
      );
      if (bytesRead === 0) {
        throw new UnusableFile(path, {
          fr: `a raccourci pendant sa lecture (${at} octets sur ${bytes})`,
          en: `became shorter while it was read (${at} of ${bytes} bytes)`,
        });
      }
      at += bytesRead;
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      yield chunk;
      onBytes?.(at);
    }
    if (signal?.aborted) throw new Cancelled();
  } finally {
    await file.close();
  }
}

async function inspect(path: string): Promise<{ bytes: number; compression: Compression | null }> {
  const file = await openForReading(path);
  try {
    const facts = await file.stat();
    if (facts.isDirectory()) throw new UnusableFile(path, IS_A_FOLDER);
    if (!facts.isFile()) {
      throw new UnusableFile(path, { fr: "n’est pas un fichier ordinaire", en: "is not a regular file" });
    }
    if (facts.size === 0) throw new UnusableFile(path, { fr: "est vide (0 octet)", en: "is empty (0 bytes)" });
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return { bytes: facts.size, compression: compressionOf(path, buffer.subarray(0, bytesRead)) };
  } finally {
    await file.close();
  }
}

async function openForReading(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r");
  } catch (error) {
    throw new UnusableFile(path, whyNotOpened(error));
  }
}

const IS_A_FOLDER: Sentence = { fr: "est un dossier ; il faut un fichier", en: "is a folder, expected a file" };

function whyNotOpened(error: unknown): Sentence {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return { fr: "n’existe pas", en: "no such file" };
  if (code === "EACCES" || code === "EPERM") {
    return {
      fr: "ne peut pas être lu par cet utilisateur (droits refusés)",
      en: "may not be read by this user (permission denied)",
    };
  }
  if (code === "EISDIR") return IS_A_FOLDER;
  const why = error instanceof Error ? error.message : String(error);
  return { fr: `ne s’ouvre pas (${why})`, en: `cannot be opened (${why})` };
}
