import { basename } from "node:path";
import { crc32 } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { UnusableFile } from "./source-rows.ts";

/** The one file inside a zip. `share` is the part of it, 0 to 1, handed out so far. */
export interface ZipMember {
  readonly name: string;
  chunks(): AsyncGenerator<{ readonly chunk: Buffer; readonly share: number }>;
  close(): void;
}

const MEMBERS_NAMED = 4;

/** Opens the only file of a zip. Throws UnusableFile when there are none or several, or when the zip is damaged. */
export async function openZipMember(path: string): Promise<ZipMember> {
  const zip = await guarded(path, () => openPromise(path, { lazyEntries: true, autoClose: false }));
  try {
    const members = await guarded(path, () => contentMembers(zip));
    const [entry, ...others] = members;
    if (entry === undefined) {
      throw new UnusableFile(path, { fr: "est un zip sans fichier", en: "is a zip without a file" });
    }
    if (others.length > 0) {
      const names = members.slice(0, MEMBERS_NAMED).map((member) => member.fileName);
      const named = `${names.join(", ")}${members.length > MEMBERS_NAMED ? ", …" : ""}`;
      throw new UnusableFile(path, {
        fr: `est un zip de ${members.length} fichiers (${named}) ; il en faut un : décompressez-le et donnez le bon`,
        en: `is a zip of ${members.length} files (${named}), expected one: unzip it and give the right one`,
      });
    }
    if (entry.isEncrypted()) {
      throw new UnusableFile(path, {
        fr: `est un zip chiffré (${entry.fileName}) : décompressez-le avec son mot de passe`,
        en: `is an encrypted zip (${entry.fileName}): unzip it with its password`,
      });
    }
    return { name: basename(entry.fileName), chunks: () => memberChunks(path, zip, entry), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function contentMembers(zip: ZipFile): Promise<Entry[]> {
  const members: Entry[] = [];
  for await (const entry of zip.eachEntry()) if (isContent(entry.fileName)) members.push(entry);
  return members;
}

/** Folders, what macOS adds, and Insee's descriptions of columns are no content. */
function isContent(name: string): boolean {
  if (name.endsWith("/") || name.startsWith("__MACOSX/")) return false;
  return !/^(\.|meta_)/i.test(basename(name));
}

async function* memberChunks(
  path: string,
  zip: ZipFile,
  entry: Entry,
): AsyncGenerator<{ readonly chunk: Buffer; readonly share: number }> {
  const stream = await guarded(path, () => zip.openReadStreamPromise(entry));
  let sum = 0;
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      sum = crc32(chunk, sum);
      bytes += chunk.length;
      yield { chunk, share: bytes / Math.max(1, entry.uncompressedSize) };
    }
  } catch (error) {
    throw asUnusable(path, error);
  }
  if (sum !== entry.crc32) {
    throw new UnusableFile(path, {
      fr: `est un zip abîmé : somme de contrôle fausse pour ${entry.fileName}. Téléchargez-le de nouveau`,
      en: `is a damaged zip: wrong checksum for ${entry.fileName}. Download it again`,
    });
  }
}

async function guarded<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asUnusable(path, error);
  }
}

function asUnusable(path: string, error: unknown): UnusableFile {
  if (error instanceof UnusableFile) return error;
  const message = error instanceof Error ? error.message : String(error);
  return /end of central directory/i.test(message)
    ? new UnusableFile(path, {
        fr: "s’arrête avant sa table des matières : le téléchargement (zip) est incomplet. Téléchargez-le de nouveau",
        en: "ends before its table of contents: the download (zip) is incomplete. Download it again",
      })
    : new UnusableFile(path, {
        fr: `est un zip abîmé (${message}). Téléchargez-le de nouveau`,
        en: `is a damaged zip (${message}). Download it again`,
      });
}
