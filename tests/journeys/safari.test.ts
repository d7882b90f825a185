import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frField as fr } from "../../web/i18n/fr-field.ts";
import { jsonOf } from "../fixtures/json-of.ts";
import { makePlan } from "./support/ask-program.ts";
import { outingToday } from "./support/outing-today.ts";
import { ownProgramUrl } from "./support/own-program.ts";
import { findWebKit, openWebKit, type WebKitPage } from "./support/webkit.ts";

const webKit = findWebKit();

describe.skipIf(webKit === null)("in the engine of Safari (Debian's webkit2gtk-driver and xvfb)", () => {
  let page: WebKitPage;
  beforeAll(async () => {
    if (webKit !== null) page = await openWebKit(webKit);
  });
  afterAll(() => page?.close());

  it("the map is drawn beside the list of stations", async () => {
    await page.goTo(`${ownProgramUrl()}/t/demo`);
    await page.until('document.documentElement.dataset.mapIdle === "true"');
    await page.until('document.querySelectorAll("[role=option]").length > 5');
  });

  it("a volunteer reports a door", async () => {
    const { id } = await makePlan(ownProgramUrl());
    const made = await post(`${ownProgramUrl()}/api/territories/demo/outings`, outingToday(id));
    await page.goTo(`${ownProgramUrl()}${made.outingRoutes[0]?.path}`);
    await page.type("input[autocomplete=given-name]", "Lou");
    await page.click("input[type=checkbox]");
    await page.press(fr.welcome.join);
    await page.press(fr.keep.later);
    await page.press(fr.outcome.refused);
    await page.until(`document.body.innerText.includes(${JSON.stringify(fr.sync.upToDate)})`);
    await expect.poll(() => doorsTried(made.id), { timeout: 30_000 }).toBe(1);
  });
});

interface MadeOuting {
  readonly id: string;
  readonly outingRoutes: readonly { readonly path: string }[];
}

function post(address: string, body: object): Promise<MadeOuting> {
  const headers = { "Content-Type": "application/json" };
  return jsonOf<MadeOuting>(fetch(address, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function doorsTried(outingId: string): Promise<number | undefined> {
  const address = `${ownProgramUrl()}/api/territories/demo/outings`;
  const { outings } = await jsonOf<{
    readonly outings: readonly { readonly id: string; readonly doorsTried: number }[];
  }>(fetch(address));
  return outings.find(({ id }) => id === outingId)?.doorsTried;
}
