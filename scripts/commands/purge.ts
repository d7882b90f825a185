import { arpentHome } from "../../geodata/territory/territory-folder.ts";
import { openCampaignDatabase } from "../../server/campaign/campaign-database.ts";
import { campaignPlace, openAsItIs } from "../../server/campaign/campaign-place.ts";
import { createPeopleStores } from "../../server/people/create-people-stores.ts";
import { purgeNow } from "../../server/retention/purge-daily.ts";
import { createRetentionStore } from "../../server/retention/retention-store.ts";
import { type Command, EXIT } from "../command.ts";
import { readOptions } from "../command-options.ts";

export const purge: Command = {
  name: "purge",
  help: `usage: arpent purge [--dry-run] [--campaign NAME]

Takes away what has stayed as long as it may: contacts after the date that was promised, first names of volunteers, and,
after the election, when each door was reported. The server does it by itself, once a day.

  --dry-run         only count
  --campaign NAME   another campaign than the first, by its part of addresses
  --json            print {"contacts", "firstNames", "events"}

  ARPENT_HOME    folder of the campaign; default: .arpent beside the program
  DATABASE_URL   a campaign on PostgreSQL`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["json", "dry-run"], values: ["campaign"] });
    const place = campaignPlace(arpentHome(), process.env.DATABASE_URL, options.text("campaign"));
    // A campaign that is not there is not made.
    await (await openAsItIs(place)).destroy();
    const database = await openCampaignDatabase(place);
    try {
      const retention = createRetentionStore(database);
      const people = createPeopleStores(database);
      const now = () => new Date();
      const log = { info: () => {}, error: () => {} };
      const report = options.flag("dry-run")
        ? await retention.due(now())
        : await purgeNow({ accountId: null, name: "command line" }, { retention, people, now, log });
      if (options.flag("json")) terminal.out(JSON.stringify(report));
      const { contacts, firstNames, events } = report;
      terminal.say(
        `${options.flag("dry-run") ? "Due" : "Gone"}: ${contacts} contacts, ${firstNames} first names, ${events} reports.`,
      );
      return EXIT.done;
    } finally {
      await database.destroy();
    }
  },
};
