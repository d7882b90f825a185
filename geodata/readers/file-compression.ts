import { UnusableFile } from "./source-rows.ts";

export type Compression = "gzip" | "bzip2" | "zip";

/**
 * How a file is compressed, by its first 16 bytes; null when it is not. Throws UnusableFile for compressions that are
 * recognised but not read, so that nobody is told that a 7z archive is a broken CSV.
 */
export function compressionOf(path: string, head: Uint8Array): Compression | null {
  if (startsWith(head, [0x1f, 0x8b])) return "gzip";
  if (startsWith(head, ZIP_MEMBER) || startsWith(head, ZIP_EMPTY)) return "zip";
  if (isBzip2(head)) return "bzip2";
  for (const [name, magic] of REFUSED) {
    if (startsWith(head, magic)) {
      throw new UnusableFile(path, {
        fr: `est compressé avec ${name} : décompressez-le d’abord (gzip, bzip2 et zip sont lus)`,
        en: `is compressed with ${name}; decompress it first (gzip, bzip2 and zip are read)`,
      });
    }
  }
  return null;
}

function isBzip2(head: Uint8Array): boolean {
  const level = head[3] ?? 0;
  if (!startsWith(head, [0x42, 0x5a, 0x68]) || level < 0x31 || level > 0x39) return false;
  const block = head.subarray(4);
  return startsWith(block, BZIP2_BLOCK) || startsWith(block, BZIP2_END);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((value, index) => bytes[index] === value);
}

const ZIP_MEMBER = [0x50, 0x4b, 0x03, 0x04];
const ZIP_EMPTY = [0x50, 0x4b, 0x05, 0x06];
/** The digits of pi that begin a block, and those of its square root that end a stream. */
const BZIP2_BLOCK = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59];
const BZIP2_END = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90];

const REFUSED: readonly (readonly [name: string, magic: readonly number[]])[] = [
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["Zstandard", [0x28, 0xb5, 0x2f, 0xfd]],
  ["7-Zip", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["RAR", [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ["LZ4", [0x04, 0x22, 0x4d, 0x18]],
];
