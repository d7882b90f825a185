import type { Page } from "playwright-core";

export interface PageWatch {
  /** What went wrong so far, in words. */
  readonly faults: readonly string[];
  /** This test asks for something that is refused or cut off: addresses that match may fail. */
  allowRefusal(address: RegExp): void;
}

/**
 * Writes down everything that must not happen on a page: errors on the console, exceptions, requests that fail, and
 * requests to any other place than the program itself.
 */
export function watchPage(page: Page, origin: string): PageWatch {
  const faults: string[] = [];
  const allowed: RegExp[] = [];
  const isAllowed = (address: string) => allowed.some((pattern) => pattern.test(address));

  page.on("console", (message) => {
    if (message.type() !== "error" || isAllowed(message.location().url)) return;
    faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (protocol === "blob:" || protocol === "data:" || target === origin) return;
    faults.push(`left the program: ${request.method()} ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "unknown";
    // The page itself takes back what it no longer needs: tiles out of sight, counts of a choice that changed.
    if (reason !== "net::ERR_ABORTED" && !isAllowed(request.url()))
      faults.push(`failed: ${request.method()} ${request.url()} (${reason})`);
  });
  page.on("response", (response) => {
    if (response.status() < 400 || isAllowed(response.url())) return;
    faults.push(`refused: ${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return { faults, allowRefusal: (address) => void allowed.push(address) };
}
