import { render } from "solid-js/web";
import { afterEach, describe, expect, it } from "vitest";
import type { BestChoice as Choice } from "../../../server/contract/best-choice.ts";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { BestChoice } from "../../../web/screens/routes/best-choice.tsx";

let leave: () => void = () => undefined;
afterEach(() => leave());

const reason = { fr: "1er score sur 30, 7 s de marche par porte", en: "1st score of 30, 7 s of walking per door" };
const CHOICE: Choice = {
  measure: "votes",
  stations: [
    {
      stationId: "4",
      name: "École Jaurès",
      votesPerHour: 0.184,
      doorsPerHour: 36.4,
      doors: 324,
      walkMinutes: 38,
      doorMinutes: 486,
      approachMinutes: 3,
      reason,
    },
  ],
  reserve: [],
  runnersUp: [
    {
      stationId: "9",
      name: "Mairie",
      votesPerHour: 0.15,
      doorsPerHour: 37,
      insteadOf: "École Jaurès",
      expectedInstead: 1.3,
      reason,
    },
  ],
  expected: { thisChoice: 1.58, nextBest: 1.3, byScoreAlone: 1.4 },
};

function rows(choice: Choice): readonly string[] {
  localStorage.setItem("arpent.language", "fr");
  const page = document.createElement("div");
  leave = render(
    () => (
      <LanguageProvider>
        <BestChoice choice={choice} />
      </LanguageProvider>
    ),
    page,
  );
  return [...page.querySelectorAll("tr")].map((row) =>
    [...row.cells].map((cell) => (cell.textContent ?? "").replace(/[\u00a0\u202f]/g, " ")).join(" | "),
  );
}

describe("why these stations", () => {
  it("is each station's figures and reason, then what the others would have given", () => {
    expect(rows(CHOICE)).toEqual([
      "Bureau | Voix par heure | Portes | Marche",
      "École Jaurès | 0,18 | 324 | 38 min",
      reason.fr,
      "Choix | Voix attendues",
      "Ce choix | 1,58",
      `Mairie au lieu de École Jaurès${reason.fr} | 1,30`,
      "Par score seul | 1,40",
    ]);
  });

  it("counts doors where there are no scores", () => {
    const [station] = CHOICE.stations;
    if (station === undefined) throw new Error("the choice has a station");
    const told = rows({
      ...CHOICE,
      measure: "doors",
      stations: [{ ...station, votesPerHour: null }],
      expected: { thisChoice: 324, nextBest: 300, byScoreAlone: null },
    });

    expect(told).toContain("École Jaurès | 36 | 324 | 38 min");
    expect(told).toContain("Ce choix | 324");
    expect(told.join()).not.toContain("Par score seul");
  });
});
