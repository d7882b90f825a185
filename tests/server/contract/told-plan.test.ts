import { describe, expect, it } from "vitest";
import { startSentenceOf, tellStart, tellWarnings } from "../../../server/contract/told-plan.ts";
import { examplePlan } from "../../fixtures/example-plan.ts";

const plan = examplePlan();
const [route] = plan.routes;
if (route === undefined) throw new Error("the example has a route");
const START = { fr: "point central", en: "central point" };
const FLAT = { fr: "Terrain plat.", en: "Flat ground." };

describe("what a plan says", () => {
  it("is told in the reader's language, whichever it was made in", () => {
    const told = { ...route, startSentence: START };

    expect(tellStart(told, "fr", "en")).toEqual({ words: "central point", language: null });
    expect(startSentenceOf(told)).toBe(START);
    expect(tellWarnings({ ...plan, warnings: [FLAT.fr], warningSentences: [FLAT] }, "en")).toEqual([
      { words: FLAT.en, language: null },
    ]);
  });

  it("stays in the language that it was stored with before there were both, and says which", () => {
    expect(tellStart(route, "fr", "en")).toEqual({ words: "point central", language: "fr" });
    expect(tellStart(route, "fr", "fr").language).toBeNull();
    expect(startSentenceOf(route)).toEqual({ fr: "point central", en: "point central" });
    expect(tellWarnings({ ...plan, warnings: [FLAT.fr] }, "en")).toEqual([{ words: FLAT.fr, language: "fr" }]);
  });
});
