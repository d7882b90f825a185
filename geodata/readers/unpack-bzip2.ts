import createUnbzip2 from "unbzip2-stream";
import { UnusableFile } from "./source-rows.ts";

/** Decompresses bzip2, several streams in a row included. Throws UnusableFile when the file is cut or damaged. */
export async function* unpackBzip2(path: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  // The decompressor answers each write before it returns, so that its answers can be taken without waiting.
  const decompressor = createUnbzip2();
  const ready: Buffer[] = [];
  let failure: Error | null = null;
  decompressor.on("data", (chunk) => ready.push(chunk));
  decompressor.on("error", (error) => {
    failure ??= error;
  });
  for await (const chunk of chunks) {
    decompressor.write(chunk);
    yield* taken();
  }
  decompressor.end();
  yield* taken();

  function* taken(): Generator<Buffer> {
    yield* ready.splice(0);
    if (failure !== null) throw asUnusable(path, failure);
  }
}

function asUnusable(path: string, error: Error): UnusableFile {
  return /prematurely|End of data|undefined/i.test(error.message)
    ? new UnusableFile(path, {
        fr: "s’arrête avant la fin de son contenu : le téléchargement (bzip2) est incomplet. Téléchargez-le de nouveau",
        en: "ends before its content does: the download (bzip2) is incomplete. Download it again",
      })
    : new UnusableFile(path, {
        fr: `est abîmé (bzip2 : ${error.message}). Téléchargez-le de nouveau`,
        en: `is damaged (bzip2: ${error.message}). Download it again`,
      });
}
