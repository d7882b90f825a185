import { createRoot } from "solid-js";
import { expect, it } from "vitest";
import { createLanguage } from "../../../web/i18n/language.tsx";
import { strokeWords } from "../../../web/i18n/zone-words.ts";

const ZONE = { name: "Zone 1", isLocked: false };
const NOTHING_LEFT = { leftToOthers: [], leftToLocked: [], cutOff: 0 };

function wordsOf(
  kind: "paint" | "erase",
  part: Partial<Parameters<typeof strokeWords>[3]>,
  isDrawing: boolean,
): readonly string[] {
  return createRoot((leave) => {
    const { t, formats, setLanguage } = createLanguage();
    setLanguage("en");
    const words = strokeWords(
      t,
      formats(),
      kind,
      { ...NOTHING_LEFT, zone: ZONE, doors: 12, zoneDoors: 100, ...part },
      isDrawing,
    );
    leave();
    return words;
  });
}

it("a stroke says what it would take or give back here, and while it is drawn what the zone will have", () => {
  expect(wordsOf("paint", {}, false)).toEqual(["12 doors to take"]);
  expect(wordsOf("paint", {}, true)).toEqual(["+12 → 112 doors"]);
  expect(wordsOf("paint", { zone: null, zoneDoors: null }, true)).toEqual(["New zone: 12 doors"]);
  expect(wordsOf("erase", {}, false)).toEqual(["12 doors to give back"]);
  expect(wordsOf("erase", {}, true)).toEqual(["−12 → 88 doors"]);
});

it("a stroke that takes nothing says why", () => {
  const leftToOthers = [{ name: "Zone 2", doors: 1 }];

  expect(wordsOf("paint", { doors: 0 }, false)).toEqual(["In “Zone 1” already."]);
  expect(wordsOf("paint", { doors: 0, leftToOthers }, false)).toEqual(["1 door stays in “Zone 2”."]);
  expect(wordsOf("paint", { doors: 0, zone: null, zoneDoors: null }, false)).toEqual([]);
  expect(wordsOf("paint", { zone: { ...ZONE, isLocked: true } }, true)).toEqual([
    "“Zone 1” is locked: unlock it to change it.",
  ]);
  expect(wordsOf("erase", { doors: 0 }, true)).toEqual(["Nothing to rub out here."]);
});
