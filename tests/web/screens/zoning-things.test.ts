import { createRoot } from "solid-js";
import { beforeEach, describe, expect, it } from "vitest";
import { typedWords } from "../../../geodata/geometry/typed-words.ts";
import type { ZoningListItem } from "../../../server/contract/drawn-zones.ts";
import { createLanguage } from "../../../web/i18n/language.tsx";
import { zoningThings } from "../../../web/screens/finding/places.ts";
import { findThings } from "../../../web/workspace/find-things.ts";

beforeEach(() => localStorage.setItem("arpent.language", "fr"));

const ZONING: ZoningListItem = {
  id: "plan-a",
  name: "Plan A",
  createdAt: "2026-03-01T10:00:00.000Z",
  editedAt: "2026-03-01T10:00:00.000Z",
  revision: 3,
  zones: 2,
  zoneNames: [
    { id: "z1", name: "Les Épinettes" },
    { id: "z2", name: "Canal" },
  ],
  addresses: 40,
};

/** What was done when each thing was chosen. */
function listed() {
  const done: unknown[] = [];
  const things = createRoot((dispose) => {
    const found = zoningThings(
      {
        words: createLanguage(),
        move: (action) => void done.push(action),
        showZone: (...ids) => void done.push(ids),
      },
      [ZONING],
    );
    dispose();
    return found;
  });
  return { things, done };
}

describe("drawn zones in the search box", () => {
  it("are found by their name, with slips and without accents, and by that of their set", () => {
    const { things } = listed();
    const found = (text: string) => findThings(things, typedWords(text), true).map(({ thing }) => thing.label);

    expect(found("epinetes")).toEqual(["Les Épinettes"]);
    expect(found("plan a")).toEqual(["Plan A", "Les Épinettes", "Canal"]);
    expect(found("zone canal")).toEqual(["Canal"]);
  });

  it("open where they are drawn", () => {
    const { things, done } = listed();

    things.find(({ label }) => label === "Canal")?.run();
    things.find(({ label }) => label === "Plan A")?.run();

    expect(done).toEqual([
      ["plan-a", "z2"],
      { type: "tab-chosen", tab: "zones" },
      { type: "zoning-opened", zoningId: "plan-a" },
    ]);
  });
});
