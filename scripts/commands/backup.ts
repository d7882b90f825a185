import { join } from "node:path";
import { arpentHome } from "../../geodata/territory/territory-folder.ts";
import { noteCopy } from "../../server/backup/note-copy.ts";
import { writeBackup } from "../../server/backup/write-backup.ts";
import { campaignPlace } from "../../server/campaign/campaign-place.ts";
import { programVersion } from "../../server/program-version.ts";
import { type Command, EXIT } from "../command.ts";
import { readOptions } from "../command-options.ts";

export const backup: Command = {
  name: "backup",
  help: `usage: arpent backup [--out FILE] [--campaign NAME]

Writes all of a campaign into one file: choices, plans, zones, outings, what was reported, contacts, accounts. The server
may go on running; the file holds one moment. It restores into SQLite and into PostgreSQL, whichever it was made from.

  --out FILE        default: ARPENT_HOME/backups/campaign-YYYY-MM-DD-HHMM.arpent-backup
  --campaign NAME   another campaign than the first, by its part of addresses
  --json            print {"file", "bytes", "rows"}

The file holds personal data: keep it where only the campaign's director reaches it, and delete it when it has served.
Who was erased from the campaign is still in the backups of before: erase again after restoring one of them.
The key of second steps is not in it (ARPENT_HOME/secret.key, or ARPENT_SECRET_KEY): keep a copy of it in another place.

  ARPENT_HOME    folder of the campaign; default: .arpent beside the program
  DATABASE_URL   a campaign on PostgreSQL`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["json"], values: ["out", "campaign"] });
    const home = arpentHome();
    const slug = options.text("campaign") ?? "";
    const now = new Date();
    const file = options.text("out") ?? join(home, "backups", fileName(slug, now));
    const place = campaignPlace(home, process.env.DATABASE_URL, slug);
    const report = await writeBackup(place, file, {
      program: programVersion(),
      now,
      signal: terminal.signal,
    });
    await noteCopy(place, "backup-made", file, now);
    if (options.flag("json")) terminal.out(JSON.stringify(report));
    terminal.say(`${report.file}: ${report.rows} rows, ${(report.bytes / 1e6).toFixed(1)} MB`);
    return EXIT.done;
  },
};

function fileName(slug: string, now: Date): string {
  const moment = now.toISOString().slice(0, 16).replace("T", "-").replace(":", "");
  return `${slug === "" ? "campaign" : slug}-${moment}.arpent-backup`;
}
