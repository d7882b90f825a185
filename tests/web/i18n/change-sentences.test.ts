import { describe, expect, it } from "vitest";
import type { ChangeReport } from "../../../server/contract/plan-change.ts";
import { en } from "../../../web/i18n/en.ts";
import { createFormats } from "../../../web/i18n/formats.ts";
import { fr } from "../../../web/i18n/fr.ts";

const NOTHING: ChangeReport = {
  keptStops: 40,
  movedStops: 0,
  takenOverStops: 0,
  addedStops: 0,
  droppedStops: 0,
  doneStops: 0,
  unchangedRoutes: 0,
};

const told = (language: "fr" | "en", report: Partial<ChangeReport>, removed: readonly string[] = []) => {
  const formats = createFormats(language);
  return { fr, en }[language].change.report({
    report: { ...NOTHING, ...report },
    integer: formats.integer,
    removedRoutes: formats.list(removed),
    removedCount: removed.length,
  });
};

describe("what a change has changed, in one sentence", () => {
  const report = { movedStops: 3, takenOverStops: 41, addedStops: 2, unchangedRoutes: 11 };

  it("names the route whose stops are taken over", () => {
    expect(told("fr", report, ["4"])).toBe(
      "3 adresses changent de bénévole, 41 reprises à la tournée 4, 2 ajoutées, aucune abandonnée\u202f; 11 tournées inchangées.",
    );
    expect(told("en", report, ["4"])).toBe(
      "3 addresses change volunteer, 41 taken over from route 4, 2 added, none dropped; 11 routes unchanged.",
    );
  });

  it("names several, and nobody when they are not known", () => {
    expect(told("fr", report, ["4", "7"])).toContain("41 reprises aux tournées 4 et 7,");
    expect(told("fr", report)).toContain("41 reprises aux absents,");
    expect(told("en", report, ["4", "7"])).toContain("41 taken over from routes 4 and 7,");
    expect(told("en", report)).toContain("41 taken over from those away,");
  });

  it("counts one as one", () => {
    const one = { movedStops: 1, takenOverStops: 1, addedStops: 1, droppedStops: 1, unchangedRoutes: 1 };

    expect(told("fr", one, ["2"])).toBe(
      "1 adresse change de bénévole, 1 reprise à la tournée 2, 1 ajoutée, 1 abandonnée\u202f; 1 tournée inchangée.",
    );
    expect(told("en", one, ["2"])).toBe(
      "1 address changes volunteer, 1 taken over from route 2, 1 added, 1 dropped; 1 route unchanged.",
    );
  });

  it("leaves out what did not happen and says what reassures", () => {
    expect(told("fr", {})).toBe(
      "Aucune adresse ne change de bénévole, aucune abandonnée\u202f; aucune tournée inchangée.",
    );
    expect(told("en", {})).toBe("No address changes volunteer, none dropped; no route unchanged.");
  });
});

describe("the count of marks", () => {
  it("says the noun once and leaves out what is not marked", () => {
    expect(fr.change.marksCount(4, 2, 3)).toBe("4 adresses faites, 2 retirées, 3 gardées");
    expect(fr.change.marksCount(0, 1, 0)).toBe("1 adresse retirée");
    expect(en.change.marksCount(4, 0, 1)).toBe("4 addresses done, 1 kept");
  });
});
