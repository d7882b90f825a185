import { UnusableFile } from "./source-rows.ts";

/** What no public file comes near: tables and maps unpack to 5 to 30 times their size, a tile of open sea to 1,000 times. */
const MOST_TIMES = 200;
/** Below this size, no ratio is suspicious: a tile of heights of the sea is 26 MB of zeros. */
const HARMLESS_BYTES = 256_000_000;

/**
 * Passes the unpacked content of a compressed file on, and gives up on one that grows without end (a "zip bomb").
 * Throws UnusableFile.
 */
export async function* limitUnpacked(
  path: string,
  packedBytes: number,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let unpackedBytes = 0;
  for await (const chunk of chunks) {
    unpackedBytes += chunk.length;
    if (unpackedBytes > HARMLESS_BYTES && unpackedBytes > MOST_TIMES * packedBytes) {
      throw new UnusableFile(path, {
        fr: `se décompresse à plus de ${MOST_TIMES} fois sa taille : aucun fichier public ne fait cela (bombe de décompression ?)`,
        en: `unpacks to more than ${MOST_TIMES} times its ${packedBytes} bytes; expected a public file, not a decompression bomb`,
      });
    }
    yield chunk;
  }
}
