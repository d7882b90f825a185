import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { UnusableFile } from "./source-rows.ts";

/** Decompresses gzip, several members in a row included. Throws UnusableFile when the file is cut or damaged. */
export async function* unpackGzip(path: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  pipeline(Readable.from(chunks), gunzip, () => {});
  try {
    for await (const chunk of gunzip) yield chunk;
  } catch (error) {
    throw asUnusable(path, error);
  } finally {
    gunzip.destroy();
  }
}

function asUnusable(path: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") {
    return new UnusableFile(path, {
      fr: "s’arrête avant la fin de son contenu : le téléchargement (gzip) est incomplet. Téléchargez-le de nouveau",
      en: "ends before its content does: the download (gzip) is incomplete. Download it again",
    });
  }
  if (code.startsWith("Z_") && error instanceof Error) {
    return new UnusableFile(path, {
      fr: `est abîmé (gzip : ${error.message}). Téléchargez-le de nouveau`,
      en: `is damaged (gzip: ${error.message}). Download it again`,
    });
  }
  return error;
}
