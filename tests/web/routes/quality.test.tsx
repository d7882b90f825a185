import type { JSX } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, describe, expect, it } from "vitest";
import type { Plan, PlanRoute } from "../../../server/contract/plan.ts";
import type { RouteReport, SearchReport } from "../../../server/contract/route-report.ts";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { PlanQuality } from "../../../web/screens/routes/plan-quality.tsx";
import { RouteQuality } from "../../../web/screens/routes/route-quality.tsx";
import { examplePlan } from "../../fixtures/example-plan.ts";

let leave: () => void = () => undefined;
afterEach(() => {
  leave();
  window.history.replaceState(null, "", "/");
});

function shown(view: () => JSX.Element, language: "fr" | "en" = "fr"): string {
  window.history.replaceState(null, "", `/?lang=${language}`);
  const page = document.createElement("div");
  leave = render(() => <LanguageProvider>{view()}</LanguageProvider>, page);
  // Numbers and their units stand together with spaces that do not break.
  return (page.textContent ?? "").replace(/[\u00a0\u202f]/g, " ");
}

describe("the quality of a route", () => {
  const routeWith = (report: Partial<RouteReport>): PlanRoute => {
    const [route] = examplePlan().routes;
    if (route === undefined) throw new Error("the example has routes");
    return { ...route, report: { ...route.report, ...report } };
  };

  it("is told in plain sentences", () => {
    const route = routeWith({
      crossings: { primary: 1, residential: 4, service: 1 },
      repeatedShare: 0.043,
      worstDetour: { leg: 0, walkedMetres: 320, crowMetres: 90 },
      metresEquivalentPerDoor: 17.6,
    });

    const text = shown(() => <RouteQuality route={route} />);

    expect(text).toContain("6 rues traversées pour changer de côté, dont 1 grand axe.");
    expect(text).toContain("4 % du chemin repasse par une rue déjà parcourue");
    expect(text).toContain("Le plus long détour : 320 m à pied pour 90 m à vol d’oiseau, vers l’arrêt 1.");
    expect(text).toContain("18 m d’effort par porte");
  });

  it("says the same in English", () => {
    const text = shown(() => <RouteQuality route={routeWith({ crossings: { secondary: 2 } })} />, "en");

    expect(text).toContain("2 streets crossed to change sides, 2 of them main roads.");
  });

  it("leaves out what is not known, and says why", () => {
    const route = routeWith({ crossings: null, repeatedShare: null, metresEquivalentPerDoor: null });

    const text = shown(() => <RouteQuality route={route} />);

    expect(text).toContain("un autre moteur a tracé le chemin");
    expect(text).not.toMatch(/null|NaN|%|effort/);
  });

  it("names the end where the longest detour leads back to it", () => {
    const route = routeWith({ worstDetour: { leg: 1, walkedMetres: 320, crowMetres: 90 } });

    expect(shown(() => <RouteQuality route={route} />)).toContain("vers l’arrivée");
  });
});

describe("the quality of a plan", () => {
  const search = (more: Partial<SearchReport>): SearchReport => ({
    endedBy: "effort",
    iterations: 1000,
    provedGap: null,
    provedOf: null,
    ...more,
  });
  const told = (changes: Partial<Plan>) => shown(() => <PlanQuality plan={{ ...examplePlan(), ...changes }} />);

  it("is one figure with its meaning", () => {
    expect(told({ metresEquivalentPerDoor: 18.4 })).toMatch(/18 m d’effort par porte.*60 m par grand axe/);
  });

  it("says how near the best it is only when that is proved, rounded so as not to promise more", () => {
    expect(told({ search: search({ provedGap: 0.031, provedOf: "walk" }) })).toContain(
      "À moins de 4 % de la meilleure marche possible (prouvé).",
    );
    expect(told({ search: search({ provedGap: 0.031, provedOf: "doors" }) })).toContain(
      "À moins de 4 % du plus grand nombre de portes possible (prouvé).",
    );
    expect(told({ search: search({}) })).not.toContain("prouvé");
    expect(told({})).not.toContain("prouvé");
  });

  it("says that the clock ended the search, and nothing when it did not", () => {
    expect(told({ search: search({ endedBy: "deadline" }) })).toContain("Recherche arrêtée par l’horloge");
    expect(told({ search: search({}) })).not.toContain("horloge");
  });

  it("is not shown when nothing is known", () => {
    expect(told({ metresEquivalentPerDoor: null })).toBe("");
  });
});
