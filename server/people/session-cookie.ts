import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { FIRST_CAMPAIGN } from "../campaign/campaign-slug.ts";
import { SESSION_SECONDS } from "./session-times.ts";

interface CookieDeps {
  readonly campaign: { readonly slug: string };
  readonly publicUrl: string | null;
}

/** What the browser holds of its session; null without one. */
export function sessionToken(context: Context, deps: CookieDeps): string | null {
  const token = getCookie(context, nameOf(deps));
  return token !== undefined && /^[\w-]{20,100}$/.test(token) ? token : null;
}

/**
 * No script reads it (HttpOnly), no other site sends it along with a change (SameSite), and with https no other name of the same
 * domain can plant one (__Host-; RFC 6265bis, 4.1.3).
 */
export function giveSession(context: Context, token: string, deps: CookieDeps): void {
  setCookie(context, nameOf(deps), token, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isHttps(deps),
    maxAge: SESSION_SECONDS.absolute,
  });
}

export function takeSession(context: Context, deps: CookieDeps): void {
  deleteCookie(context, nameOf(deps), { path: "/", secure: isHttps(deps) });
}

function isHttps({ publicUrl }: CookieDeps): boolean {
  return publicUrl?.startsWith("https:") ?? false;
}

/** One for each campaign: somebody may be signed in to two. */
function nameOf(deps: CookieDeps): string {
  const name = deps.campaign.slug === FIRST_CAMPAIGN ? "arpent_session" : `arpent_session_${deps.campaign.slug}`;
  return isHttps(deps) ? `__Host-${name}` : name;
}
