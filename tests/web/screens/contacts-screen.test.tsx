import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { render } from "solid-js/web";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Contact } from "../../../server/contract/contacts.ts";
import { ApiProvider } from "../../../web/api/api-context.tsx";
import { ThemeProvider } from "../../../web/design/theme.tsx";
import { fr } from "../../../web/i18n/fr.ts";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { ContactsScreen } from "../../../web/screens/contacts/contacts-screen.tsx";

const AT = "2026-03-07T09:00:00Z";
const ANNE: Contact = {
  ...{ id: "c1", firstName: "Anne", lastName: "", email: "anne@example.org", phone: null },
  ...{ collectedBy: "Zoé", source: "door", collectedAt: AT, purgeAfter: "2026-12-31" },
  consents: [{ purpose: "news", channel: "email", textVersion: "1", givenAt: AT, withdrawnAt: null }],
};

let leave: () => void = () => undefined;
beforeEach(() => localStorage.setItem("arpent.language", "fr"));
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

it("puts a contact right: the mistake is named where it is, the consent withdrawn, and the change said", async () => {
  const sent: unknown[] = [];
  await show(sent);
  named("button", fr.contacts.editOf("Anne")).click();
  const email = await vi.waitFor(() => field(fr.contacts.edit.email));

  type(email, "anne@");
  submit();
  expect(email.getAttribute("aria-invalid")).toBe("true");
  expect(document.activeElement).toBe(email);
  expect(sent).toEqual([]);

  type(email, "anne@example.com");
  document.querySelector<HTMLInputElement>("[role=dialog] input[type=checkbox]")?.click();
  expect(document.querySelector("[role=dialog] [type=submit]")?.textContent).toContain("retirer 1 accord");
  submit();

  await vi.waitFor(() => expect(document.body.textContent).toContain(fr.contacts.edit.saved("Anne")));
  expect(sent).toEqual([{ email: "anne@example.com", withdrawn: [{ purpose: "news", channel: "email" }] }]);
  // Without a browser's animations the dialog stays where it is, closed.
  expect(document.querySelector("[role=dialog]")?.hasAttribute("data-closed")).toBe(true);
  expect(document.body.textContent).toContain("anne@example.com");
  expect(document.body.textContent).toContain(fr.contacts.withdrawn);
});

async function show(sent: unknown[]): Promise<void> {
  vi.stubGlobal("fetch", async (address: string, options: RequestInit = {}) => {
    if (options.method === "PATCH") {
      sent.push(JSON.parse(String(options.body)));
      const consents = ANNE.consents.map((consent) => ({ ...consent, withdrawnAt: AT }));
      return new Response(JSON.stringify({ contact: { ...ANNE, email: "anne@example.com", consents } }));
    }
    const isList = String(address).includes("/contacts");
    return isList
      ? new Response(JSON.stringify({ contacts: [ANNE], total: 1, next: null }))
      : new Response(JSON.stringify({ error: { code: "x", message: "x" } }), { status: 500 });
  });
  const page = document.createElement("div");
  document.body.replaceChildren(page);
  leave = render(
    () => (
      <LanguageProvider>
        <ThemeProvider>
          <ApiProvider>
            <MemoryRouter history={createMemoryHistory()}>
              <Route path="*" component={ContactsScreen} />
            </MemoryRouter>
          </ApiProvider>
        </ThemeProvider>
      </LanguageProvider>
    ),
    page,
  );
  await vi.waitFor(() => expect(document.body.textContent).toContain("anne@example.org"));
}

function named(selector: string, label: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`${selector}[aria-label="${label}"]`);
  if (!found) throw new Error(`no ${selector} “${label}”`);
  return found;
}

function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll("[role=dialog] label")].find((one) => one.textContent === label);
  const input = document.getElementById(found?.getAttribute("for") ?? "");
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field “${label}”`);
  return input;
}

function type(input: HTMLInputElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function submit(): void {
  const form = document.querySelector("[role=dialog] form");
  form?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
}
