import { arpentHome } from "../../geodata/territory/territory-folder.ts";
import { listCampaigns } from "../../server/campaign/campaign-list.ts";
import { FIRST_CAMPAIGN } from "../../server/campaign/campaign-slug.ts";
import { type OpenCampaign, openCampaign } from "../../server/campaign/open-campaign.ts";
import { newToken } from "../../server/http/new-token.ts";
import { createPeopleStores } from "../../server/people/create-people-stores.ts";
import { machineLink } from "../../server/people/invitations.ts";
import { listPeople } from "../../server/people/people.ts";
import { type Command, EXIT, type Terminal, UsageError } from "../command.ts";
import { readOptions } from "../command-options.ts";
import { DEFAULT_PORT, readPublicUrl } from "./serve.ts";

const now = () => new Date();

export const people: Command = {
  name: "people",
  help: `usage: arpent people link [--campaign SLUG] [--url ADDRESS]
       arpent people list [--campaign SLUG]

link   prints a link that makes a director's account, once, within a day: for the first one, or when every director
       has lost their password. Whoever runs commands on this machine can read the campaign anyway.
list   accounts with their roles

  --campaign SLUG   one of: arpent campaign list; default: the first
  --url ADDRESS     where browsers reach the server; default: ARPENT_PUBLIC_URL, else http://127.0.0.1:${DEFAULT_PORT}
  --json            for programs`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["json"], values: ["campaign", "url"] });
    const [task] = options.words;
    if (task !== "link" && task !== "list") throw new UsageError('expected "arpent people link" or "list"');
    const slug = options.text("campaign") ?? FIRST_CAMPAIGN;
    const base =
      readPublicUrl(options.text("url") ?? process.env.ARPENT_PUBLIC_URL) ?? `http://127.0.0.1:${DEFAULT_PORT}`;
    return inCampaign(slug, async (opened, name) => {
      const stores = createPeopleStores(opened.database);
      const campaign = { slug, name };
      if (task === "list") return list(stores, options.flag("json"), terminal);
      const { path, expiresAt } = await machineLink({ people: stores, campaign, newToken, now });
      await stores.audit.add({
        ...{ at: now(), accountId: null, actor: "command line", action: "person-invited" },
        ...{ subjectKind: "invitation", subjectId: null, details: { role: "director" } },
      });
      terminal.out(options.flag("json") ? JSON.stringify({ link: `${base}${path}`, expiresAt }) : `${base}${path}`);
      return EXIT.done;
    });
  },
};

async function list(stores: ReturnType<typeof createPeopleStores>, isJson: boolean, terminal: Terminal) {
  const { people: known } = await listPeople({ people: stores, now });
  if (isJson)
    terminal.out(JSON.stringify(known.map(({ name, email, role, limits }) => ({ name, email, role, limits }))));
  else for (const { name, email, role } of known) terminal.out(`${role.padEnd(10)} ${email}  ${name}`);
  if (known.length === 0) terminal.say("No account yet: the machine itself is open. See: arpent people link");
  return known.length > 0 ? EXIT.done : EXIT.nothingFound;
}

/** Opens a campaign for one command. Throws UsageError when there is none of that name. */
export async function inCampaign<Answer>(
  slug: string,
  use: (opened: OpenCampaign, name: string) => Promise<Answer>,
): Promise<Answer> {
  const first = await openCampaign(arpentHome(), process.env.DATABASE_URL);
  try {
    const known = await listCampaigns(first.database);
    const campaign = known.find((listed) => listed.slug === slug);
    if (!campaign) {
      const others = known.slice(1).map((listed) => listed.slug);
      throw new UsageError(
        `There is no campaign "${slug}". Besides the first there are: ${others.join(", ") || "none"}.`,
      );
    }
    if (slug === FIRST_CAMPAIGN) return await use(first, "");
    const opened = await openCampaign(arpentHome(), process.env.DATABASE_URL, slug);
    return await use(opened, campaign.name).finally(() => opened.close());
  } finally {
    await first.close();
  }
}
