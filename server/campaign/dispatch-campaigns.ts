import type { NamedCampaign } from "./campaign-list.ts";
import { FIRST_CAMPAIGN, isCampaignSlug } from "./campaign-slug.ts";

/** One campaign as it is served. */
export interface ServedCampaign {
  fetch(request: Request, env?: unknown): Response | Promise<Response>;
  close(): Promise<void>;
}

interface DispatchOptions {
  readonly first: ServedCampaign;
  /** Campaigns as they are listed now. */
  list(): Promise<readonly NamedCampaign[]>;
  open(campaign: NamedCampaign): Promise<ServedCampaign>;
  /** Answers who asks for a campaign whose store cannot be opened now. */
  refuse(request: Request, error: unknown): Promise<Response>;
  /** Whether cookies go over https alone. */
  readonly isHttps: boolean;
}

const COOKIE = "arpent_campaign";
/** /c/SLUG and what follows it. */
const ENTRY = /^\/c\/([a-z0-9-]{1,31})(\/.*)?$/;
/** Links of phones: the campaign stands before the secret. The same for their data. */
const PHONE_LINK = /^\/(?:w|api\/field|r|api\/routes)\/([a-z0-9-]{1,31})\.[\w-]+/;
const YEAR_SECONDS = 31_536_000;

/**
 * Hands each request to its campaign: that of the token in its address, else that of the browser's cookie, else the first.
 * Campaigns are opened when they are first asked for; a name that is not listed opens nothing.
 */
export function dispatchCampaigns({ first, list, open, refuse, isHttps }: DispatchOptions): ServedCampaign {
  const opened = new Map<string, Promise<ServedCampaign>>();

  async function campaignOf(slug: string | null): Promise<ServedCampaign | null> {
    if (slug === null || slug === FIRST_CAMPAIGN) return first;
    if (!isCampaignSlug(slug)) return null;
    const known = opened.get(slug);
    if (known) return known;
    const campaign = (await list()).find((listed) => listed.slug === slug);
    if (!campaign) return null;
    const opening = opened.get(slug) ?? open(campaign);
    opened.set(slug, opening);
    // A store that could not be opened is tried again by the next request.
    opening.catch(() => opened.delete(slug));
    return opening;
  }

  /** The campaign of a request, or the answer where there is nothing to hand over. */
  async function servedBy(request: Request): Promise<ServedCampaign | Response> {
    const { pathname, search } = new URL(request.url);
    const entry = ENTRY.exec(pathname);
    if (entry) {
      const slug = entry[1] ?? "";
      if ((await campaignOf(slug)) === null) return first;
      return enter(slug, `${onThisSite(entry[2])}${search}`, isHttps);
    }
    const token = PHONE_LINK.exec(pathname)?.[1] ?? null;
    return (await campaignOf(token ?? cookieOf(request))) ?? first;
  }

  return {
    async fetch(request, env) {
      const served = await servedBy(request).catch((error: unknown) => refuse(request, error));
      return served instanceof Response ? served : served.fetch(request, env);
    },
    async close() {
      const others = await Promise.allSettled(opened.values());
      await Promise.all(others.map((other) => (other.status === "fulfilled" ? other.value.close() : undefined)));
      await first.close();
    },
  };
}

/** A path of this site whatever it is: "//elsewhere" would be another one. */
function onThisSite(path: string | undefined): string {
  return `/${(path ?? "").replace(/^[/\\]+/, "")}`;
}

function enter(slug: string, location: string, isHttps: boolean): Response {
  const cookie = `${COOKIE}=${slug}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${YEAR_SECONDS}${isHttps ? "; Secure" : ""}`;
  return new Response(null, { status: 302, headers: { location, "set-cookie": cookie, "cache-control": "no-store" } });
}

function cookieOf(request: Request): string | null {
  const cookies = request.headers.get("cookie") ?? "";
  return /(?:^|;\s*)arpent_campaign=([a-z0-9-]{1,31})(?:;|$)/.exec(cookies)?.[1] ?? null;
}
