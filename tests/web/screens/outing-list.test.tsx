import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Role } from "../../../server/contract/people.ts";
import { ApiProvider } from "../../../web/api/api-context.tsx";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { SessionProvider } from "../../../web/people/session-context.tsx";
import { OutingList } from "../../../web/screens/outings/outing-list.tsx";

let leave: () => void = () => undefined;
beforeEach(() => localStorage.setItem("arpent.language", "fr"));
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe("an empty list of outings", () => {
  it.each([
    ["organizer", ["/t/demo/deja-fait", "/t/demo?tab=routes"]],
    ["observer", ["/t/demo/deja-fait", "/t/demo"]],
    ["lead", ["/t/demo"]],
  ] as const)("leads the role %s to one thing that it may open, and nowhere else", async (role, addresses) => {
    const page = await show(role);

    const links = () => [...page.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    await vi.waitFor(() => expect(page.textContent).toMatch(/Aucune sortie pour l’instant|Il n’y en a pas encore/));
    await vi.waitFor(() => expect(links()).toEqual(addresses));
  });
});

async function show(role: Role): Promise<HTMLElement> {
  const account = { id: "a", name: "A", email: "a@example.org", role, limits: null, hasSecondFactor: false };
  const me = { state: "signed-in", campaign: { slug: "", name: "" }, account };
  vi.stubGlobal("fetch", async (asked: Request | URL | string) => {
    const address = asked instanceof Request ? asked.url : String(asked);
    return new Response(JSON.stringify(address.endsWith("/me") ? me : { outings: [] }));
  });
  const page = document.createElement("div");
  document.body.replaceChildren(page);
  leave = render(
    () => (
      <LanguageProvider>
        <ApiProvider>
          <SessionProvider>
            <MemoryRouter history={createMemoryHistory()}>
              <Route path="*" component={() => <OutingList territoryName="demo" title="Demo" home="/t/demo" />} />
            </MemoryRouter>
          </SessionProvider>
        </ApiProvider>
      </LanguageProvider>
    ),
    page,
  );
  return page;
}
