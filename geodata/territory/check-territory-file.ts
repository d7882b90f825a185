import { closeSync, openSync, readSync, statSync } from "node:fs";
import { UnusableFile } from "../readers/source-rows.ts";
import { OLDEST_TERRITORY_FORMAT, TERRITORY_APPLICATION_ID, TERRITORY_FORMAT } from "./territory-schema.ts";

const SQLITE_MAGIC = "SQLite format 3\0";
const HEADER_BYTES = 100;

/**
 * Tells from its first 100 bytes (sqlite.org/fileformat2.html, 1.3) whether a file can be opened as a territory.
 * Throws UnusableFile when it is missing, something else, cut off, or of a version that is not read.
 */
export function checkTerritoryFile(path: string): void {
  const { header, bytes } = readHeader(path);
  if (bytes < HEADER_BYTES || header.toString("latin1", 0, 16) !== SQLITE_MAGIC) {
    throw new UnusableFile(path, {
      fr: "n’est pas un territoire : il ne commence pas comme il le faut. Reconstruisez-le",
      en: "is not a territory: it does not begin as one. Build the territory again",
    });
  }
  const applicationId = header.readUInt32BE(68);
  if (applicationId !== TERRITORY_APPLICATION_ID) {
    throw new UnusableFile(path, {
      fr: "est une base SQLite, mais pas un territoire. Reconstruisez-le",
      en: "is a SQLite database, but not a territory. Build the territory again",
    });
  }
  const format = header.readUInt32BE(60);
  if (format < OLDEST_TERRITORY_FORMAT || format > TERRITORY_FORMAT) {
    throw new UnusableFile(path, {
      fr: `est un territoire au format ${format}, et cette version d’Arpent lit les formats ${OLDEST_TERRITORY_FORMAT} à ${TERRITORY_FORMAT}. Reconstruisez-le`,
      en: `is a territory of format ${format}, this version of Arpent reads format ${OLDEST_TERRITORY_FORMAT} to ${TERRITORY_FORMAT}. Build the territory again`,
    });
  }
  const storedPageSize = header.readUInt16BE(16);
  const pageSize = storedPageSize === 1 ? 65_536 : storedPageSize;
  const expectedBytes = pageSize * header.readUInt32BE(28);
  if (bytes < expectedBytes) {
    throw new UnusableFile(path, {
      fr: `est coupé : ${bytes} octets sur ${expectedBytes}. Copiez-le de nouveau, ou reconstruisez-le`,
      en: `is cut off: ${bytes} bytes of ${expectedBytes}. Copy it again, or build the territory again`,
    });
  }
}

function readHeader(path: string): { readonly header: Buffer; readonly bytes: number } {
  const header = Buffer.alloc(HEADER_BYTES);
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new UnusableFile(path, {
        fr: "n’existe pas. `npm run arpent -- territory list` dit lesquels existent",
        en: "does not exist. `npm run arpent -- territory list` says which territories do",
      });
    }
    throw error;
  }
  try {
    const bytes = statSync(path).size;
    if (statSync(path).isFile()) readSync(descriptor, header, 0, HEADER_BYTES, 0);
    return { header, bytes };
  } finally {
    closeSync(descriptor);
  }
}
