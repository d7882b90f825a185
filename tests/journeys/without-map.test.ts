import { describe, expect } from "vitest";
import { fr } from "../../web/i18n/fr.ts";
import { findViolations } from "./support/find-violations.ts";
import { journey } from "./support/journey.ts";

const NO_WEBGL = `
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith("webgl") ? null : getContext.call(this, kind, ...rest);
  };
`;

describe("a browser that cannot draw maps", () => {
  journey(
    "says so and what helps, offers nothing that needs a map, and leads to routes all the same",
    async ({ visit }) => {
      const { page } = await visit("/");
      await page.addInitScript({ content: NO_WEBGL });
      await page.goto("/t/demo");
      await page.locator("p").getByText(fr.map.cannotDraw).waitFor();
      await page.locator("p").getByText(fr.map.isDrawing).waitFor({ state: "detached" });
      expect(await page.getByRole("button", { name: fr.map.draw, exact: true }).count()).toBe(0);
      expect(await page.getByRole("button", { name: fr.map.zoomIn }).count()).toBe(0);
      expect(await findViolations(page)).toEqual([]);

      await page.keyboard.press("d");
      await page.getByRole("button", { name: fr.stations.selectBest, exact: true }).click();
      await page.getByRole("tab", { name: fr.tabs.routes }).click();
      await page.getByRole("spinbutton", { name: fr.plan.volunteers }).fill("2");
      await page.getByRole("button", { name: fr.plan.go }).click();
      await page.getByRole("heading", { name: fr.routes.count(2) }).waitFor();
      await page.getByRole("link", { name: fr.routes.pdf }).waitFor();
      await page.locator("p").getByText(fr.map.cannotDraw).waitFor();
    },
  );
});
