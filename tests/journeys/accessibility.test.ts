import type { BrowserContext, Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { Outing } from "../../server/contract/outings.ts";
import type { PlanState } from "../../server/contract/territories.ts";
import { fr } from "../../web/i18n/fr.ts";
import { SCREEN_PATHS, type ScreenPath } from "../../web/screen-paths.ts";
import { eventually } from "./support/drawn-map.ts";
import { journey } from "./support/journey.ts";
import { judgeScreen } from "./support/judge-screen.ts";
import { acceptInvitation, directorLink, PASSWORD } from "./support/new-team.ts";
import { outingToday } from "./support/outing-today.ts";
import { FIELD_CHOICES, judgePhone } from "./support/tour-phone.ts";
import { judgePlan, judgePlanning, judgeStations, judgeTabs, openDialog } from "./support/tour-workspace.ts";

/** The "?" of a screen. */
const HELP = `[aria-label^="${fr.guide.open("")}"]`;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;

/** What a team has once it has worked: the tour sees no screen empty that is not empty for a day. */
interface Work {
  readonly plan: PlanState;
  readonly outing: Outing;
}

type Part = (page: Page, work: Work) => Promise<void>;

/** What is looked at at each address of the router, with the dialogs that open there. */
const TOUR: Readonly<Record<ScreenPath, Part>> = {
  "/": async (page) => {
    await page.goto("/");
    await page.getByRole("heading", { name: fr.home.title, exact: true }).waitFor();
    await page.getByText(fr.home.commandLine).click();
    await judgeScreen(page, "home");
    await openDialog(page, page.getByRole("button", { name: fr.guide.open(fr.guide.home.name) }), "help of home");
    await openDialog(page, page.getByRole("button", { name: /^Gérer / }).first(), "a territory");
    await page.getByRole("button", { name: fr.people.menu("Dominique") }).click();
    await page.getByRole("menu").waitFor();
    await judgeScreen(page, "menu of the account");
  },
  "/t/:territory": async (page, { plan }) => {
    await judgeStations(page);
    await judgeTabs(page);
    await judgePlanning(page);
    await judgePlan(page, plan.id);
  },
  "/t/:territory/deja-fait": async (page) => {
    await page.goto("/t/demo/deja-fait");
    await page.getByText(fr.progress.coverage.reached).waitFor();
    await judgeScreen(page, "what is done");
  },
  "/t/:territory/sorties/:outingId?": async (page, { outing }) => {
    await page.goto("/t/demo/sorties");
    await page.getByRole("link", { name: outing.name }).waitFor();
    await judgeScreen(page, "outings");
    await page.goto(`/t/demo/sorties/${outing.id}`);
    await page.getByRole("heading", { name: outing.name }).waitFor();
    await judgeScreen(page, "an outing");
    await openDialog(page, page.getByRole("button", { name: fr.outings.edit, exact: true }), "an outing edited");
    await openDialog(page, page.getByRole("button", { name: fr.outings.replan }), "what is left shared out");
    await openDialog(page, page.getByRole("button", { name: fr.outings.showQrOf("1") }), "a QR code");
    await page.getByRole("button", { name: fr.outings.more("1") }).press("Enter");
    await page.getByRole("menu").waitFor();
    await judgeScreen(page, "menu of a route");
    await openDialog(page, page.getByRole("menuitem", { name: fr.outings.give }), "addresses given away");
  },
  "/contacts": async (page) => {
    await page.goto("/contacts");
    await page.getByRole("button", { name: fr.contacts.eraseOf("Ana") }).waitFor();
    await judgeScreen(page, "contacts");
    await openDialog(page, page.getByRole("button", { name: fr.contacts.eraseOf("Ana") }), "a person erased");
  },
  "/importer/:importId?": async (page) => {
    await page.goto("/importer");
    await page.getByRole("heading", { name: fr.imports.title }).waitFor();
    await judgeScreen(page, "import");
  },
  "/r/:token": async (page, { plan }) => {
    await page.goto(`/r/${plan.routeTokens["1"]}`);
    await page.getByRole("heading", { name: fr.page.title("1") }).waitFor();
    await judgeScreen(page, "page of a route");
  },
  "/connexion": async (page) => {
    await page.goto("/");
    await page.getByRole("button", { name: fr.people.menu("Dominique") }).press("Enter");
    await page.getByRole("menuitem", { name: fr.people.signOut }).press("Enter");
    await page.getByRole("button", { name: fr.people.submit }).waitFor();
    await judgeScreen(page, "signing in");
  },
  "/invitation": async (page) => {
    await page.goto("/invitation");
    await page.getByText(fr.people.invitation.noToken).waitFor();
    await judgeScreen(page, "an invitation that is cut short");
  },
  "/equipe": async (page) => {
    await page.goto("/equipe");
    await page.getByRole("button", { name: fr.people.team.invite }).waitFor();
    await judgeScreen(page, "team");
    await openDialog(page, page.getByRole("button", { name: fr.people.team.invite }), "inviting");
    for (const [choice, name] of [
      [fr.people.team.change, "another role"],
      [fr.people.team.close, "an account closed"],
    ] as const) {
      await page.getByRole("button", { name: fr.people.team.actions("Dominique") }).press("Enter");
      await openDialog(page, page.getByRole("menuitem", { name: choice }), name);
    }
  },
  "/compte": async (page) => {
    await page.goto("/compte");
    await page.getByRole("heading", { name: fr.people.me.factor }).waitFor();
    await page.getByRole("button", { name: fr.people.me.factorStart }).click();
    await judgeScreen(page, "own account");
    const asked = page.locator("form").filter({ hasText: fr.people.me.factorPassword });
    await asked.getByLabel(fr.people.password, { exact: true }).fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByLabel(fr.people.me.factorCode).waitFor();
    await page.getByRole("button", { name: `${fr.people.me.close}…` }).click();
    await judgeScreen(page, "second step with its QR code, own account closed");
  },
  "/journal": async (page) => {
    await page.goto("/journal");
    await page.getByText(fr.people.audit.actions["people-viewed"]).first().waitFor();
    await judgeScreen(page, "audit log");
  },
  "*": async (page) => {
    await page.goto("/nowhere/at/all");
    await page.getByRole("heading", { name: fr.home.notFoundTitle }).waitFor();
    await judgeScreen(page, "page that does not exist");
  },
};

/** Signing in ends the session; the log needs the team to have been looked at. */
const LAST: readonly ScreenPath[] = ["/journal", "/connexion", "/invitation"];
const ORDER = [...SCREEN_PATHS.filter((path) => !LAST.includes(path)), ...LAST];

describe("every screen can be used by everyone, in both languages and all themes (WCAG 2.2 AA)", () => {
  journey("the tour goes to every address of the router", () => {
    expect(Object.keys(TOUR).toSorted()).toEqual(SCREEN_PATHS.toSorted());
    expect(ORDER.toSorted()).toEqual(SCREEN_PATHS.toSorted());
  });

  journey("a volunteer's phone, and then every screen of the organizer", async ({ visit }) => {
    const { page, watch } = await visit(await directorLink());
    // The map's pictures are looked at elsewhere: here they would take most of the time.
    await withoutTiles(page.context());
    await page.getByRole("heading", { name: fr.people.invitation.first }).waitFor();
    await judgeScreen(page, "invitation");
    await acceptInvitation(page, "Dominique", "dominique@example.org");
    await page.getByRole("heading", { name: fr.home.title, exact: true }).waitFor();
    const work = await workOfTeam(page);

    const [, second] = work.outing.outingRoutes;
    if (second === undefined) throw new Error("the outing has no second route");
    await page.request.post(`/api/outings/${work.outing.id}/routes/${second.id}/take-back`, { data: {} });

    const phone = await visit("about:blank", PHONE);
    phone.watch.allowRefusal(/\/api\/field\//);
    await withoutTiles(phone.page.context());
    await judgePhone(phone.page, work.outing);
    await eventually(
      async () => (await page.request.get("/api/contacts")).json(),
      ({ total }) => total === 1,
    );

    watch.allowRefusal(/\/api\//);
    for (const path of ORDER) {
      await TOUR[path](page, work);
      // A page that is not there explains itself.
      if (path !== "*") expect.soft(await page.locator(HELP).count(), `help of ${path}`).toBeGreaterThan(0);
    }
  });
});

async function withoutTiles(context: BrowserContext): Promise<void> {
  await context.route(/\/(station-)?tiles\//, (route) => route.fulfill({ status: 204 }));
}

async function workOfTeam(page: Page): Promise<Work> {
  const ask = async <Shape>(method: "get" | "post", address: string, data?: object): Promise<Shape> => {
    const answer = await page.request[method](address, { data });
    expect(answer.ok(), `${method} ${address}: ${answer.status()}`).toBe(true);
    return answer.json();
  };
  await page.request.put("/api/field-settings", { data: FIELD_CHOICES });
  await ask("post", "/api/territories/demo/zonings", { name: "Plan A" });
  const { planId } = await ask<{ planId: string }>("post", "/api/territories/demo/plans", {
    selection: { kind: "best" },
    volunteers: 2,
    minutes: 60,
    seconds: 0.5,
  });
  const plan = await eventually(
    () => ask<PlanState>("get", `/api/plans/${planId}`),
    ({ status }) => status === "done",
  );
  const { id } = await ask<{ id: string }>("post", "/api/territories/demo/outings", outingToday(planId));
  return { plan, outing: await ask<Outing>("get", `/api/outings/${id}`) };
}
