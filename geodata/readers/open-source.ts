import { openFile } from "./open-file.ts";
import type { ReadOptions } from "./read-facts.ts";

/** Opens a file for a reader, telling its progress in bytes of the file on disk. */
export async function openSource(path: string, options: ReadOptions): ReturnType<typeof openFile> {
  let total = 0;
  const file = await openFile(path, {
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    onBytes: (read) => options.onProgress?.(read, total),
  });
  total = file.bytes;
  return file;
}
