import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import type { ZoneStep } from "../../../server/contract/drawn-zones.ts";
import { differenceWords } from "../../../web/i18n/edit-words.ts";
import { createLanguage } from "../../../web/i18n/language.tsx";
import { stepsWords, zoneChangeWords } from "../../../web/i18n/zone-words.ts";
import { editDifferences } from "../../../web/workspace/edit-differences.ts";
import { zoneNamed } from "../zones/edits.ts";

const { t, formats } = createRoot((leave) => {
  const { t, formats } = createLanguage();
  leave();
  return { t, formats: formats() };
});
const NORTH = zoneNamed("n", { name: "Nord" });
const SOUTH = zoneNamed("s", { name: "Sud" });
const moved = (from: string | null, to: string | null): ZoneStep => {
  return { kind: "addresses-moved", from, to, addressIds: ["a1"] };
};
const told = (steps: readonly ZoneStep[], zones = [NORTH, SOUTH]) =>
  stepsWords(t, formats, steps, { zones, doorsOfZone: (id) => (id === "n" ? 120 : 1) });

describe("what undoing has changed of zones", () => {
  it("is said of each zone that has other doors now", () => {
    expect(told([moved("n", "s")])).toBe("Nord\u00a0: 120 portes. Sud\u00a0: 1 porte.");
    expect(told([moved(null, "n"), moved("n", null)])).toBe("Nord\u00a0: 120 portes.");
  });

  it("is said of zones that come back, go or look different", () => {
    expect(told([{ kind: "zone-added", zone: SOUTH }, moved("n", "s")])).toBe(
      "Sud\u00a0: 1 porte. Nord\u00a0: 120 portes.",
    );
    expect(told([{ kind: "zone-added", zone: SOUTH }])).toBe("«\u00a0Sud\u00a0» est là, vide.");
    expect(told([moved("s", null), { kind: "zone-removed", zone: SOUTH }], [NORTH])).toBe(
      "«\u00a0Sud\u00a0» n’est plus là.",
    );
    expect(told([{ kind: "zone-changed", before: NORTH, after: { ...NORTH, name: "Halles" } }])).toBe(
      "«\u00a0Nord\u00a0» s’appelle maintenant «\u00a0Halles\u00a0».",
    );
  });

  it("is a number where names would take too long to be heard", () => {
    const many = ["n", "s", "e", "w"].map((id): ZoneStep => ({ kind: "zone-removed", zone: zoneNamed(id) }));
    expect(told(many, [])).toBe("4 zones ont changé.");
  });
});

it("what is different about a zone itself is said: name, colour, lock", () => {
  expect(zoneChangeWords(t, formats, NORTH, { ...NORTH, colour: 4 })).toBe("«\u00a0Nord\u00a0»\u00a0: couleur 5.");
  expect(zoneChangeWords(t, formats, NORTH, { ...NORTH, isLocked: true })).toBe("«\u00a0Nord\u00a0» est verrouillée.");
  expect(zoneChangeWords(t, formats, { ...NORTH, isLocked: true }, NORTH)).toBe(
    "«\u00a0Nord\u00a0» est déverrouillée.",
  );
});

describe("what an edit of a plan has changed besides figures", () => {
  const before = { takenOut: [], lockedStops: ["a"], lockedRoutes: ["1"] };
  const stop = { stopId: "b", address: "1 rue Haute", doors: 1, position: [0, 0] as const };

  it("is said of stops and routes that were locked, unlocked, taken out or put back", () => {
    const after = { takenOut: [stop], lockedStops: [], lockedRoutes: ["2"] };
    expect(differenceWords(t, editDifferences(before, after))).toEqual([
      "1 adresse retirée du plan.",
      "1 adresse déverrouillée.",
      "Tournée 2 verrouillée.",
      "Tournée 1 déverrouillée.",
    ]);
    expect(differenceWords(t, editDifferences(after, before))).toContain("1 adresse remise dans le plan.");
  });

  it("is nothing where nothing else has changed, also in a plan that nobody had edited", () => {
    expect(differenceWords(t, editDifferences(before, before))).toEqual([]);
    expect(differenceWords(t, editDifferences(undefined, { ...before, lockedStops: [], lockedRoutes: [] }))).toEqual(
      [],
    );
  });
});
