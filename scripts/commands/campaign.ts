import { addCampaign, listCampaigns } from "../../server/campaign/campaign-list.ts";
import { FIRST_CAMPAIGN } from "../../server/campaign/campaign-slug.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { readOptions } from "../command-options.ts";
import { inCampaign } from "./people.ts";

export const campaign: Command = {
  name: "campaign",
  help: `usage: arpent campaign add NAME
       arpent campaign list

Campaigns on one machine share territories and nothing else: each has its own store, people and plans. The first is
there from the beginning; others are opened in the browser at /c/SLUG, which the browser remembers.

add    makes one more; then: arpent people link --campaign SLUG
list   their slugs and names
  --json   for programs`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["json"] });
    const [task, ...words] = options.words;
    if (task === "add") return add(words.join(" ").trim());
    if (task !== "list") throw new UsageError('expected "arpent campaign add NAME" or "list"');
    const known = await inCampaign(FIRST_CAMPAIGN, ({ database }) => listCampaigns(database));
    if (options.flag("json")) terminal.out(JSON.stringify(known));
    else for (const { slug, name } of known) terminal.out(slug === "" ? "(the first)" : `${slug}  ${name}`);
    return EXIT.done;

    async function add(name: string) {
      if (name === "" || name.length > 80) throw new UsageError("Give the campaign a name of 1 to 80 letters.");
      const added = await inCampaign(FIRST_CAMPAIGN, ({ database }) => addCampaign(database, name));
      if (added === null) {
        throw new UsageError(`"${name}" cannot be added: it needs letters, and a name that no other campaign has.`);
      }
      // Made now, so that what is wrong with its store shows here.
      await inCampaign(added.slug, async () => {});
      terminal.out(options.flag("json") ? JSON.stringify(added) : added.slug);
      terminal.say(
        `Its address is /c/${added.slug}. For its director's link: arpent people link --campaign ${added.slug}`,
      );
      return EXIT.done;
    }
  },
};
