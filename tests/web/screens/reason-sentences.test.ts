import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import type { Language } from "../../../server/contract/plan.ts";
import { createLanguage } from "../../../web/i18n/language.tsx";
import { reasonSentences } from "../../../web/screens/stations/reason-sentences.ts";
import type { Contribution } from "../../../web/workspace/why-station.ts";

const elections = [
  { id: "low", type: "european" as const, year: 2024 },
  { id: "high", type: "presidential" as const, year: 2022 },
];
const BASIS = { low: "low", high: "high", persuasion: ["low", "high"] };

function told(
  score: "mobilisation" | "persuasion",
  contributions: readonly Contribution[],
  options: { readonly language?: Language; readonly low?: null } = {},
): readonly string[] {
  localStorage.setItem("arpent.language", options.language ?? "fr");
  return createRoot((dispose) => {
    const { t, formats } = createLanguage();
    const total = contributions.reduce((sum, { added }) => sum + added, 0);
    const basis = options.low === null ? { ...BASIS, low: null } : BASIS;
    const sentences = reasonSentences(score, { contributions, total }, basis, { t, formats: formats(), elections });
    dispose();
    return sentences.map((sentence) => sentence.replace(/[\u00a0\u202f]/g, " "));
  });
}

const MOBILISATION: readonly Contribution[] = [
  { factor: "intermittent", here: 0.17, mean: 0.12, added: 0.0218 },
  { factor: "leaning", here: 0.46, mean: 0.41, added: 0.0073 },
  { factor: "drift", here: 0.01, mean: 0.03, added: -0.01 },
];

describe("why a station is there, in words", () => {
  it("compares who votes at one election only, and how they lean, with the mean", () => {
    expect(told("mobilisation", MOBILISATION)).toEqual([
      "Ici 17 % des inscrits votent à la présidentielle 2022 mais pas aux européennes 2024 (12 % en moyenne), et ceux qui votent choisissent votre camp à 46 % (41 %).",
      "Score 1,9 point au-dessus d’un bureau moyen, surtout par la part d’intermittents (+2,2) ; en sens contraire, l’écart de vos voix entre les deux scrutins (−1,0).",
    ]);
  });

  it("says the same in English", () => {
    expect(told("mobilisation", MOBILISATION, { language: "en" })[0]).toBe(
      "Here 17% of registered voters vote at the 2022 presidential election but not at the 2024 European election (12% on average), and those who vote choose your camp at 46% (41%).",
    );
  });

  it("shows decimals where whole per cents would hide the difference", () => {
    const near = [
      { factor: "intermittent" as const, here: 0.172, mean: 0.168, added: 0.001 },
      ...MOBILISATION.slice(1),
    ];

    expect(told("mobilisation", near)[0]).toContain("17,2 % des inscrits votent");
  });

  it("speaks of abstention where there is no election of low turnout, and of no one more where turnout fell", () => {
    expect(told("mobilisation", MOBILISATION, { low: null })[0]).toContain(
      "Ici 17 % des inscrits se sont abstenus à la présidentielle 2022 (12 % en moyenne)",
    );
    const fell = [{ factor: "intermittent" as const, here: -0.02, mean: 0.12, added: -0.05 }, ...MOBILISATION.slice(1)];
    expect(told("mobilisation", fell)[0]).toContain("Ici l’on n’a pas voté davantage à la présidentielle 2022");
  });

  it("tells voters lost from voters won back, and when the mean goes the other way", () => {
    const lapsed = (here: number, mean: number) =>
      told("persuasion", [{ factor: "lapsed", here, mean, added: here - mean }])[0];

    expect(lapsed(0.035, 0.02)).toContain("Aux européennes 2024, votre camp y a perdu 3,5 % des inscrits");
    expect(lapsed(-0.035, 0.02)).toContain("votre camp y a gagné 3,5 % des inscrits");
    expect(lapsed(-0.035, 0.02)).toContain("(2,0 % perdus en moyenne)");
    expect(lapsed(0.035, 0.02)).toContain("(2,0 % en moyenne)");
  });

  it("says so when a station is like the average one", () => {
    const alike = MOBILISATION.map((one) => ({ ...one, added: 0.0001 }));

    expect(told("mobilisation", alike).at(-1)).toBe("Score à peu près égal à celui d’un bureau moyen.");
  });
});
