import { mkdirSync } from "node:fs";
import { arpentHome } from "../../geodata/territory/territory-folder.ts";
import { noteCopy } from "../../server/backup/note-copy.ts";
import { CannotRestore, restoreBackup } from "../../server/backup/restore-backup.ts";
import { campaignPlace } from "../../server/campaign/campaign-place.ts";
import { sealStoredSecrets } from "../../server/people/seal-stored-secrets.ts";
import { openSecretBox, secretKeyFile } from "../../server/people/secret-keys.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { readOptions } from "../command-options.ts";

export const restore: Command = {
  name: "restore",
  help: `usage: arpent restore FILE [--replace] [--campaign NAME]

Puts a campaign back from a backup, whole or not at all. Backups of earlier versions are brought up to this one.

  FILE              as "arpent backup" wrote it, on SQLite or on PostgreSQL
  --replace         the campaign that is there goes; without it, a campaign that holds anything is left alone
  --campaign NAME   another campaign than the first, by its part of addresses
  --json            print {"madeAt", "program", "rows", "lockedSecondFactors"}

Stop the server first: a campaign in a file that a server writes is refused. Servers on PostgreSQL may go on running, and
show the restored campaign from the next request on.

Second steps of sign-in open only with the key that sealed them, which is in no backup: put secret.key back into ARPENT_HOME,
or ARPENT_SECRET_KEY, before or after. Where the key is lost, people sign in with a recovery code and set the second step anew;
"arpent people link" makes a new director's account.

  ARPENT_HOME    folder of the campaign; default: .arpent beside the program
  DATABASE_URL   a campaign on PostgreSQL
  ARPENT_SECRET_KEY   see: arpent serve --help`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["json", "replace"], values: ["campaign"] });
    const [file, unexpected] = options.words;
    if (file === undefined) throw new UsageError('restore needs a file, as "arpent backup" wrote it.');
    if (unexpected !== undefined) throw new UsageError(`"${unexpected}" belongs to no option.`);
    const home = arpentHome();
    const place = campaignPlace(home, process.env.DATABASE_URL, options.text("campaign"));
    let lockedSecondFactors = 0;
    const report = await restoreBackup(file, place, {
      replaces: options.flag("replace"),
      async settle(campaign) {
        mkdirSync(home, { recursive: true });
        const box = openSecretBox(home, process.env.ARPENT_SECRET_KEY);
        lockedSecondFactors = (await sealStoredSecrets(campaign, box)).locked;
      },
    }).catch((error: unknown) => {
      const isMended = error instanceof CannotRestore || error instanceof RangeError;
      throw isMended ? new UsageError(`${error.message}.`) : error;
    });
    await noteCopy(place, "backup-restored", file, new Date());
    if (options.flag("json")) terminal.out(JSON.stringify({ ...report, lockedSecondFactors }));
    terminal.say(`Restored: the campaign as it was at ${report.madeAt}, ${report.rows} rows.`);
    if (lockedSecondFactors > 0) terminal.say(lockedWords(lockedSecondFactors, secretKeyFile(home)));
    return EXIT.done;
  },
};

function lockedWords(count: number, keyFile: string): string {
  return `The second steps of ${count} account${count > 1 ? "s" : ""} were sealed with a key that is not here. Put the key back (${keyFile},
or ARPENT_SECRET_KEY) and start the server again. Without it these people sign in with a recovery code and set the second step
anew, the director takes it away from who has none (Team), and "arpent people link" makes a new director's account.`;
}
