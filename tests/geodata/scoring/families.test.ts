import { describe, expect, it } from "vitest";
import { campRound } from "../../../geodata/scoring/camp-round.ts";
import { familyOf, suggestFamily } from "../../../geodata/scoring/families.ts";
import { listFamily } from "../../../geodata/scoring/list-family.ts";
import { defaultChoice, presets } from "../../../geodata/scoring/presets.ts";
import { suggestFamilies } from "../../../geodata/scoring/suggest-families.ts";
import { voteTables } from "../../../geodata/scoring/vote-table.ts";
import type { Side } from "../../../server/contract/scores.ts";
import { candidateId, territoryWith } from "./scoring-fixture.ts";

describe("political families", () => {
  it("reads the Ministry's nuances, with or without the L of lists", () => {
    expect(familyOf({ name: "x", nuance: "UG" })).toBe("left");
    expect(familyOf({ name: "x", nuance: "LLR" })).toBe("right");
    expect(familyOf({ name: "x", nuance: "LR" })).toBe("right");
    expect(familyOf({ name: "x", nuance: "LRN" })).toBe("far-right");
    expect(familyOf({ name: "x", nuance: "ENS" })).toBe("centre");
  });

  it("knows a national candidate however the name is written", () => {
    for (const name of ["JADOT Yannick", "Yannick Jadot", "jadot_yannick"]) {
      expect(familyOf({ name, nuance: null })).toBe("ecologist");
    }
    expect(familyOf({ name: "mélenchon_jean_luc", nuance: null })).toBe("left");
  });

  it("does not guess at an unknown candidate without nuance", () => {
    expect(familyOf({ name: "Camille Exemple", nuance: null })).toBeNull();
    expect(familyOf({ name: "Camille Exemple", nuance: "???" })).toBeNull();
  });

  it("starts a campaign that has not chosen from the preset with most votes, whichever it is", () => {
    const rows = (first: number, second: number) => [[1000, 200, first, second]];
    const town = (left: number, right: number) =>
      territoryWith([
        {
          id: "2024_legi_t1",
          type: "legislative",
          year: 2024,
          candidates: [
            { name: "A", nuance: "UG" },
            { name: "B", nuance: "LR" },
          ],
          rows: rows(left, right),
        },
      ]);

    expect(defaultChoice(town(500, 300)).sides[candidateId("2024_legi_t1", "A")]).toBe("ours");
    expect(defaultChoice(town(300, 500)).sides[candidateId("2024_legi_t1", "B")]).toBe("ours");
    expect(presets(town(1, 1)).map(({ id }) => id)).toEqual(["left", "right"]);
  });

  it("says what speaks for a family", () => {
    expect(suggestFamily({ name: "x", nuance: "LFI" })).toEqual({ family: "left", reason: "nuance", source: "LFI" });
    expect(suggestFamily({ name: "LE PEN Marine", nuance: null })).toMatchObject({
      family: "far-right",
      reason: "name",
    });
    expect(suggestFamily({ name: "x", nuance: "LNC", list: "LISTE UNION DE LA GAUCHE" })).toMatchObject({
      family: "left",
      reason: "list",
    });
    expect(suggestFamily({ name: "x", nuance: "LNC", list: "Pour notre village" })?.family).toBe("other");
  });

  it("reads the family that a list's name gives away, and no more", () => {
    expect(listFamily("LISTE D'UNION DE LA GAUCHE ET DES ÉCOLOGISTES")).toBe("left");
    expect(listFamily("Liste Europe Écologie - Les Verts")).toBe("ecologist");
    expect(listFamily("Union de la droite et du centre")).toBe("right");
    expect(listFamily("Lutte ouvrière - faire entendre le camp des travailleurs")).toBe("far-left");
    expect(listFamily("Divers extrême gauche")).toBe("far-left");
    expect(listFamily("LISTE RASSEMBLEMENT NATIONAL")).toBe("far-right");
    for (const name of [
      "Ni droite ni gauche",
      "Renaissance de Valbrune",
      "Ensemble pour l’écologie",
      "Rive gaucher",
      "",
    ]) {
      expect(listFamily(name)).toBeNull();
    }
  });

  it("suggests to who stands without a nuance the family that the same name had nearest in time", () => {
    const town = territoryWith([
      round("2014_muni_t1", 2014, { name: "EXEMPLE Camille", nuance: "LDVD" }),
      round("2020_muni_t1", 2020, { name: "Camille Exemple", nuance: "LDVC" }),
      round("2022_legi_t1", 2022, { name: "Camille EXEMPLE" }),
      round("2024_legi_t1", 2024, { name: "Dominique Autre" }),
    ]);

    const suggestions = suggestFamilies(town);

    expect(suggestions.get(candidateId("2022_legi_t1", "Camille EXEMPLE"))).toEqual({
      family: "centre",
      reason: "elsewhere",
      source: "2020_muni_t1",
    });
    expect(suggestions.has(candidateId("2024_legi_t1", "Dominique Autre"))).toBe(false);
  });
});

describe("presets", () => {
  const ONE_OF_EACH = {
    "far-left": "EXG",
    left: "SOC",
    ecologist: "VEC",
    centre: "REM",
    right: "LR",
    "far-right": "RN",
  };
  const town = territoryWith([
    {
      id: "r",
      type: "legislative",
      year: 2024,
      candidates: [
        ...Object.entries(ONE_OF_EACH).map(([name, nuance]) => ({ name, nuance })),
        { name: "other", nuance: "DIV" },
      ],
      rows: [[1000, 300, 100, 100, 100, 100, 100, 100, 100]],
    },
  ]);
  const views = new Map(presets(town).map(({ id, sides }) => [id, sides]));
  const view = (of: string, family: string) => views.get(of)?.[candidateId("r", family)];

  it("put the far right against the left, and the right at a distance", () => {
    expect(view("left", "far-right")).toBe("hostile");
    expect(view("left", "right")).toBe("far");
    expect(view("centre", "left")).toBe("neutral");
    expect(view("left", "other")).toBeUndefined();
  });

  it("are each other's mirror: who is far from or hostile to one is so the other way round", () => {
    expect([...views.keys()]).toEqual(Object.keys(ONE_OF_EACH));
    for (const one of views.keys()) {
      for (const other of views.keys()) {
        for (const side of ["far", "hostile"]) expect(view(one, other) === side).toBe(view(other, one) === side);
      }
    }
  });

  it("leave to be classed only what nobody knows", () => {
    const [election] = town.elections();
    if (!election) throw new Error("the town has an election");

    const [table] = voteTables(town);
    if (!table) throw new Error("the town has a first round");
    const camp = campRound(table, views.get("left") ?? {});
    const at = (stance: Side) => camp.votes[stance][0];

    // Who has not been classed counts as neutral, but not as classed.
    expect(camp.totals.classedShare).toBeCloseTo(6 / 7);
    expect([at("ours"), at("near"), at("neutral"), at("far"), at("hostile")]).toEqual([200, 200, 100, 100, 100]);
  });
});

function round(id: string, year: number, candidate: { readonly name: string; readonly nuance?: string }) {
  return { id, type: "legislative" as const, year, candidates: [candidate], rows: [[1000, 500, 500]] };
}
