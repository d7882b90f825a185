/** Where one was, as the page for signing in keeps it. */
const PARAMETER = "retour";

/** The page for signing in, that leads back to `address` (from the root). */
export function signInAddress(address: string): string {
  return address === "/" ? "/connexion" : `/connexion?${PARAMETER}=${encodeURIComponent(address)}`;
}

/**
 * Where to go after signing in: a page of this application, whatever the address bar says. What could lead to another site
 * ("//elsewhere", "/\elsewhere", "https:…") leads home.
 */
export function returnAddress(search: string, origin: string = window.location.origin): string {
  const asked = new URLSearchParams(search).get(PARAMETER) ?? "/";
  if (!asked.startsWith("/") || !URL.canParse(asked, origin)) return "/";
  const url = new URL(asked, origin);
  if (url.origin !== origin || url.pathname.startsWith("//") || url.pathname.startsWith("/connexion")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
