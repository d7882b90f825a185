import { render } from "solid-js/web";
import { afterEach, describe, expect, it } from "vitest";
import type { OsrmStep } from "../../../server/contract/plan.ts";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { StepLines } from "../../../web/screens/routes/step-lines.tsx";
import { examplePlan } from "../../fixtures/example-plan.ts";

let leave: () => void = () => undefined;
afterEach(() => leave());

describe("steps in words", () => {
  it("have their length beside them, unless it is a few paces or the words tell it", () => {
    const [example] = examplePlan().routes[0]?.osrm.legs[0]?.steps ?? [];
    if (example === undefined) throw new Error("the example has steps");
    const step = (instruction: string, distance: number): OsrmStep => ({ ...example, instruction, distance });
    const steps = [
      step("Tourner à gauche sur la rue Haute", 84),
      step("Porte suivante : n° 14, même côté, dans 80 m", 84),
      step("Traverser la rue Haute : n° 3, en face", 2),
    ];
    const page = document.createElement("ul");
    leave = render(
      () => (
        <LanguageProvider>
          <StepLines steps={steps} language="fr" />
        </LanguageProvider>
      ),
      page,
    );

    const lengths = [...page.querySelectorAll("li")].map((line) => line.querySelector("small")?.textContent ?? "");

    expect([...page.querySelectorAll("li > span")].map((words) => words.getAttribute("lang"))).toEqual([
      "fr",
      "fr",
      "fr",
    ]);
    expect(lengths.map((text) => text.replace(/\s/g, " "))).toEqual(["84 m", "", ""]);
  });
});
