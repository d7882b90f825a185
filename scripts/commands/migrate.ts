import { arpentHome } from "../../geodata/territory/territory-folder.ts";
import { openCampaignDatabase } from "../../server/campaign/campaign-database.ts";
import { campaignPlace, nameOfPlace, openAsItIs } from "../../server/campaign/campaign-place.ts";
import { migrationStates } from "../../server/campaign/migrate.ts";
import { type Command, EXIT } from "../command.ts";
import { readOptions } from "../command-options.ts";

export const migrate: Command = {
  name: "migrate",
  help: `usage: arpent migrate [--dry-run] [--campaign NAME]

Brings the tables of a campaign up to this version. The server does it by itself when it starts; this shows what it will
do, and does it before. There is no way back: make a backup first.

  --dry-run         only show what is still to be done
  --campaign NAME   another campaign than the first, by its part of addresses
  --json            print [{"name", "executedAt"}]

  ARPENT_HOME    folder of the campaign; default: .arpent beside the program
  DATABASE_URL   a campaign on PostgreSQL`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["json", "dry-run"], values: ["campaign"] });
    const place = campaignPlace(arpentHome(), process.env.DATABASE_URL, options.text("campaign"));
    const before = await states();
    const missing = before.filter(({ executedAt }) => executedAt === null);
    for (const { name, executedAt } of before) terminal.say(`${executedAt === null ? "to do" : "done "}  ${name}`);
    if (missing.length > 0 && !options.flag("dry-run")) {
      await (await openCampaignDatabase(place)).destroy();
      terminal.say(`${nameOfPlace(place)} is up to date: ${missing.length} done now.`);
    }
    if (options.flag("json")) terminal.out(JSON.stringify(await states()));
    return EXIT.done;

    async function states() {
      const database = await openAsItIs(place);
      try {
        return await migrationStates(database);
      } finally {
        await database.destroy();
      }
    }
  },
};
