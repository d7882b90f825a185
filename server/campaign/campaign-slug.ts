/** The campaign that an installation begins with. It is named in no address and no cookie. */
export const FIRST_CAMPAIGN = "";

/** Letters, digits and hyphens: a file's name, a part of an address, and with underscores a schema's name. */
const SLUG = /^[a-z][a-z0-9-]{0,30}$/;

export function isCampaignSlug(text: string): boolean {
  return SLUG.test(text);
}

/** What people call a campaign as it can stand in an address: "Élan 2027, Nord" → "elan-2027-nord". Null without letters. */
export function slugOf(name: string): string | null {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 31)
    .replace(/-+$/, "");
  return isCampaignSlug(slug) ? slug : null;
}

/**
 * Makes tokens of links that are opened by phones, which know no campaign: but for the first, a campaign's slug stands before
 * the secret, "nord.AbC…", and leads there (dispatch-campaigns.ts).
 */
export function linkTokens(slug: string, newToken: () => string): () => string {
  return slug === FIRST_CAMPAIGN ? newToken : () => `${slug}.${newToken()}`;
}
