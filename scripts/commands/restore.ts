import { arpentHome } from "../../geodata/territory/territory-folder.ts";
import { noteCopy } from "../../server/backup/note-copy.ts";
import { CannotRestore, restoreBackup } from "../../server/backup/restore-backup.ts";
import { campaignPlace } from "../../server/campaign/campaign-place.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { readOptions } from "../command-options.ts";

export const restore: Command = {
  name: "restore",
  help: `usage: arpent restore FILE [--replace] [--campaign NAME]

Puts a campaign back from a backup, whole or not at all. Backups of earlier versions are brought up to this one.

  FILE              as "arpent backup" wrote it, on SQLite or on PostgreSQL
  --replace         the campaign that is there goes; without it, a campaign that holds anything is left alone
  --campaign NAME   another campaign than the first, by its part of addresses
  --json            print {"madeAt", "program", "rows"}

Stop the server first: a campaign in a file that a server writes is refused. Servers on PostgreSQL may go on running, and
show the restored campaign from the next request on.

  ARPENT_HOME    folder of the campaign; default: .arpent beside the program
  DATABASE_URL   a campaign on PostgreSQL`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["json", "replace"], values: ["campaign"] });
    const [file, unexpected] = options.words;
    if (file === undefined) throw new UsageError('restore needs a file, as "arpent backup" wrote it.');
    if (unexpected !== undefined) throw new UsageError(`"${unexpected}" belongs to no option.`);
    const place = campaignPlace(arpentHome(), process.env.DATABASE_URL, options.text("campaign"));
    const report = await restoreBackup(file, place, { replaces: options.flag("replace") }).catch((error: unknown) => {
      throw error instanceof CannotRestore ? new UsageError(`${error.message}.`) : error;
    });
    await noteCopy(place, "backup-restored", new Date());
    if (options.flag("json")) terminal.out(JSON.stringify(report));
    terminal.say(`Restored: the campaign as it was at ${report.madeAt}, ${report.rows} rows.`);
    return EXIT.done;
  },
};
