import { type FileHandle, open } from "node:fs/promises";
import { isDiskFull } from "./disk-full.ts";
import { diskFull, longerThanAnnounced, pieceTooLong, wrongPlace } from "./import-words.ts";

export interface Piece {
  /** Where the file lies. */
  readonly path: string;
  /** What its owner calls it, for sentences. */
  readonly name: string;
  /** Bytes that the whole file was announced to have. */
  readonly bytes: number;
  /** Where the piece begins. */
  readonly at: number;
  readonly mostBytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Writes one piece after those that have arrived, as it comes, and says how many bytes are there then. What arrives of
 * a piece that breaks off is kept: the next one goes on from there. Two windows that send one file at once write the same
 * bytes to the same places, and whoever comes late to a place is told where to go on. Throws Refusal "wrong-place", "longer-than-announced",
 * "piece-too-long", "disk-full".
 */
export async function receivePiece({ path, name, bytes, at, mostBytes, content }: Piece): Promise<number> {
  const file = await open(path, "r+");
  try {
    const { size } = await file.stat();
    if (at !== size) throw wrongPlace(size);
    let position = at;
    for await (const chunk of content) {
      const end = position + chunk.length;
      if (end > bytes) throw longerThanAnnounced(name, bytes);
      if (end - at > mostBytes) throw pieceTooLong(name, mostBytes);
      await writeAll(file, chunk, position);
      position = end;
    }
    if (position === bytes) await file.datasync();
    return position;
  } catch (error) {
    throw isDiskFull(error) ? diskFull(0) : error;
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    const { bytesWritten } = await file.write(chunk, written, chunk.length - written, position + written);
    written += bytesWritten;
  }
}
