import { FIRST_CAMPAIGN, slugOf } from "./campaign-slug.ts";
import type { CampaignDatabase } from "./campaign-tables.ts";

/** A campaign of an installation: its part of addresses, and what people call it. */
export interface NamedCampaign {
  readonly slug: string;
  readonly name: string;
}

const KEY = "campaigns";

/** The campaigns of an installation, as the first one's store lists them; the first is "" and has no name. */
export async function listCampaigns(first: CampaignDatabase): Promise<readonly NamedCampaign[]> {
  const row = await first.selectFrom("settings").select("value").where("key", "=", KEY).executeTakeFirst();
  const others = row ? (JSON.parse(row.value) as readonly NamedCampaign[]) : [];
  return [{ slug: FIRST_CAMPAIGN, name: "" }, ...others];
}

/** Lists one more; its store is made when it is first opened. Null when its name gives no slug, or one that is taken. */
export async function addCampaign(first: CampaignDatabase, name: string): Promise<NamedCampaign | null> {
  const slug = slugOf(name);
  return first.transaction().execute(async (transaction) => {
    const known = await listCampaigns(transaction);
    // Hyphens are underscores in the names of schemas, so that two slugs never differ by them alone.
    if (slug === null || known.some((campaign) => campaign.slug === slug)) return null;
    const added = { slug, name: name.trim() };
    const value = JSON.stringify([...known.slice(1), added]);
    await transaction
      .insertInto("settings")
      .values({ key: KEY, value })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
      .execute();
    return added;
  });
}
