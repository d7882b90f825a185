import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import { createLanguage } from "../../../web/i18n/language.tsx";
import { othersWords } from "../../../web/i18n/zone-words.ts";
import { changedNames } from "../../../web/zones/changed-names.ts";
import { zoneNamed } from "./edits.ts";

describe("what somebody else has changed", () => {
  it("is named by the zones as they are now, each once, those that are gone by their last name", () => {
    const names = changedNames(
      [zoneNamed("n"), zoneNamed("s", { name: "South" })],
      [
        { kind: "addresses-moved", from: "gone", to: "n", addressIds: ["a1"] },
        { kind: "addresses-moved", from: null, to: "n", addressIds: ["a2"] },
        { kind: "zone-removed", zone: zoneNamed("gone", { name: "Old" }) },
        { kind: "zone-changed", before: zoneNamed("s"), after: zoneNamed("s", { name: "South" }) },
      ],
    );

    expect(names).toEqual(["N", "Old", "South"]);
  });

  it("is told by name, and of many zones how many more there are", () => {
    createRoot((leave) => {
      const { t, formats, setLanguage } = createLanguage();
      setLanguage("en");

      expect(othersWords(t, formats(), ["A", "B"])).toBe("Another window has changed A and B.");
      expect(othersWords(t, formats(), ["A", "B", "C", "D", "E", "F"])).toBe(
        "Another window has changed A, B, C, D and 2 other zones.",
      );
      leave();
    });
  });
});
