import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import type { Component } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FirstSteps } from "../../../server/contract/first-steps.ts";
import type { Role } from "../../../server/contract/people.ts";
import { ApiProvider } from "../../../web/api/api-context.tsx";
import { ThemeProvider } from "../../../web/design/theme.tsx";
import { fr } from "../../../web/i18n/fr.ts";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { SessionProvider } from "../../../web/people/session-context.tsx";
import { ContactsScreen } from "../../../web/screens/contacts/contacts-screen.tsx";
import { HomeScreen } from "../../../web/screens/home/home-screen.tsx";
import { AuditScreen } from "../../../web/screens/people/audit-screen.tsx";
import { TeamScreen } from "../../../web/screens/people/team-screen.tsx";

const NOWHERE: FirstSteps = {
  skipped: [],
  planId: null,
  territory: null,
  done: { territory: false, camps: false, stations: false, plan: false, sheet: false },
  counts: { ours: 0, stations: 0, plans: 0, sheets: 0 },
};
/** What an installation answers that holds nothing, by the end of the address. */
const NOTHING: Readonly<Record<string, unknown>> = {
  territories: { territories: [] },
  "first-steps": NOWHERE,
  contacts: { contacts: [], total: 0, next: null },
  audit: { entries: [], hasMore: false },
  people: { people: [], invitations: [] },
};

let leave: () => void = () => undefined;
beforeEach(() => localStorage.setItem("arpent.language", "fr"));
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe("an empty screen says what it is for and offers one thing to do", () => {
  it.each([
    ["people who left their details", ContactsScreen, fr.empty.contacts, fr.empty.toPhones],
    ["the log", AuditScreen, fr.empty.audit, fr.empty.toTeamPage],
    ["invitations", TeamScreen, fr.empty.invitations, fr.empty.invite],
  ] as const)("%s", async (_, screen, words, action) => {
    const page = show(screen, "director");

    await vi.waitFor(() => expect(page.textContent).toContain(words));
    expect(actionsNamed(page, action)).toHaveLength(1);
  });
});

describe("an installation without a territory", () => {
  it("leads who organizes everywhere by five steps, of which one can be done now", async () => {
    const page = show(HomeScreen, "organizer");

    await vi.waitFor(() => expect(page.textContent).toContain(fr.firstSteps.heading));
    expect(page.querySelectorAll("ol > li")).toHaveLength(5);
    expect(page.querySelectorAll("ol [href='/importer']")).toHaveLength(1);
    expect(actionsNamed(page, fr.firstSteps.demo)).toHaveLength(1);
  });

  it("leads to the very plan whose sheets are still to be printed", async () => {
    const { done } = NOWHERE;
    const steps: FirstSteps = {
      territory: { name: "demo", title: "Demo" },
      done: { ...done, territory: true, camps: true, stations: true, plan: true },
      skipped: [],
      planId: "p/1",
      counts: { ours: 1, stations: 30, plans: 1, sheets: 0 },
    };
    const page = show(HomeScreen, "organizer", { "first-steps": steps });

    await vi.waitFor(() => expect(page.textContent).toContain(fr.firstSteps.sheet.text));
    const [link] = actionsNamed(page, fr.firstSteps.sheet.action);
    expect(link?.getAttribute("href")).toBe("/t/demo?tab=routes&plan=p%2F1");
  });

  it("leads past the camps of a territory without results, and says why", async () => {
    const steps: FirstSteps = {
      ...NOWHERE,
      territory: { name: "demo", title: "Demo" },
      done: { ...NOWHERE.done, territory: true },
      skipped: ["camps", "stations"],
    };
    const page = show(HomeScreen, "organizer", { "first-steps": steps });

    await vi.waitFor(() => expect(page.textContent).toContain(fr.firstSteps.skipped));
    expect(page.querySelector("[data-next]")?.textContent).toContain(fr.firstSteps.plan.title);
    expect(actionsNamed(page, fr.firstSteps.camps.action)).toEqual([]);
  });

  it("tells who may not import what will be there, and neither steps nor commands", async () => {
    const page = show(HomeScreen, "observer");

    await vi.waitFor(() => expect(page.textContent).toContain(fr.empty.territories));
    expect(actionsNamed(page, fr.empty.reload)).toHaveLength(1);
    expect(page.textContent).not.toContain(fr.firstSteps.heading);
    expect(page.textContent).not.toContain(fr.home.commandLine);
  });
});

function actionsNamed(page: HTMLElement, name: string): readonly Element[] {
  return [...page.querySelectorAll("button, a")].filter((element) => element.textContent === name);
}

function show(screen: Component, role: Role, answers: typeof NOTHING = {}): HTMLElement {
  const account = { id: "a", name: "A", email: "a@example.org", role, limits: null, hasSecondFactor: false };
  const me = { state: "signed-in", campaign: { slug: "", name: "" }, account };
  vi.stubGlobal("fetch", async (asked: Request | URL | string) => {
    const address = new URL(asked instanceof Request ? asked.url : String(asked), "http://localhost");
    const last = address.pathname.split("/").at(-1) ?? "";
    if (last === "me") return new Response(JSON.stringify(me));
    const known = answers[last] ?? NOTHING[last];
    return known === undefined ? new Response("{}", { status: 404 }) : new Response(JSON.stringify(known));
  });
  const page = document.createElement("div");
  document.body.replaceChildren(page);
  leave = render(
    () => (
      <LanguageProvider>
        <ThemeProvider>
          <ApiProvider>
            <SessionProvider>
              <MemoryRouter history={createMemoryHistory()}>
                <Route path="*" component={screen} />
              </MemoryRouter>
            </SessionProvider>
          </ApiProvider>
        </ThemeProvider>
      </LanguageProvider>
    ),
    page,
  );
  return page;
}
