import { createWriteStream, mkdirSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { UnusableFile } from "../../geodata/readers/source-rows.ts";
import { partialPath, putInPlace, removeAbandonedPartials } from "../../geodata/territory/partial-file.ts";
import { type CampaignPlace, nameOfPlace, openAsItIs } from "../campaign/campaign-place.ts";
import { atOneMoment, backupLines, EmptyCampaign } from "./backup-lines.ts";

export interface BackupReport {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
}

/**
 * Writes all of a campaign, as it is at one moment, into a file that appears when it is whole and on the disk. Servers may go on
 * writing. Throws UnusableFile when there is no campaign, or something else lies in its place.
 */
export async function writeBackup(
  place: CampaignPlace,
  file: string,
  { program, now, signal }: { readonly program: string; readonly now: Date; readonly signal?: AbortSignal },
): Promise<BackupReport> {
  mkdirSync(dirname(file), { recursive: true });
  removeAbandonedPartials(file, now.getTime());
  const partial = partialPath(file);
  const database = await openAsItIs(place);
  let lines = 0;
  try {
    await atOneMoment(database, async (moment) => {
      const counted = async function* () {
        for await (const line of backupLines(moment, { program, now })) {
          lines++;
          yield line;
        }
      };
      // Nobody but its owner may read it: it holds all that the campaign knows of persons.
      const out = createWriteStream(partial, { mode: 0o600 });
      await pipeline(Readable.from(counted()), createGzip({ level: 6 }), out, signal ? { signal } : {});
    });
    putInPlace(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    if (error instanceof EmptyCampaign)
      throw new UnusableFile(nameOfPlace(place), {
        fr: "ne contient encore aucune campagne",
        en: "holds no campaign yet",
      });
    throw error;
  } finally {
    await database.destroy();
  }
  return { file, bytes: statSync(file).size, rows: lines - 2 };
}
