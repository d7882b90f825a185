import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Me, Role } from "../../../server/contract/people.ts";
import { ApiProvider } from "../../../web/api/api-context.tsx";
import { fr } from "../../../web/i18n/fr.ts";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { SessionProvider } from "../../../web/people/session-context.tsx";
import { AccountMenu } from "../../../web/screens/people/account-menu.tsx";

const CAMPAIGN = { slug: "", name: "" };

let leave: () => void = () => undefined;
beforeEach(() => localStorage.setItem("arpent.language", "fr"));
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe("the account menu", () => {
  it("leads the director to contacts, and whoever sits at the machine before there are accounts", async () => {
    for (const me of [as("director"), { state: "open", campaign: CAMPAIGN, account: null } as const]) {
      const { history, choices } = await open(me);

      enter(choices.find(({ textContent }) => textContent === fr.contacts.menu));

      await vi.waitFor(() => expect(history.get()).toBe("/contacts"));
      leave();
    }
  });

  it.each(["organizer", "lead", "observer"] as const)("does not name contacts to the role %s", async (role) => {
    const { choices } = await open(as(role));

    expect(choices.map(({ textContent }) => textContent)).toEqual([fr.people.own, fr.people.signOut]);
  });
});

function as(role: Role): Me {
  const account = { id: "a", name: "A", email: "a@example.org", role, limits: null, hasSecondFactor: false };
  return { state: "signed-in", campaign: CAMPAIGN, account };
}

async function open(me: Me) {
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(me)));
  const page = document.createElement("div");
  document.body.replaceChildren(page);
  const history = createMemoryHistory();
  leave = render(
    () => (
      <LanguageProvider>
        <ApiProvider>
          <SessionProvider>
            <MemoryRouter history={history}>
              <Route path="*" component={AccountMenu} />
            </MemoryRouter>
          </SessionProvider>
        </ApiProvider>
      </LanguageProvider>
    ),
    page,
  );
  await vi.waitFor(() => expect(page.querySelector("button")).not.toBeNull());
  enter(page.querySelector("button"));
  return { history, choices: [...document.querySelectorAll("[role=menuitem]")] };
}

function enter(element: Element | null | undefined): void {
  element?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
}
