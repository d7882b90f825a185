import { render } from "solid-js/web";
import { afterEach, describe, expect, it } from "vitest";
import type { PlanRoute, PlanStop } from "../../../server/contract/plan.ts";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { StopGroups } from "../../../web/screens/routes/stop-groups.tsx";
import { examplePlan } from "../../fixtures/example-plan.ts";

let leave: (() => void) | undefined;
afterEach(() => {
  leave?.();
  document.body.replaceChildren();
});

describe("the list of stops", () => {
  it.each([
    ["fr", "12 portes, 5 niveaux"],
    ["en", "12 doors, 5 floors"],
  ])("says the doors and floors of a block, in %s", (language, words) => {
    expect(shown({ doors: 12, floors: 5 }, language)).toContain(words);
  });

  it("says one floor in the singular", () => {
    expect(shown({ doors: 8, floors: 1 }, "fr")).toMatch(/8 portes, 1 niveau(?!x)/);
  });

  it.each([
    ["of a house with one door", { doors: 1, floors: 2 }],
    ["when nobody knows them", { doors: 3, floors: null }],
    ["of a plan that was stored before there were floors", { doors: 3 }],
  ])("says no floors %s", (_, stop) => {
    const text = shown(stop, "fr");

    expect(text).toContain("porte");
    expect(text).not.toContain("niveau");
  });
});

/** The words of a route of one stop. */
function shown(stop: Pick<PlanStop, "doors" | "floors">, language: string): string {
  localStorage.setItem("arpent.language", language);
  const page = document.createElement("div");
  document.body.append(page);
  leave = render(
    () => (
      <LanguageProvider>
        <StopGroups route={routeOfOne(stop)} language="fr" hoveredStopId={null} onHover={() => undefined} />
      </LanguageProvider>
    ),
    page,
  );
  return page.textContent ?? "";
}

function routeOfOne(changes: Pick<PlanStop, "doors" | "floors">): PlanRoute {
  const [route] = examplePlan().routes;
  if (route === undefined) throw new Error("the example has routes");
  return { ...route, stops: route.stops.map((stop) => ({ ...stop, ...changes })) };
}
